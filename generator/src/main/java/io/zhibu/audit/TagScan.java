package io.zhibu.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The opening tags of a page and their attributes, told apart as a browser does: text in a value, a comment or a script is no tag, and
 * {@code >} within quotes ends none. Works on bytes in UTF-8, in which all that counts here stands as in ASCII; copies nothing.
 */
final class TagScan {
    private static final int SPAN = 4;

    private final byte[] html;
    private int at;
    private int start;
    private int end;
    // For each attribute: where its name and its value begin and end.
    private int[] spans = new int[16 * SPAN];
    private int attributes;

    TagScan(byte[] html) {
        this.html = html;
    }

    /** Goes on to the next opening tag. A tag that the page ends within is none. */
    boolean next() {
        while (at < html.length) {
            if (html[at] != '<') {
                at++;
            } else if (isLetter(at + 1)) {
                if (tag(at + 1)) {
                    return true;
                }
            } else if (equalsIgnoringCase("<!--", at)) {
                at = commentEnd(at + 4);
            } else if (at + 1 < html.length && (html[at + 1] == '!' || html[at + 1] == '?')) {
                at = after((byte) '>', at);
            } else if (at + 1 < html.length && html[at + 1] == '/' && isLetter(at + 2)) {
                // An ending tag may hold attributes, which nobody heeds.
                tag(at + 2);
            } else {
                at++;
            }
        }
        return false;
    }

    int attributes() {
        return attributes;
    }

    /** The tag without its brackets. */
    String tag() {
        return text(start, end);
    }

    /** Whether the tag has this name, given in lower case. */
    boolean isNamed(String name) {
        int nameEnd = start + name.length();
        return equalsIgnoringCase(name, start) && nameEnd <= end && (nameEnd == end || endsName(html[nameEnd]));
    }

    /** Whether the attribute has this name, given in lower case, whatever stands before a colon. */
    boolean isNamed(int attribute, String name) {
        int nameEnd = spans[attribute * SPAN + 1];
        int from = nameEnd - name.length();
        int nameStart = spans[attribute * SPAN];
        return from >= nameStart && (from == nameStart || html[from - 1] == ':') && equalsIgnoringCase(name, from);
    }

    /** The last byte of the attribute's name. */
    byte lastOfName(int attribute) {
        return html[spans[attribute * SPAN + 1] - 1];
    }

    int nameLength(int attribute) {
        return spans[attribute * SPAN + 1] - spans[attribute * SPAN];
    }

    int valueStart(int attribute) {
        return spans[attribute * SPAN + 2];
    }

    int valueEnd(int attribute) {
        return spans[attribute * SPAN + 3];
    }

    /** The value with its references still in it. */
    String value(int attribute) {
        return text(valueStart(attribute), valueEnd(attribute));
    }

    /** Passes over what the element just begun holds, up to its ending tag, and gives it. For elements that hold text alone. */
    String held(String name) {
        int from = at;
        while (at < html.length && !closes(name, at)) {
            at++;
        }
        return text(from, at);
    }

    private boolean closes(String name, int from) {
        int nameEnd = from + 2 + name.length();
        return html[from] == '<'
                && from + 1 < html.length
                && html[from + 1] == '/'
                && equalsIgnoringCase(name, from + 2)
                && (nameEnd == html.length || endsName(html[nameEnd]));
    }

    private boolean tag(int from) {
        start = from;
        attributes = 0;
        int i = from;
        while (i < html.length && !endsName(html[i])) {
            i++;
        }
        while (i < html.length) {
            byte b = html[i];
            if (b == '>') {
                end = i;
                at = i + 1;
                return html[from - 1] == '<';
            }
            i = isSpace(b) || b == '/' ? i + 1 : attribute(i);
        }
        at = html.length;
        return false;
    }

    private int attribute(int from) {
        int i = from + 1;
        while (i < html.length && html[i] != '=' && !endsName(html[i])) {
            i++;
        }
        int nameEnd = i;
        i = spaceEnd(i);
        if (i == html.length || html[i] != '=') {
            add(from, nameEnd, nameEnd, nameEnd);
            return i;
        }
        i = spaceEnd(i + 1);
        if (i == html.length) {
            return i;
        }
        byte quote = html[i];
        if (quote == '"' || quote == '\'') {
            int close = after(quote, i + 1);
            add(from, nameEnd, i + 1, close - 1);
            return close;
        }
        int value = i;
        while (i < html.length && html[i] != '>' && !isSpace(html[i])) {
            i++;
        }
        add(from, nameEnd, value, i);
        return i;
    }

    private void add(int nameStart, int nameEnd, int valueStart, int valueEnd) {
        int to = attributes++ * SPAN;
        if (to == spans.length) {
            spans = Arrays.copyOf(spans, to * 2);
        }
        spans[to] = nameStart;
        spans[to + 1] = nameEnd;
        spans[to + 2] = valueStart;
        spans[to + 3] = valueEnd;
    }

    private int commentEnd(int from) {
        if (equalsIgnoringCase(">", from)) {
            return from + 1;
        } else if (equalsIgnoringCase("->", from)) {
            return from + 2;
        }
        for (int i = from; i < html.length; i++) {
            if (html[i] == '-' && (equalsIgnoringCase("-->", i) || equalsIgnoringCase("--!>", i))) {
                return after((byte) '>', i);
            }
        }
        return html.length;
    }

    private int after(byte what, int from) {
        int i = from;
        while (i < html.length && html[i] != what) {
            i++;
        }
        return Math.min(html.length, i + 1);
    }

    private int spaceEnd(int from) {
        int i = from;
        while (i < html.length && isSpace(html[i])) {
            i++;
        }
        return i;
    }

    private boolean equalsIgnoringCase(String lower, int from) {
        if (from + lower.length() > html.length) {
            return false;
        }
        for (int i = 0; i < lower.length(); i++) {
            byte b = html[from + i];
            if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isLetter(int from) {
        return from < html.length && (html[from] | 32) >= 'a' && (html[from] | 32) <= 'z';
    }

    private static boolean endsName(byte b) {
        return b == '>' || b == '/' || isSpace(b);
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b >= '\t' && b <= '\r';
    }

    private String text(int from, int to) {
        return new String(html, from, to - from, StandardCharsets.UTF_8);
    }
}
