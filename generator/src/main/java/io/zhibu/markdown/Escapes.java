package io.zhibu.markdown;

import org.jsoup.nodes.Entities;

/** Resolves backslash escapes and character references. Decodes no percent signs. */
final class Escapes {
    private static final int LONGEST_NAME = 32;

    private Escapes() {}

    /** The text with all escapes and references resolved. */
    static String resolve(String s) {
        if (s.indexOf('\\') < 0 && s.indexOf('&') < 0) {
            return s;
        }
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); ) {
            char c = s.charAt(i);
            if (c == '\\' && i + 1 < s.length() && Letters.isAsciiPunctuation(s.charAt(i + 1))) {
                out.append(s.charAt(i + 1));
                i += 2;
            } else if (c == '&' && referenceEnd(s, i) > 0) {
                int end = referenceEnd(s, i);
                out.append(reference(s, i, end));
                i = end;
            } else {
                out.append(c);
                i++;
            }
        }
        return out.toString();
    }

    /** Where the reference that begins with this ampersand ends; -1 if none does. */
    static int referenceEnd(String s, int at) {
        int i = at + 1;
        if (i < s.length() && s.charAt(i) == '#') {
            return numberEnd(s, i + 1);
        }
        while (i < s.length() && i - at <= LONGEST_NAME && isNamePart(s.charAt(i))) {
            i++;
        }
        boolean closed = i > at + 1 && i < s.length() && s.charAt(i) == ';';
        return closed && !Entities.getByName(s.substring(at + 1, i)).isEmpty() ? i + 1 : -1;
    }

    private static int numberEnd(String s, int from) {
        boolean hex = from < s.length() && (s.charAt(from) | 0x20) == 'x';
        int start = hex ? from + 1 : from;
        int i = start;
        while (i < s.length()
                && i - start < 8
                && Character.digit(s.charAt(i), hex ? 16 : 10) >= 0
                && s.charAt(i) < 128) {
            i++;
        }
        boolean closed = i > start && i - start <= (hex ? 6 : 7) && i < s.length() && s.charAt(i) == ';';
        return closed ? i + 1 : -1;
    }

    /** What the reference stands for. */
    static String reference(String s, int at, int end) {
        if (s.charAt(at + 1) != '#') {
            return Entities.getByName(s.substring(at + 1, end - 1));
        }
        int number = number(s, at, end);
        boolean none = number == 0 || number > Character.MAX_CODE_POINT || number >= 0xD800 && number <= 0xDFFF;
        return Character.toString(none ? 0xFFFD : number);
    }

    /** The code that the reference gives by its number, whether there is a character of that code or none; -1 for one by a name. */
    static int number(String s, int at, int end) {
        if (s.charAt(at + 1) != '#') {
            return -1;
        }
        boolean hex = (s.charAt(at + 2) | 0x20) == 'x';
        return Integer.parseInt(s.substring(at + (hex ? 3 : 2), end - 1), hex ? 16 : 10);
    }

    private static boolean isNamePart(char c) {
        return Letters.isAsciiLetter(c) || Letters.isAsciiDigit(c);
    }
}
