package io.zhibu.markdown;

import java.util.HashMap;
import java.util.Map;

/** Finds where an HTML tag, comment or the like ends within a line of text. Judges none of it. */
final class InlineHtml {
    private final String s;
    // What was looked for and is nowhere behind that place: looking again each time would be quadratic.
    private final Map<String, Integer> absent = new HashMap<>();

    InlineHtml(String s) {
        this.s = s;
    }

    /** After the piece of HTML that begins with this angle bracket, or -1. */
    int end(int at) {
        char c = at + 1 < s.length() ? s.charAt(at + 1) : ' ';
        if (c == '/') {
            return closingTagEnd(at + 2);
        } else if (c == '?') {
            return after("?>", at + 2);
        } else if (c != '!') {
            return Letters.isAsciiLetter(c) ? openTagEnd(at + 1) : -1;
        } else if (s.startsWith("--", at + 2)) {
            return commentEnd(at + 4);
        } else if (s.startsWith("[CDATA[", at + 2)) {
            return after("]]>", at + 9);
        }
        return at + 2 < s.length() && Letters.isAsciiLetter(s.charAt(at + 2)) ? after(">", at + 2) : -1;
    }

    private int commentEnd(int at) {
        if (s.startsWith(">", at)) {
            return at + 1;
        }
        return s.startsWith("->", at) ? at + 2 : after("-->", at);
    }

    private int after(String end, int from) {
        if (from >= absent.getOrDefault(end, Integer.MAX_VALUE)) {
            return -1;
        }
        int found = s.indexOf(end, from);
        if (found < 0) {
            absent.put(end, from);
            return -1;
        }
        return found + end.length();
    }

    private int closingTagEnd(int at) {
        if (at >= s.length() || !Letters.isAsciiLetter(s.charAt(at))) {
            return -1;
        }
        int i = spaceEnd(nameEnd(at));
        return i < s.length() && s.charAt(i) == '>' ? i + 1 : -1;
    }

    private int openTagEnd(int at) {
        int i = nameEnd(at);
        while (true) {
            int next = spaceEnd(i);
            if (next > i && next < s.length() && isAttributeStart(s.charAt(next))) {
                i = attributeEnd(next);
                if (i < 0) {
                    return -1;
                }
            } else {
                i = next < s.length() && s.charAt(next) == '/' ? next + 1 : next;
                return i < s.length() && s.charAt(i) == '>' ? i + 1 : -1;
            }
        }
    }

    private int attributeEnd(int at) {
        int i = at;
        while (i < s.length() && (isAttributeStart(s.charAt(i)) || isNamePart(s.charAt(i)) || s.charAt(i) == '.')) {
            i++;
        }
        int equals = spaceEnd(i);
        return equals < s.length() && s.charAt(equals) == '=' ? valueEnd(spaceEnd(equals + 1)) : i;
    }

    private int valueEnd(int at) {
        if (at >= s.length()) {
            return -1;
        }
        char quote = s.charAt(at);
        if (quote == '"' || quote == '\'') {
            return after(String.valueOf(quote), at + 1);
        }
        int i = at;
        while (i < s.length() && s.charAt(i) > ' ' && "\"'=<>`".indexOf(s.charAt(i)) < 0) {
            i++;
        }
        return i > at ? i : -1;
    }

    private int nameEnd(int at) {
        int i = at;
        while (i < s.length() && isNamePart(s.charAt(i))) {
            i++;
        }
        return i;
    }

    private int spaceEnd(int at) {
        int i = at;
        while (i < s.length() && (s.charAt(i) == ' ' || s.charAt(i) == '\t' || s.charAt(i) == '\n')) {
            i++;
        }
        return i;
    }

    private static boolean isNamePart(char c) {
        return Letters.isAsciiLetter(c) || Letters.isAsciiDigit(c) || c == '-';
    }

    private static boolean isAttributeStart(char c) {
        return Letters.isAsciiLetter(c) || c == '_' || c == ':';
    }
}
