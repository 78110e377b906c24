package io.zhibu.unicode;

import java.util.OptionalInt;

/**
 * Characters that no text may hold, whether they stand in it or an escape makes them: controls, halves of surrogate pairs, codes that are no
 * characters, a byte order mark within, and what turns the order of reading around. XML has no way to write most of them.
 */
public final class Forbidden {
    /** Stands where a character was lost: no fault of form, and yet a fault. */
    public static final int LOST = 0xFFFD;

    private static final int MARK = 0xFEFF;

    private Forbidden() {}

    /** @param c a code point; half a pair is one where the other half is missing */
    public static boolean is(int c) {
        if (c < 0x20) {
            return c != '\n' && c != '\r' && c != '\t';
        }
        return c >= 0x7F && c <= 0x9F
                || turns(c)
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                || c >= 0xFDD0 && c <= 0xFDEF
                || (c & 0xFFFE) == 0xFFFE
                || c == MARK;
    }

    /** These turn the order of what follows around, so that a reader sees something else than what is there. */
    private static boolean turns(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    /** Where in the text the first of them stands. */
    public static OptionalInt first(String text) {
        return next(text, 0);
    }

    /** The same, from there on. */
    static OptionalInt next(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit >= ' ' && unit < 0x7F || unit >= 0x3000 && unit < Character.MIN_SURROGATE) {
                continue;
            }
            int c = text.codePointAt(at);
            if (is(c)) {
                return OptionalInt.of(at);
            }
            at += Character.charCount(c) - 1;
        }
        return OptionalInt.empty();
    }

    /** What an editor is told that it is. */
    public static String called(int c) {
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            return "半个字符（U+%04X）".formatted(c);
        }
        boolean none = c >= 0xFDD0 && c <= 0xFDEF || (c & 0xFFFE) == 0xFFFE;
        return (none ? "不代表任何字符的编码（U+%04X）" : "看不见的控制字符（U+%04X）").formatted(c);
    }
}
