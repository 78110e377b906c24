package io.zhibu.proofread;

import io.zhibu.proofread.Script.Part;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is no prose within the lines of a text: code, formulas, addresses, tags. */
final class InLine {
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)[\\x21-\\x7E&&[^<>\"`\\\\^{|}]]+");
    private static final String MAIL_NAME = "._+-";
    private static final Pattern MAIL_HOST = Pattern.compile("@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,5}");
    private static final Pattern TAG = Pattern.compile(
            "</?[A-Za-z][A-Za-z0-9:-]*(?:\\s[^<>]{0,2000})?/?>|<(?:https?|mailto|ftp):[^<>\\s]{1,2000}>|<[\\w.+-]{1,64}@[^<>\\s]{1,200}>");
    private static final Pattern FORMULA = Pattern.compile(
            "\\$(?![\\s\\d])(?:[^$\\r\\n]|\\r?\\n(?![ \\t]*\\r?\\n)){1,500}?(?<!\\s)\\$(?!\\d)|\\$\\d[^$\\r\\n" + Han.IN
                    + "]{0,200}\\$(?!\\d)|\\$\\$[^$]{1,5000}\\$\\$");
    private static final Pattern PARENTHESISED = Pattern.compile("\\\\\\(.{1,500}?\\\\\\)");
    private static final Pattern SOURCE = Pattern.compile("\\[[A-Z][0-9]{1,2}](?!\\()");
    private static final Pattern ROLE = Pattern.compile(":[a-z]{2,20}:(?=`)");

    private final String text;
    private final Part[] parts;

    InLine(String text, Part[] parts) {
        this.text = text;
        this.parts = parts;
    }

    /**
     * @param chars of the text
     * @param body where the header ends
     */
    void look(char[] chars, int body) {
        for (int at = 0; at < chars.length; ) {
            char c = chars[at];
            boolean looked = c < 0x80 && (parts[at] == Part.PROSE || parts[at] == Part.VALUE);
            at = Math.max(at + 1, !looked ? at + 1 : at < body ? address(c, at) : mark(c, at));
        }
    }

    /** Where to go on. */
    private int address(char c, int at) {
        if (c == 'h' && text.startsWith("http", at) || c == 'w' && text.startsWith("www.", at)) {
            return web(at);
        } else if (c == '@') {
            return mail(at);
        }
        return at + 1;
    }

    private int mark(char c, int at) {
        return switch (c) {
            case '`' -> code(at);
            case '<' -> text.startsWith("<!--", at) ? note(at) : filled(TAG, at, Part.TAG);
            case ']' -> target(at);
            case '$' -> filled(FORMULA, at, Part.CODE);
            case '\\' -> filled(PARENTHESISED, at, Part.CODE);
            case '!' -> box(at);
            case '[' -> bracket(at);
            case ':' -> filled(ROLE, at, Part.FORM);
            default -> address(c, at);
        };
    }

    private int filled(Pattern pattern, int at, Part part) {
        Matcher found = pattern.matcher(text).region(at, text.length());
        return found.useTransparentBounds(true).lookingAt() ? fill(at, found.end(), part) : at + 1;
    }

    private int fill(int from, int to, Part part) {
        Arrays.fill(parts, from, to, part);
        return to;
    }

    /** Without the signs at its end that belong to the sentence around it. */
    private int web(int at) {
        Matcher found = ADDRESS.matcher(text).region(at, text.length());
        if (!found.lookingAt()) {
            return at + 1;
        }
        int end = found.end();
        while (end > at + 1
                && (".,;:!?*'\"~".indexOf(text.charAt(end - 1)) >= 0
                        || text.charAt(end - 1) == ')'
                                && text.substring(at, end).indexOf('(') < 0)) {
            end--;
        }
        return fill(at, end, Part.TARGET);
    }

    private int mail(int at) {
        int start = at;
        while (start > 0 && isMailName(text.charAt(start - 1))) {
            start--;
        }
        Matcher host = MAIL_HOST.matcher(text).region(at, text.length());
        return start < at && host.lookingAt() ? fill(start, host.end(), Part.TARGET) : at + 1;
    }

    private static boolean isMailName(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || MAIL_NAME.indexOf(c) >= 0;
    }

    private int note(int at) {
        int end = text.indexOf("-->", at + 4);
        return end < 0 ? at + 4 : fill(at, end + 3, Part.NOTE);
    }

    /** To the next run of as many, in the same paragraph. */
    private int code(int at) {
        int behind = runEnd(at);
        for (int from = text.indexOf('`', behind); from >= 0; from = text.indexOf('`', from)) {
            int after = runEnd(from);
            if (after - from == behind - at) {
                String between = text.substring(behind, from);
                boolean parted = between.contains("\n\n") || between.contains("\r\n\r\n");
                return parted ? behind : fill(at, after, Part.CODE);
            }
            from = after;
        }
        return behind;
    }

    private int runEnd(int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        return end;
    }

    private int bracket(int at) {
        if (text.startsWith("[^", at)) {
            int end = text.indexOf(']', at);
            return end < 0 || end - at > 100 ? at + 2 : fill(at, end + 1, Part.FORM);
        }
        return filled(SOURCE, at, Part.FORM);
    }

    /** The head of a box, {@code !!! note "…"}: its signs. */
    private int box(int at) {
        if (!text.startsWith("!!! ", at)) {
            return at + 1;
        }
        int end = Script.lineEnd(text, at);
        for (int i = at; i < end; i++) {
            if (text.charAt(i) < 0x80) {
                parts[i] = Part.FORM;
            }
        }
        return end;
    }

    private int target(int at) {
        boolean more = at + 1 < text.length();
        return more && text.charAt(at + 1) == '('
                ? link(at)
                : more && text.charAt(at + 1) == ':' ? definition(at) : at + 1;
    }

    /** Up to the bracket that closes; a title between quotation marks is prose. */
    private int link(int at) {
        int depth = 1;
        int end = at + 2;
        while (end < text.length() && !Script.isEnd(text.charAt(end)) && depth > 0) {
            char c = text.charAt(end++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        if (depth > 0) {
            return at + 2;
        }
        fill(at, end, Part.TARGET);
        int title = text.indexOf(" \"", at);
        int close = text.lastIndexOf('"', end - 1);
        if (title >= 0 && title < end && close > title + 2) {
            fill(title + 2, close, Part.PROSE);
        }
        return end;
    }

    /** {@code [name]: address}; behind a note's name stands its text. */
    private int definition(int at) {
        int start = Script.lineStart(text, at);
        boolean named = at - start < 200 && text.substring(start, at).matches("[ >]{0,8}\\[[^\\[\\]^]+");
        return named ? fill(start, Script.lineEnd(text, at), Part.TARGET) : at + 2;
    }
}
