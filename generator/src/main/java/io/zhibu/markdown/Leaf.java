package io.zhibu.markdown;

import java.util.Arrays;

/**
 * The text of a block that holds no blocks: its lines without what the containers put before them, and for each where it stands in the
 * source. It reads no marks.
 */
final class Leaf {
    private final StringBuilder joined = new StringBuilder();
    private int[] starts = new int[8];
    private int[] offsets = new int[8];
    private int lines;
    private int ends;
    private String text = "";

    /** A leaf of one line that stands in the source as it is. */
    static Leaf of(String source, int from, int to) {
        Leaf leaf = new Leaf();
        leaf.add(source, from, to);
        return leaf.done();
    }

    /** Adds a line, without the white space around it except what may be a hard break. */
    void add(String source, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isBlank(source.charAt(start))) {
            start++;
        }
        if (end > start && source.charAt(end - 1) == '\n') {
            end--;
        }
        if (lines == starts.length) {
            starts = Arrays.copyOf(starts, lines * 2);
            offsets = Arrays.copyOf(offsets, lines * 2);
        }
        if (lines > 0) {
            joined.append('\n');
        }
        starts[lines] = joined.length();
        offsets[lines++] = start;
        joined.append(source, start, end);
    }

    /** Ends the adding of lines. */
    Leaf done() {
        int end = joined.length();
        while (end > 0 && (isBlank(joined.charAt(end - 1)) || joined.charAt(end - 1) == '\n')) {
            end--;
        }
        text = joined.substring(0, end);
        return this;
    }

    String text() {
        return text;
    }

    /** Where the character stands in the source. */
    int offset(int at) {
        int found = Arrays.binarySearch(starts, 0, lines, at);
        int line = found >= 0 ? found : -found - 2;
        return offsets[line] + at - starts[line];
    }

    /** The part from there to there. */
    Leaf part(int from, int to) {
        Leaf part = new Leaf();
        for (int at = from; at < to; ) {
            int end = text.indexOf('\n', at);
            end = end < 0 || end > to ? to : end;
            int shift = offset(at) - at;
            part.addShifted(at, end, shift);
            at = end + 1;
        }
        return part.doneWith(text);
    }

    /** With {@code |} for each {@code \|}, which in a table's cell is one even in code. Columns behind it are one too small. */
    Leaf withoutEscapedPipes() {
        text = text.replace("\\|", "|");
        return this;
    }

    private void addShifted(int from, int to, int shift) {
        if (lines == starts.length) {
            starts = Arrays.copyOf(starts, lines * 2);
            offsets = Arrays.copyOf(offsets, lines * 2);
        }
        starts[lines] = from;
        offsets[lines++] = from + shift;
        ends = to;
    }

    private Leaf doneWith(String whole) {
        if (lines == 0) {
            return done();
        }
        int base = starts[0];
        text = whole.substring(base, ends);
        for (int i = 0; i < lines; i++) {
            starts[i] -= base;
        }
        return this;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
