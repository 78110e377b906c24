package io.zhibu.markdown;

import java.util.OptionalInt;

/**
 * One look at a text before any parser sees it: whether containers may be nested too deep, and whether the text is large or odd
 * enough to be read under guard. Says nothing about what the text means.
 */
final class Prescan {
    private static final int ORDINARY_LENGTH = 64 * 1024;
    private static final int ORDINARY_LINE = 2_000;
    private static final int ORDINARY_INDENT = 100;

    private final int[] columns = new int[Sink.DEEPEST];
    private int depth;
    private OptionalInt tooDeep = OptionalInt.empty();
    private boolean ordinary;

    Prescan(String text) {
        ordinary = text.length() <= ORDINARY_LENGTH;
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            ordinary &= end - at <= ORDINARY_LINE;
            line(text, at, end);
            at = end + 1;
        }
    }

    /** Where the marker stands that is one too many. */
    OptionalInt tooDeep() {
        return tooDeep;
    }

    boolean isOrdinary() {
        return ordinary;
    }

    private void line(String text, int from, int to) {
        int column = 0;
        int at = from;
        int markers = 0;
        while (at < to && markers <= Sink.DEEPEST) {
            char c = text.charAt(at);
            int end = isBlank(c) ? at + 1 : markerEnd(text, at, to);
            if (end < 0) {
                break;
            }
            if (!isBlank(c)) {
                markers++;
                open(c, column, at);
            }
            column += c == '\t' ? 4 : end - at;
            at = end;
        }
        ordinary &= column <= ORDINARY_INDENT;
    }

    /** Notes that a container may begin here: inside those that began further left, and in place of those further right. */
    private void open(char mark, int column, int at) {
        int outer = 0;
        while (outer < depth && columns[outer] < column) {
            outer++;
        }
        boolean goesOn = mark == '>' && outer < depth && columns[outer] == column;
        if (goesOn) {
            return;
        }
        if (outer == Sink.DEEPEST) {
            tooDeep = tooDeep.isEmpty() ? OptionalInt.of(at) : tooDeep;
            return;
        }
        columns[outer] = column;
        depth = outer + 1;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static int markerEnd(String text, int at, int to) {
        char c = text.charAt(at);
        if (c == '>') {
            return at + 1;
        }
        if (c == '!' && text.startsWith("!!!", at)) {
            return at + 3;
        }
        int end = at;
        while (end < to && Letters.isAsciiDigit(text.charAt(end))) {
            end++;
        }
        char mark = end < to ? text.charAt(end) : ' ';
        boolean fits = end > at ? mark == '.' || mark == ')' : mark == '-' || mark == '+' || mark == '*';
        boolean parted = end + 1 >= to || text.charAt(end + 1) == ' ' || text.charAt(end + 1) == '\t';
        return fits && parted ? end + 1 : -1;
    }
}
