package io.zhibu.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a film was taken and whom a film or a recording names, as phones and programs write it beside its own tables. */
final class FilmTraces {
    private static final int MOST = 4 << 20;
    private static final int MOST_BOXES = 1000;
    private static final int MOST_NAMES = 8;
    private static final Pattern PLACE = Pattern.compile("[+-]\\d{1,3}(?:\\.\\d{1,9})?[+-]\\d{1,3}(?:\\.\\d{1,9})?");
    private static final Pattern PERSON = Pattern.compile(
            "(\\xA9ART|aART|\\xA9wrt)(\\x00\\x00..)data\\x00\\x00\\x00\\x01\\x00\\x00\\x00\\x00", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("\\xA9xyz|com\\.apple\\.quicktime\\.location\\.ISO6709");

    private FilmTraces() {}

    static List<String> of(Path path) throws IOException {
        try (SeekableByteChannel in = Files.newByteChannel(path)) {
            String tables = tables(in);
            Matcher place = PLACE.matcher(tables);
            Set<String> found = new LinkedHashSet<>();
            if (NAMED.matcher(tables).find() && place.find()) {
                found.add("拍摄地点 " + place.group());
            } else if (tables.contains("loci\0\0\0\0")) {
                found.add("拍摄地点");
            }
            for (Matcher one = PERSON.matcher(tables); found.size() < MOST_NAMES && one.find(); ) {
                int length = (one.group(2).charAt(2) << 8 | one.group(2).charAt(3)) - 16;
                int end = Math.min(tables.length(), one.end() + Math.max(0, length));
                byte[] bytes = tables.substring(one.end(), end).getBytes(StandardCharsets.ISO_8859_1);
                String name = Traces.printed(new String(bytes, StandardCharsets.UTF_8));
                if (!name.isEmpty()) {
                    found.add((one.group(1).endsWith("wrt") ? "作曲者“" : "表演者“") + name + "”");
                }
            }
            return List.copyOf(found);
        }
    }

    /** The box that says how the film is laid out, a character for each byte, as much of it as is looked at. */
    private static String tables(SeekableByteChannel in) throws IOException {
        long at = 0;
        for (int box = 0; box < MOST_BOXES && at + 8 <= in.size(); box++) {
            ByteBuffer head = read(in, at, 16);
            long length = head.getInt(0) & 0xFFFFFFFFL;
            if (length == 1 && head.limit() == 16) {
                length = head.getLong(8);
            } else if (length == 0) {
                length = in.size() - at;
            }
            if (new String(head.array(), 4, 4, StandardCharsets.ISO_8859_1).equals("moov")) {
                ByteBuffer all = read(in, at, Math.min(length, MOST));
                return new String(all.array(), 0, all.limit(), StandardCharsets.ISO_8859_1);
            }
            if (length < 8 || length > in.size() - at) {
                return "";
            }
            at += length;
        }
        return "";
    }

    private static ByteBuffer read(SeekableByteChannel in, long at, long length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, Math.min(length, in.size() - at)));
        in.position(at);
        while (bytes.hasRemaining() && in.read(bytes) >= 0) {
            // Until it is full.
        }
        return bytes.flip();
    }
}
