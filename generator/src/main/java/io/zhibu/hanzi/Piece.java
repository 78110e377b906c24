package io.zhibu.hanzi;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What counts as one when texts are put in order: a number, a word of Latin letters, or one character. Signs, blanks and marks over
 * letters don't count; full width is as half.
 *
 * @param text digits without leading zeros, letters in lower case, or the character
 */
record Piece(Kind kind, String text) {
    /** In the order in which pieces stand. */
    enum Kind {
        NUMBER,
        LATIN,
        HAN,
        OTHER
    }

    static List<Piece> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        for (int i = 0; i < plain.length(); ) {
            int end = end(plain, i);
            int first = plain.codePointAt(i);
            if (isDigit(first)) {
                pieces.add(new Piece(Kind.NUMBER, plain.substring(i, end).replaceFirst("^0+(?=.)", "")));
            } else if (isLatin(first)) {
                pieces.add(new Piece(Kind.LATIN, plain.substring(i, end)));
            } else if (isHan(first)) {
                pieces.add(new Piece(Kind.HAN, plain.substring(i, end)));
            } else if (!isSign(first)) {
                pieces.add(new Piece(Kind.OTHER, plain.substring(i, end)));
            }
            i = end;
        }
        return pieces;
    }

    private static int end(String text, int start) {
        int first = text.codePointAt(start);
        int end = start + Character.charCount(first);
        while (end < text.length()
                && (isDigit(first) && isDigit(text.charAt(end)) || isLatin(first) && isLatin(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isLatin(int character) {
        return character >= 'a' && character <= 'z';
    }

    // Blocks, not the JDK's classes of characters: those differ between one JDK and the next.
    static boolean isHan(int character) {
        return character == '〇'
                || character >= 0x3400 && character <= 0x9FFF
                || character >= 0x20000 && character <= 0x3FFFF;
    }

    private static boolean isSign(int character) {
        return character < 0xC0
                || character == '×'
                || character == '÷'
                || character >= 0x2B0 && character <= 0x36F
                || character >= 0x2000 && character <= 0x2BFF
                || character >= 0x2E00 && character <= 0x303F
                || character >= 0xE000 && character <= 0xF8FF
                || character >= 0xFE00 && character <= 0xFFFF;
    }
}
