package io.zhibu.attachment;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom a recording names, as programs write it before the sound itself. */
final class SoundTraces {
    private static final int MOST_NAMES = 8;
    private static final Map<String, String> FRAMES = Map.of(
            "TPE1", "表演者", "TPE2", "表演者", "TCOM", "作曲者", "TENC", "录制的人", "TOWN", "所有者", "TP1", "表演者", "TCM", "作曲者",
            "TEN", "录制的人");

    private SoundTraces() {}

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
                String name = Traces.printed(text(head, from, length));
                if (!name.isEmpty()) {
                    found.add(FRAMES.get(id) + "“" + name + "”");
                }
            }
            at = from + length;
        }
        return new ArrayList<>(found);
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
        return new String(bytes, from + 1, length - 1, charset).replace('\0', ' ');
    }
}
