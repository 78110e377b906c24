package io.zhibu.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts folded text into words: two neighbouring characters of Chinese, Japanese or Korean, one that stands alone, or a run of other
 * letters and digits. Goes by fixed ranges and not by the JDK's tables: the browser must cut the same.
 */
final class Tokens {
    private Tokens() {}

    /** What a character is to the cutting. */
    enum Kind {
        /** Takes two UTF-16 units where it begins with the first half of a pair. */
        HAN,
        LETTER,
        GAP
    }

    static Kind kind(CharSequence text, int at) {
        char c = text.charAt(at);
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' ? Kind.LETTER : Kind.GAP;
        }
        if (c >= 0x3400 && c <= 0x9FFF || c >= 0xAC00 && c <= 0xD7A3 || c >= 0xF900 && c <= 0xFAFF) {
            return c >= 0x4DC0 && c <= 0x4DFF ? Kind.GAP : Kind.HAN;
        }
        if (c >= 0xD840 && c <= 0xD8BF) {
            boolean pair = at + 1 < text.length() && text.charAt(at + 1) >= 0xDC00 && text.charAt(at + 1) <= 0xDFFF;
            return pair ? Kind.HAN : Kind.GAP;
        }
        if (c == 0x3005 || c == 0x3007 || c >= 0x3041 && c <= 0x3096 || c >= 0x30A1 && c <= 0x30FA || c == 0x30FC) {
            return Kind.HAN;
        }
        boolean letter = c == 0xAA || c == 0xB5 || c == 0xBA || c >= 0xC0 && c <= 0x2AF || c >= 0x370 && c <= 0x1FFF;
        return letter && c != 0xD7 && c != 0xF7 ? Kind.LETTER : Kind.GAP;
    }

    /** How many UTF-16 units the character takes. */
    static int units(CharSequence text, int at) {
        char c = text.charAt(at);
        return c >= 0xD840 && c <= 0xD8BF && kind(text, at) == Kind.HAN ? 2 : 1;
    }

    /** Where the run that begins here ends: neighbours of one kind. */
    static int runEnd(CharSequence text, int from) {
        Kind kind = kind(text, from);
        int at = from;
        while (at < text.length() && kind(text, at) == kind) {
            at += units(text, at);
        }
        return at;
    }

    /** A word and where it stands. */
    record Token(String text, int from, int to, boolean han) {}

    /** How many words a text has. */
    static int count(String folded) {
        int[] count = new int[1];
        cut(folded, (from, to, han) -> count[0]++);
        return count[0];
    }

    /** What takes each word in turn by where it stands. */
    @FunctionalInterface
    interface Step {
        void word(int from, int to, boolean han);
    }

    static List<Token> of(String folded) {
        List<Token> tokens = new ArrayList<>();
        cut(folded, (from, to, han) -> tokens.add(new Token(folded.substring(from, to), from, to, han)));
        return tokens;
    }

    static void cut(String folded, Step found) {
        int at = 0;
        while (at < folded.length()) {
            Kind kind = kind(folded, at);
            int end = runEnd(folded, at);
            if (kind == Kind.LETTER) {
                found.word(at, end, false);
            } else if (kind == Kind.HAN) {
                pairs(folded, at, end, found);
            }
            at = end;
        }
    }

    private static void pairs(String folded, int from, int end, Step found) {
        int next = from + units(folded, from);
        if (next == end) {
            found.word(from, end, true);
        }
        for (int at = from; next < end; ) {
            int after = next + units(folded, next);
            found.word(at, after, true);
            at = next;
            next = after;
        }
    }

    /** The text with every run of gaps as one space and none at its ends: what exact wording is compared in. */
    static String flat(String folded) {
        StringBuilder flat = new StringBuilder(folded.length());
        for (int at = 0; at < folded.length(); ) {
            int units = units(folded, at);
            if (kind(folded, at) != Kind.GAP) {
                flat.append(folded, at, at + units);
            } else if (!flat.isEmpty() && flat.charAt(flat.length() - 1) != ' ') {
                flat.append(' ');
            }
            at += units;
        }
        if (!flat.isEmpty() && flat.charAt(flat.length() - 1) == ' ') {
            flat.setLength(flat.length() - 1);
        }
        return flat.toString();
    }
}
