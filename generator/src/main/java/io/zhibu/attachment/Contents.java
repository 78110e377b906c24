package io.zhibu.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The table at the end of an archive, read without unpacking anything: it may be locked, and lie.
 *
 * @param entries in the order of the table, as many as are looked at
 */
record Contents(List<Entry> entries) {
    private static final int MOST = 8 << 20;
    private static final int LONGEST_END = 22 + 0xFFFF;
    private static final int END = 0x06054B50;
    private static final int ENTRY = 0x02014B50;
    private static final int LINK = 0xA000;

    /**
     * @param size bytes when it is unpacked, as far as the table says
     * @param link whether it points to somewhere else
     */
    record Entry(String name, boolean locked, long size, boolean link) {
        /** In lower case, without a dot; empty if there is none. */
        String ending() {
            String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
            // Windows drops dots and blanks at the end: “a.exe .” is a program.
            String seen = last.replaceFirst("[. ]+$", "");
            return seen.contains(".")
                    ? seen.substring(seen.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)
                    : "";
        }

        /** Whether it would be unpacked beside the folder that somebody chose, or leads out of it. */
        boolean escapes() {
            return link || name.matches("(?s)(?:[/\\\\]|[A-Za-z]:).*|(?:.*[/\\\\])?\\.\\.(?:[/\\\\].*)?");
        }
    }

    /** None if the file has no such table. */
    static Contents of(Path path) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (SeekableByteChannel in = Files.newByteChannel(path)) {
            ByteBuffer tail = read(in, Math.max(0, in.size() - LONGEST_END), LONGEST_END);
            int end = tail.limit() - 22;
            while (end >= 0 && tail.getInt(end) != END) {
                end--;
            }
            if (end < 0) {
                return new Contents(entries);
            }
            long length = tail.getInt(end + 12) & 0xFFFFFFFFL;
            // Before the end, or, where something stands between or before, as far from the beginning as is said.
            ByteBuffer table = read(in, in.size() - tail.limit() + end - length, (int) Math.min(MOST, length));
            if (table.limit() < 4 || table.getInt(0) != ENTRY) {
                table = read(in, tail.getInt(end + 16) & 0xFFFFFFFFL, (int) Math.min(MOST, length));
            }
            for (int at = 0; at + 46 <= table.limit() && table.getInt(at) == ENTRY; ) {
                int name = table.getShort(at + 28) & 0xFFFF;
                int rest = (table.getShort(at + 30) & 0xFFFF) + (table.getShort(at + 32) & 0xFFFF);
                if (at + 46 + name > table.limit()) {
                    break;
                }
                byte[] bytes = new byte[name];
                table.get(at + 46, bytes);
                boolean unix = table.get(at + 5) == 3;
                entries.add(new Entry(
                        text(bytes),
                        (table.getShort(at + 8) & 1) != 0,
                        table.getInt(at + 24) & 0xFFFFFFFFL,
                        unix && (table.getShort(at + 40) & 0xF000) == LINK));
                at += 46 + name + rest;
            }
        }
        return new Contents(entries);
    }

    private static ByteBuffer read(SeekableByteChannel in, long from, int length) throws IOException {
        long at = Math.max(0, Math.min(from, in.size()));
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(length, in.size() - at));
        in.position(at);
        while (bytes.hasRemaining() && in.read(bytes) >= 0) {
            // Until it is full.
        }
        return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Chinese programs write GBK, whatever the flags say. */
    static String text(byte[] name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(name, Charset.forName("GB18030"));
        }
    }

    boolean locked() {
        return entries.stream().anyMatch(Entry::locked);
    }

    /** Bytes that all of it takes when it is unpacked, as far as the table says. */
    long size() {
        return entries.stream().mapToLong(Entry::size).sum();
    }

    /** How many there are of some kind, and the first three of them by name; empty if there are none. */
    String some(Predicate<Entry> kind) {
        return some(entries, kind);
    }

    /** {@link #some(Predicate)} of any entries. */
    static String some(List<Entry> entries, Predicate<Entry> kind) {
        List<String> names = entries.stream()
                .filter(kind)
                .map(one -> Traces.printed(one.name()))
                .toList();
        String first = String.join("、", names.subList(0, Math.min(3, names.size())));
        return names.size() > 3 ? first + " 等 " + names.size() + " 个" : first;
    }
}
