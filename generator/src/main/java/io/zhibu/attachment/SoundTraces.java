package io.zhibu.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a recording names, as programs write it beside the sound itself. */
final class SoundTraces {
    private static final int MOST_NAMES = 8;
    private static final Map<String, String> FRAMES = Map.of(
            "TPE1", "表演者", "TPE2", "表演者", "TCOM", "作曲者", "TENC", "录制的人", "TOWN", "所有者", "TP1", "表演者", "TCM", "作曲者",
            "TEN", "录制的人");

    private SoundTraces() {}

    /** As Ogg files do it: a length, a key and a value. */
    private static final Pattern COMMENT =
            Pattern.compile("(?is)(....)(ARTIST|PERFORMER|COMPOSER|ENCODED-BY|CONTACT)=");

    private static final Map<String, String> KEYS =
            Map.of("ARTIST", "表演者", "PERFORMER", "表演者", "COMPOSER", "作曲者", "ENCODED-BY", "录制的人", "CONTACT", "联系人");
    /** As WAV files do it: a name, a length and a value, among the others of a list. */
    private static final Map<String, String> CHUNKS =
            Map.of("IART", "表演者", "IENG", "录音的人", "ITCH", "制作的人", "ICMS", "委托的人");

    private static final int MOST_CHUNKS = 1000;
    private static final int LONGEST = 1000;

    /** In an MP3 file. */
    static List<String> of(Opened file) {
        byte[] head = file.head().getBytes(StandardCharsets.ISO_8859_1);
        Set<String> found = new LinkedHashSet<>();
        if (head.length < 10 || !file.head().startsWith("ID3")) {
            return List.of();
        }
        int version = head[3];
        int idLength = version == 2 ? 3 : 4;
        int frameHead = version == 2 ? 6 : 10;
        int end = Math.min(head.length, 10 + size(head, 6, 4, 7));
        boolean extended = version > 2 && (head[5] & 0x40) != 0 && end > 14;
        int at = 10 + (!extended ? 0 : version == 4 ? size(head, 10, 4, 7) : size(head, 10, 4, 8) + 4);
        while (at > 0 && at + frameHead <= end && head[at] != 0 && found.size() < MOST_NAMES) {
            String id = new String(head, at, idLength, StandardCharsets.ISO_8859_1);
            int length = size(head, at + idLength, idLength, version == 4 ? 7 : 8);
            int from = at + frameHead;
            if (length <= 0 || length > end - from) {
                break;
            }
            if (FRAMES.containsKey(id)) {
                tell(found, FRAMES.get(id), text(head, from, length));
            }
            at = from + length;
        }
        return new ArrayList<>(found);
    }

    /** In an Ogg file, whose second page, right at its beginning, says it. */
    static List<String> ofOgg(Opened file) {
        String head = file.head();
        Set<String> found = new LinkedHashSet<>();
        for (Matcher one = COMMENT.matcher(head); found.size() < MOST_NAMES && one.find(); ) {
            int key = one.start(2);
            long length = little(one.group(1).getBytes(StandardCharsets.ISO_8859_1), 0);
            if (length <= LONGEST && length > one.end() - key && key + length <= head.length()) {
                byte[] value = head.substring(one.end(), key + (int) length).getBytes(StandardCharsets.ISO_8859_1);
                tell(found, KEYS.get(one.group(2).toUpperCase(Locale.ROOT)), new String(value, StandardCharsets.UTF_8));
            }
        }
        return new ArrayList<>(found);
    }

    /** In a WAV file, before or behind its sound. */
    static List<String> ofWav(Opened file) throws IOException {
        Set<String> found = new LinkedHashSet<>();
        try (SeekableByteChannel in = Files.newByteChannel(file.path())) {
            long at = 12;
            for (int chunk = 0; chunk < MOST_CHUNKS && at + 8 <= in.size(); chunk++) {
                byte[] head = read(in, at, 12);
                long length = little(head, 4);
                if (latin(head, 0, 4).equals("LIST")
                        && head.length == 12
                        && latin(head, 8, 4).equals("INFO")) {
                    inList(read(in, at + 12, (int) Math.min(1 << 16, Math.max(0, length - 4))), found);
                }
                at += 8 + length + length % 2;
            }
        }
        return new ArrayList<>(found);
    }

    private static void inList(byte[] list, Set<String> found) {
        for (long at = 0; at + 8 <= list.length && found.size() < MOST_NAMES; ) {
            String name = latin(list, (int) at, 4);
            long length = Math.min(little(list, (int) at + 4), list.length - at - 8);
            if (CHUNKS.containsKey(name)) {
                tell(found, CHUNKS.get(name), new String(list, (int) at + 8, (int) length, Charset.forName("GB18030")));
            }
            at += 8 + length + length % 2;
        }
    }

    private static void tell(Set<String> found, String who, String written) {
        String name = Traces.printed(written.replace('\0', ' '));
        if (!name.isEmpty()) {
            found.add(who + "“" + name + "”");
        }
    }

    private static byte[] read(SeekableByteChannel in, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(length, in.size() - at));
        in.position(at);
        while (bytes.hasRemaining() && in.read(bytes) >= 0) {
            // Until it is full.
        }
        return bytes.array();
    }

    private static String latin(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    /** Four bytes, the lowest first. */
    private static long little(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes, at, 4).order(ByteOrder.LITTLE_ENDIAN).getInt() & 0xFFFFFFFFL;
    }

    /** A number of so many bytes, of which each holds 7 or 8 bits; -1 if it is too large. */
    private static int size(byte[] bytes, int at, int count, int bits) {
        long size = 0;
        for (int i = 0; i < count; i++) {
            size = size << bits | bytes[at + i] & (1 << bits) - 1;
        }
        return size > Integer.MAX_VALUE / 2 ? -1 : (int) size;
    }

    /** Chinese programs write GBK where Latin letters are meant to stand. */
    private static String text(byte[] bytes, int from, int length) {
        Charset charset = switch (bytes[from]) {
            case 1 -> StandardCharsets.UTF_16;
            case 2 -> StandardCharsets.UTF_16BE;
            case 3 -> StandardCharsets.UTF_8;
            default -> Charset.forName("GB18030");
        };
        return new String(bytes, from + 1, length - 1, charset);
    }
}
