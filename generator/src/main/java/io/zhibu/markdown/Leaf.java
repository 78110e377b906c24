package io.zhibu.markdown;

import java.util.Arrays;

/**
 * The text of a block that holds no blocks: its lines without what the containers put before them, and for each where it stands in the
 * source. It reads no marks.
 */
final class Leaf {
    private final String text;
    private final int[] starts;
    private final int[] offsets;
    private final int lines;

    private Leaf(String text, int[] starts, int[] offsets, int lines) {
        this.text = text;
        this.starts = starts;
        this.offsets = offsets;
        this.lines = lines;
    }

    /** Puts a leaf together from lines of the source. */
    static final class Joining {
        private final StringBuilder joined = new StringBuilder();
        private int[] starts = new int[8];
        private int[] offsets = new int[8];
        private int lines;

        /** Adds a line, without its end and the blanks before it. Those behind it may be a hard break. */
        void add(String source, int from, int to) {
            int start = Math.min(to, LinkParts.blankEnd(source, from));
            int end = to > start && source.charAt(to - 1) == '\n' ? to - 1 : to;
            if (lines > 0) {
                joined.append('\n');
            }
            begin(joined.length(), start);
            joined.append(source, start, end);
        }

        private void begin(int start, int offset) {
            if (lines == starts.length) {
                starts = Arrays.copyOf(starts, lines * 2);
                offsets = Arrays.copyOf(offsets, lines * 2);
            }
            starts[lines] = start;
            offsets[lines++] = offset;
        }

        Leaf leaf() {
            return new Leaf(joined.substring(0, trimmedEnd(joined, 0, joined.length())), starts, offsets, lines);
        }
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

    /** The part from there to there, without white space at its end. */
    Leaf part(int from, int end) {
        int to = trimmedEnd(text, from, end);
        Joining part = new Joining();
        for (int at = from; at < to; ) {
            part.begin(at - from, offset(at));
            int lineEnd = text.indexOf('\n', at);
            at = lineEnd < 0 || lineEnd >= to ? to : lineEnd + 1;
        }
        return new Leaf(text.substring(from, to), part.starts, part.offsets, part.lines);
    }

    /** With {@code |} for each {@code \|}, which in a table's cell is one even in code. Columns behind it are one too small. */
    Leaf withoutEscapedPipes() {
        return text.indexOf('\\') < 0 ? this : new Leaf(text.replace("\\|", "|"), starts, offsets, lines);
    }

    private static int trimmedEnd(CharSequence s, int from, int to) {
        int end = to;
        while (end > from && (s.charAt(end - 1) == ' ' || s.charAt(end - 1) == '\t' || s.charAt(end - 1) == '\n')) {
            end--;
        }
        return end;
    }
}
