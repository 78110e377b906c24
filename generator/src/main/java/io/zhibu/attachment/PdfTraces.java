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
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Names and scripts in a PDF file: in plain bytes, or in the packed streams that hold objects and notes. Read piece by piece, so that a
 * large file takes no more memory than a small one.
 *
 * @param locked whether a password keeps it from being read
 * @param runs what in it runs when it is opened, in Chinese; empty if nothing does
 */
record PdfTraces(List<String> found, boolean locked, String runs) {
    /** What is looked at in one go; of the next piece the first part is the last part of this one, so that no stream is cut in both. */
    private static final int PIECE = 4 << 20;

    private static final int OVERLAP = 1 << 20;
    /** Longer files are looked at so far, and at their end, where programs write who made them. */
    private static final long MOST = 128L << 20;

    private static final int MOST_UNPACKED = 2 << 20;
    private static final Pattern WRITTEN =
            Pattern.compile("/Author\\s{0,9}\\(((?:[^\\\\()]|\\\\.){1,500})\\)", Pattern.DOTALL);
    private static final Pattern DIGITS = Pattern.compile("/Author\\s{0,9}<((?:\\p{XDigit}{2}){1,500})>");
    private static final Pattern NOTED =
            Pattern.compile("<dc:creator>\\s{0,99}<rdf:Seq>\\s{0,99}<rdf:li[^<>]{0,99}>([^<]{1,500})<");
    private static final Pattern STREAM = Pattern.compile(">>\\s{0,9}stream\\r?\\n");
    /** Further than that before its stream no object begins. */
    private static final int ABOUT = 1000;

    private static final int MOST_STREAM = 1 << 20;
    private static final int MOST_STREAMS = 64;
    private static final Pattern SCRIPT =
            Pattern.compile("/S\\s{0,9}/JavaScript\\b|/JS\\s{0,9}[(<]|/JS\\s{1,9}\\d+ \\d+ R");
    private static final Pattern START = Pattern.compile("/S\\s{0,9}/Launch\\b");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-7]{1,3}|.)", Pattern.DOTALL);

    static PdfTraces of(Path path) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        boolean locked = false;
        boolean scripts = false;
        boolean starts = false;
        try (SeekableByteChannel in = Files.newByteChannel(path)) {
            for (long at = 0; at >= 0; at = next(at, in.size())) {
                for (String part : unpacked(read(in, at))) {
                    locked |= part.contains("/Encrypt");
                    scripts |= SCRIPT.matcher(part).find();
                    starts |= START.matcher(part).find();
                    each(WRITTEN, part).forEach(name -> names.add(text(plain(name))));
                    each(DIGITS, part)
                            .forEach(name -> names.add(text(HexFormat.of().parseHex(name))));
                    each(NOTED, part).forEach(name -> names.add(new String(bytes(name), StandardCharsets.UTF_8)));
                }
            }
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
                locked,
                starts ? "打开别的程序的命令" : scripts ? "脚本" : "");
    }

    /** Where the piece after this one begins; negative if this was the last. */
    private static long next(long at, long size) {
        long end = at + PIECE;
        return end >= size ? -1 : end < MOST ? end - OVERLAP : Math.max(end - OVERLAP, size - PIECE);
    }

    /** The piece, and what is packed in its streams of objects and of notes, each and all of them bounded. */
    private static List<String> unpacked(String piece) {
        List<String> all = new ArrayList<>(List.of(piece));
        long left = MOST_UNPACKED;
        for (Matcher stream = STREAM.matcher(piece); left > 0 && all.size() <= MOST_STREAMS && stream.find(); ) {
            String about = piece.substring(Math.max(0, stream.start() - ABOUT), stream.start());
            int object = about.lastIndexOf(" obj");
            String own = object < 0 ? about : about.substring(object);
            if (own.contains("/FlateDecode") && (own.contains("/ObjStm") || own.contains("/Metadata"))) {
                String plain = inflated(piece, stream.end(), (int) Math.min(left, MOST_STREAM));
                left -= plain.length();
                all.add(plain);
            }
        }
        return all;
    }

    private static String inflated(String part, int from, int most) {
        Inflater inflater = new Inflater();
        byte[] plain = new byte[most];
        try {
            inflater.setInput(bytes(part.substring(from, Math.min(part.length(), from + MOST_STREAM))));
            int length = 0;
            for (int more = 1; more > 0 && length < most; length += more) {
                more = inflater.inflate(plain, length, most - length);
            }
            return new String(plain, 0, length, StandardCharsets.ISO_8859_1);
        } catch (DataFormatException broken) {
            return "";
        } finally {
            inflater.end();
        }
    }

    /** A character for each byte. */
    private static String read(SeekableByteChannel in, long at) throws IOException {
        in.position(at);
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(PIECE, in.size() - at));
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
