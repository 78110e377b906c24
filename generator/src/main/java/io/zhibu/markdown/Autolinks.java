package io.zhibu.markdown;

import java.util.regex.Pattern;

/** Addresses between angle brackets. Makes no link of an address that stands alone. */
final class Autolinks {
    private static final Pattern MAIL =
            Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
                    + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");
    private static final int LONGEST_SCHEME = 32;
    private static final int LONGEST_MAIL = 320;

    private Autolinks() {}

    /** After the closing angle bracket; -1 if no address stands between. */
    static int end(String s, int at) {
        int i = at + 1;
        boolean mail = false;
        while (i < s.length() && s.charAt(i) > ' ' && s.charAt(i) != '<' && s.charAt(i) != '>') {
            mail |= s.charAt(i) == '@';
            i++;
        }
        if (i >= s.length() || s.charAt(i) != '>' || s.substring(at + 1, i).indexOf(127) >= 0) {
            return -1;
        }
        boolean found = hasScheme(s, at + 1, i)
                || mail
                        && i - at < LONGEST_MAIL
                        && MAIL.matcher(s.substring(at + 1, i)).matches();
        return found ? i + 1 : -1;
    }

    static String target(String address) {
        return hasScheme(address, 0, address.length()) ? address : "mailto:" + address;
    }

    private static boolean hasScheme(String s, int from, int to) {
        int i = from;
        while (i < to && i - from <= LONGEST_SCHEME && isSchemePart(s.charAt(i))) {
            i++;
        }
        return i < to
                && s.charAt(i) == ':'
                && i - from >= 2
                && i - from <= LONGEST_SCHEME
                && Letters.isAsciiLetter(s.charAt(from));
    }

    private static boolean isSchemePart(char c) {
        return Letters.isAsciiLetter(c) || Letters.isAsciiDigit(c) || c == '+' || c == '.' || c == '-';
    }
}
