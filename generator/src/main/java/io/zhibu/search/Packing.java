package io.zhibu.search;

import java.nio.charset.StandardCharsets;

/**
 * Bytes to a script that calls a function with them. The script is UTF-16 behind a byte order mark, which every browser heeds before
 * any header or attribute: two bytes a character is what a script holds bytes in with the least loss, 3 % against 33 % in Base64.
 */
final class Packing {
    private static final char MARK = '\uFEFF';
    /** Stands before a character that mustn't stand in a text, and was therefore changed by {@link #MOVED}. */
    private static final char ESCAPE = 1;

    private static final int MOVED = 0x8000;

    private Packing() {}

    static byte[] script(byte[] content) {
        StringBuilder script = new StringBuilder(content.length / 2 + 64);
        script.append(MARK).append("zhibu(\"");
        for (int at = 0; at < content.length; at += 2) {
            int second = at + 1 < content.length ? content[at + 1] & 0xFF : 0;
            char unit = (char) (content[at] & 0xFF | second << 8);
            if (isBarred(unit)) {
                script.append(ESCAPE).append((char) (unit ^ MOVED));
            } else {
                script.append(unit);
            }
        }
        script.append((content.length & 1) == 0 ? "\")" : "\",1)");
        return script.toString().getBytes(StandardCharsets.UTF_16LE);
    }

    /** What ends or changes a text of JavaScript, halves of surrogate pairs, and what some reader may take for no character. */
    private static boolean isBarred(char unit) {
        return Character.isSurrogate(unit)
                || unit <= ESCAPE
                || unit == '\n'
                || unit == '\r'
                || unit == '"'
                || unit == '\\'
                || unit == '\u2028'
                || unit == '\u2029'
                || unit >= 0xFFFE
                || unit == MARK;
    }
}
