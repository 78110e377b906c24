package io.zhibu.markdown;

import io.zhibu.unicode.Writing;

/** Sorts characters as CommonMark's rules and Chinese need it. */
final class Letters {
    private static final int ASCII = 128;

    private Letters() {}

    static boolean isAsciiPunctuation(int c) {
        return c > ' ' && c < 127 && !(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z');
    }

    /** Unicode's P and S, as CommonMark has it since 0.31. */
    static boolean isPunctuation(int c) {
        if (c < ASCII) {
            return isAsciiPunctuation(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }

    static boolean isSpace(int c) {
        return c == ' '
                || c == '\t'
                || c == '\n'
                || c == '\f'
                || c == '\r'
                || c >= ASCII && Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /** Chinese, or Korean, which writes spaces between words, yet none before its particles. */
    static boolean isCjk(int c) {
        return Writing.isChinese(c)
                || c >= 0x1100 && c <= 0x11FF
                || c >= 0xA960 && c <= 0xA97F
                || c >= 0xAC00 && c <= 0xD7FF
                || c >= 0x1AFF0 && c <= 0x1B16F
                || c >= 0x1F200 && c <= 0x1F2FF;
    }

    /** Chooses the form of the character before it. */
    static boolean isVariation(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }

    static boolean isAsciiLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isAsciiDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
