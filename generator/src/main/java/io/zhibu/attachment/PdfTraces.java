package io.zhibu.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names in a PDF file, where they stand in plain bytes near its ends; what is packed into its streams isn't looked at.
 *
 * @param locked whether a password keeps it from being read
 */
record PdfTraces(List<String> found, boolean locked) {
    private static final int MOST = 2 << 20;
    private static final Pattern WRITTEN =
            Pattern.compile("/Author\\s{0,9}\\(((?:[^\\\\()]|\\\\.){1,500})\\)", Pattern.DOTALL);
    private static final Pattern DIGITS = Pattern.compile("/Author\\s{0,9}<((?:\\p{XDigit}{2}){1,500})>");
    private static final Pattern NOTED =
            Pattern.compile("<dc:creator>\\s{0,99}<rdf:Seq>\\s{0,99}<rdf:li[^<>]{0,99}>([^<]{1,500})<");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-7]{1,3}|.)", Pattern.DOTALL);

    static PdfTraces of(Path path) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        boolean locked = false;
        for (String part : ends(path)) {
            locked |= part.contains("/Encrypt");
            each(WRITTEN, part).forEach(name -> names.add(text(plain(name))));
            each(DIGITS, part).forEach(name -> names.add(text(HexFormat.of().parseHex(name))));
            each(NOTED, part).forEach(name -> names.add(new String(bytes(name), StandardCharsets.UTF_8)));
        }
        // Names in a locked file are locked as well, and read as nonsense.
        return new PdfTraces(
                locked
                        ? List.of()
                        : names.stream()
                                .map(Traces::printed)
                                .filter(name -> !name.isEmpty())
                                .distinct()
                                .map(name -> "作者“" + name + "”")
                                .toList(),
                locked);
    }

    /** The first and the last bytes, a character each. */
    private static List<String> ends(Path path) throws IOException {
        List<String> parts = new ArrayList<>();
        try (SeekableByteChannel in = Files.newByteChannel(path)) {
            parts.add(read(in));
            if (in.size() > MOST) {
                in.position(Math.max(MOST, in.size() - MOST));
                parts.add(read(in));
            }
        }
        return parts;
    }

    private static String read(SeekableByteChannel in) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(MOST, in.size() - in.position()));
        while (bytes.hasRemaining() && in.read(bytes) >= 0) {
            // Until it is full.
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }

    private static List<String> each(Pattern pattern, String part) {
        return pattern.matcher(part).results().map(match -> match.group(1)).toList();
    }

    private static byte[] plain(String written) {
        return bytes(ESCAPE.matcher(written).replaceAll(escape -> {
            String what = escape.group(1);
            String meant = what.matches("[0-7]+")
                    ? String.valueOf((char) (Integer.parseInt(what, 8) & 0xFF))
                    : what.equals("n") ? "\n" : what.equals("r") ? "\r" : what.equals("t") ? "\t" : what;
            return Matcher.quoteReplacement(meant);
        }));
    }

    private static byte[] bytes(String letters) {
        return letters.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        boolean wide = bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF;
        boolean marked = bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB;
        return wide
                ? new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE)
                : new String(bytes, marked ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }
}
