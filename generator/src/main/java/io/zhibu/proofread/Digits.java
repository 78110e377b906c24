package io.zhibu.proofread;

/** Numbers as people type them, and how they are told of without being told. */
final class Digits {
    /** What may stand between the digits of one number. */
    static final String GAP = "[ \\u00A0\\u200B\\u2010-\\u2014-]{0,2}";

    private static final int SHOWN = 3;

    private Digits() {}

    /** The text with half-width digits, letters and signs of a number in place of full-width ones; no place moves. */
    static String half(String text) {
        char[] half = null;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '０' && c <= '９'
                    || c >= 'Ａ' && c <= 'Ｚ'
                    || c >= 'ａ' && c <= 'ｚ'
                    || c == '＋'
                    || c == '－'
                    || c == '＠') {
                half = half == null ? text.toCharArray() : half;
                half[at] = (char) (c - 0xFEE0);
            }
        }
        return half == null ? text : new String(half);
    }

    /** Whether the text holds nine digits with hardly anything between them. */
    static boolean isNumbered(String text) {
        int digits = 0;
        int apart = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits++;
                apart = 0;
                if (digits == 9) {
                    return true;
                }
            } else if (digits > 0 && ++apart > 2) {
                digits = 0;
            }
        }
        return false;
    }

    /** The letters and digits alone. */
    static String only(String text) {
        StringBuilder only = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') {
                only.append(c);
            }
        }
        return only.toString();
    }

    /** As it may be printed: the first digits, and stars for the others. */
    static String masked(String number) {
        int shown = Math.min(SHOWN, number.length() / 3);
        return number.substring(0, shown) + "*".repeat(number.length() - shown);
    }

    /** The check by which bank cards are numbered. */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = i % 2 == 1 ? 2 * digit : digit;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }

    /** Whether one of the words stands near, on the same line. */
    static boolean near(String view, int from, int to, int before, int after, String... words) {
        int start = Math.max(Script.lineStart(view, from), from - before);
        int end = Math.min(Script.lineEnd(view, to), to + after);
        String around = view.substring(start, end);
        for (String word : words) {
            if (around.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
