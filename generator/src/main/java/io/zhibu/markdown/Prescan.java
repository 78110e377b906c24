package io.zhibu.markdown;

import java.util.OptionalInt;

/**
 * One look at a text before any parser sees it: whether containers are nested too deep on one line, and whether the text is large or odd
 * enough to be read under guard. Says nothing about what the text means.
 */
final class Prescan {
    private static final int ORDINARY_LENGTH = 64 * 1024;
    private static final int ORDINARY_LINE = 2_000;
    private static final int ORDINARY_INDENT = 100;

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
        int markers = 0;
        int indent = 0;
        for (int i = from; i < to; ) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t') {
                indent += c == '\t' ? 4 : 1;
                i++;
                continue;
            }
            int end = markerEnd(text, i, to);
            if (end < 0) {
                break;
            }
            if (++markers > Sink.DEEPEST && tooDeep.isEmpty()) {
                tooDeep = OptionalInt.of(i);
            }
            i = end;
        }
        ordinary &= indent <= ORDINARY_INDENT;
    }

    private static int markerEnd(String text, int at, int to) {
        char c = text.charAt(at);
        if (c == '>') {
            return at + 1;
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
