package io.zhibu.markdown;

import java.util.Locale;

/** Finds where the parts of a link end: label, destination, title. Each answers -1 if the part is not there. */
final class LinkParts {
    static final int LONGEST_LABEL = 999;
    private static final int DEEPEST_PARENTHESES = 32;

    private LinkParts() {}

    /** After the closing bracket of the label that begins here. */
    static int labelEnd(String s, int at) {
        if (at >= s.length() || s.charAt(at) != '[') {
            return -1;
        }
        int limit = Math.min(s.length(), at + LONGEST_LABEL + 2);
        for (int i = at + 1; i < limit; i++) {
            char c = s.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                return -1;
            } else if (c == ']') {
                return i + 1;
            }
        }
        return -1;
    }

    /** Two labels are the same if this is. Empty if the label holds no letter. */
    static String normalized(String label) {
        StringBuilder one = new StringBuilder(label.length());
        boolean space = false;
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n') {
                space = true;
            } else {
                if (space && !one.isEmpty()) {
                    one.append(' ');
                }
                space = false;
                one.append(c);
            }
        }
        // Upper case of lower case is the nearest that Java has to case folding.
        return one.toString().toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
    }

    static int destinationEnd(String s, int at) {
        if (at < s.length() && s.charAt(at) == '<') {
            return pointedEnd(s, at);
        }
        int open = 0;
        int i = at;
        for (; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '\\' && i + 1 < s.length() && Letters.isAsciiPunctuation(s.charAt(i + 1))) {
                i++;
            } else if (c == '(') {
                if (++open > DEEPEST_PARENTHESES) {
                    return -1;
                }
            } else if (c == ')') {
                if (open-- == 0) {
                    return i;
                }
            } else if (c <= ' ' || c == 127) {
                break;
            }
        }
        return open > 0 ? -1 : i;
    }

    private static int pointedEnd(String s, int at) {
        for (int i = at + 1; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '>') {
                return i + 1;
            } else if (c == '<' || c == '\n') {
                return -1;
            } else if (c == '\\') {
                i++;
            }
        }
        return -1;
    }

    static String destination(String s, int from, int to) {
        boolean pointed = to > from && s.charAt(from) == '<';
        return Escapes.resolve(pointed ? s.substring(from + 1, to - 1) : s.substring(from, to));
    }

    static int titleEnd(String s, int at) {
        if (at >= s.length()) {
            return -1;
        }
        char open = s.charAt(at);
        char close = open == '(' ? ')' : open;
        if (open != '"' && open != '\'' && open != '(') {
            return -1;
        }
        for (int i = at + 1; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == close) {
                return i + 1;
            } else if (c == '(' && open == '(') {
                return -1;
            } else if (c == '\\') {
                i++;
            }
        }
        return -1;
    }

    /** A title as Chinese keyboards quote it: up to the mark that the closing parenthesis follows, so that it may hold others. */
    static int wideTitleEnd(String s, int at) {
        int limit = Math.min(s.length(), at + LONGEST_LABEL);
        for (int i = at + 1; at < limit && isWideQuote(s.charAt(at)) && i < limit && s.charAt(i) != '\n'; i++) {
            if (isWideQuote(s.charAt(i)) && s.startsWith(")", blankEnd(s, i + 1))) {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean isWideQuote(char c) {
        return c == '“' || c == '”' || c == '‘' || c == '’' || c == '＂' || c == '「' || c == '」';
    }

    static String title(String s, int from, int to) {
        return Escapes.resolve(s.substring(from + 1, to - 1));
    }

    /** After blanks and at most one line end. */
    static int spaceEnd(String s, int at) {
        int i = blankEnd(s, at);
        return i < s.length() && s.charAt(i) == '\n' ? blankEnd(s, i + 1) : i;
    }

    static int blankEnd(String s, int at) {
        int i = at;
        while (i < s.length() && (s.charAt(i) == ' ' || s.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }
}
