package io.zhibu.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as Markdown that says just that. */
final class Escape {
    private static final Pattern COUNTED = Pattern.compile("(\\d{1,9})([.)])(?=\\s|$|[^\\x00-\\x7F])");

    private Escape() {}

    /** In the middle of a line. */
    static String text(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean special = "\\`*_[]<~|".indexOf(c) >= 0
                    || c == '&' && i + 1 < text.length() && (text.charAt(i + 1) == '#' || isLetter(text.charAt(i + 1)));
            out.append(special ? "\\" : "").append(c);
        }
        return out.toString();
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** What a line begins with, in Markdown already, so that it begins no block. */
    static String lineStart(String line) {
        if (line.isEmpty()) {
            return line;
        }
        if ("#>-+=:".indexOf(line.charAt(0)) >= 0) {
            return "\\" + line;
        }
        Matcher counted = COUNTED.matcher(line);
        return counted.lookingAt() ? counted.group(1) + "\\" + line.substring(counted.start(2)) : line;
    }
}
