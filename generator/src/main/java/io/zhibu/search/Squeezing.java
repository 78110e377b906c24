package io.zhibu.search;

import java.util.List;

/**
 * The browser's program without what only people read: long names, indents, comments on lines of their own, spaces beside signs. It keeps
 * what stands between single quotes; the program has no other quotes, no text of several lines, and a sign at the end of every statement.
 */
final class Squeezing {
    private Squeezing() {}

    static String squeezed(String program) {
        return squeezed(List.of(program)).get(0);
    }

    /** Programs that work with each other's names. */
    static List<String> squeezed(List<String> programs) {
        return Shortening.shortened(programs.stream().map(Squeezing::stripped).toList());
    }

    private static String stripped(String program) {
        return program.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//") && !line.startsWith("/*"))
                .map(Squeezing::line)
                .reduce("", Squeezing::joined);
    }

    private static String joined(String before, String line) {
        boolean words = !before.isEmpty() && isWord(before.charAt(before.length() - 1)) && isWord(line.charAt(0));
        return before + (words ? "\n" : "") + line;
    }

    private static String line(String line) {
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            }
            if (quoted || c != ' ' || isNeeded(line.charAt(i - 1), line.charAt(i + 1))) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isNeeded(char before, char after) {
        boolean words = isWord(before) && isWord(after);
        boolean signs = (before == '+' || before == '-') && before == after;
        return words || signs;
    }

    private static boolean isWord(char c) {
        return c == '_' || c == '$' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
