package io.zhibu.markdown;

import io.zhibu.page.Event;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A table as GitHub writes them: a head, a line of dashes, rows. It is found in a paragraph, which is what CommonMark takes it for. */
final class Table {
    /** As Chinese keyboards write it too. */
    private static final Pattern DASHES = Pattern.compile(
            "[|｜]?_[:：]?[-—－–]++[:：]?_(?:[|｜]_[:：]?[-—－–]++[:：]?_)*+[|｜]?_".replace("_", "[ \t\u3000]*+"));

    private static final int MOST_COLUMNS = 200;
    private static final int MOST_FILLED = 20_000;

    /** A cell's text in its leaf. */
    private record Span(int from, int to) {}

    private final Leaf leaf;
    private final int headAt;
    private final int rowsAt;
    private final List<Event.Align> aligns;
    private final boolean wide;
    private int fillable = MOST_FILLED;

    private Table(Leaf leaf, int headAt, int rowsAt, List<Event.Align> aligns, boolean wide) {
        this.leaf = leaf;
        this.headAt = headAt;
        this.rowsAt = rowsAt;
        this.aligns = aligns;
        this.wide = wide;
    }

    static Optional<Table> in(Leaf leaf) {
        String s = leaf.text();
        if (s.indexOf('\n') < 0 || s.indexOf('|') < 0 && s.indexOf('｜') < 0) {
            return Optional.empty();
        }
        int head = 0;
        for (int at = s.indexOf('\n') + 1; at > 0; at = s.indexOf('\n', at) + 1) {
            int end = lineEnd(s, at);
            if (isDashes(s, at, end)) {
                boolean wide = isWide(s, head) || isWide(s, at);
                List<Span> dashes = cells(s, at, end, true);
                int columns = dashes.size();
                boolean barred = s.substring(head, end).indexOf('|') >= 0 || wide;
                if (barred
                        && columns <= MOST_COLUMNS
                        && fitting(s, head, at - 1, wide, columns).size() == columns) {
                    List<Event.Align> aligns =
                            dashes.stream().map(span -> align(s, span)).toList();
                    return Optional.of(new Table(leaf, head, Math.min(end + 1, s.length()), aligns, wide));
                }
            }
            head = at;
        }
        return Optional.empty();
    }

    /** Whether the row's bars are the wide ones. */
    private static boolean isWide(String s, int from) {
        return s.startsWith("｜", LinkParts.blankEnd(s, from));
    }

    /** How many cells the row has. */
    static int columns(String row) {
        return cells(row, 0, row.length(), isWide(row, 0)).size();
    }

    static boolean isDashes(String s, int from, int to) {
        char first = from < to ? s.charAt(from) : ' ';
        return "|｜-—－–:：".indexOf(first) >= 0
                && DASHES.matcher(s).region(from, to).matches();
    }

    /** Where the table begins in its paragraph. */
    int before() {
        return headAt;
    }

    /** Where the rows begin. */
    int rowsAt() {
        return rowsAt;
    }

    void write(Sink sink, Surroundings around) {
        Event.Table table = new Event.Table();
        sink.start(table);
        String s = leaf.text();
        row(true, headAt, lineEnd(s, headAt), sink, around);
        for (int at = rowsAt; at < s.length(); at = lineEnd(s, at) + 1) {
            row(false, at, lineEnd(s, at), sink, around);
        }
        sink.end(table);
    }

    /** The row's cells; where it comes out right only so, bars in code are code. */
    private static List<Span> fitting(String s, int from, int to, boolean wide, int columns) {
        List<Span> cells = cells(s, from, to, wide);
        List<Span> whole = cells.size() == columns ? cells : new CodeBars(s.substring(from, to)).cells(from, wide);
        return whole.size() == columns ? whole : cells;
    }

    private void look(int from, int to, List<Span> spans, Warnings warnings) {
        String s = leaf.text();
        int columns = aligns.size();
        String line = s.substring(from, to);
        if (spans.size() == 1 && columns > 1 && line.indexOf('|') < 0 && !isWide(s, from)) {
            warnings.rowWithoutBars(leaf.offset(from));
        }
        for (int i = columns; i < spans.size(); i++) {
            Span lost = spans.get(i);
            if (lost.to() > lost.from()) {
                CodeBars code = new CodeBars(line);
                String mended = code.isEmpty() ? joined(from, to, spans) : code.escaped();
                warnings.cellLost(
                        s.substring(lost.from(), spans.get(spans.size() - 1).to()),
                        columns,
                        spans.size(),
                        mended,
                        leaf.offset(lost.from()));
                return;
            }
        }
        if (line.indexOf('`') >= 0 && spans.equals(cells(s, from, to, wide || isWide(s, from)))) {
            CodeBars code = new CodeBars(line);
            if (!code.isEmpty()) {
                warnings.cellCut(code.escaped(), leaf.offset(from + code.first()));
            }
        }
    }

    /** The line with the surplus cells joined to the last that there is room for. */
    private String joined(int from, int to, List<Span> spans) {
        String s = leaf.text();
        StringBuilder line =
                new StringBuilder(s.substring(from, spans.get(aligns.size() - 1).to()));
        for (Span more : spans.subList(aligns.size(), spans.size())) {
            line.append(" \\| ").append(s, more.from(), more.to());
        }
        return line.append(s.substring(spans.get(spans.size() - 1).to(), to)).toString();
    }

    private void row(boolean head, int from, int to, Sink sink, Surroundings around) {
        String s = leaf.text();
        List<Span> spans = fitting(s, from, to, wide || isWide(s, from), aligns.size());
        if (!head) {
            look(from, to, spans, around.warnings());
        }
        Event.Row row = new Event.Row(head);
        sink.start(row);
        // Cells that no one wrote are filled in up to a number, or a short text could make a page without end.
        int missing = Math.min(Math.max(0, aligns.size() - spans.size()), fillable);
        fillable -= missing;
        int columns = Math.min(aligns.size(), spans.size() + missing);
        for (int i = 0; i < columns; i++) {
            Event.Cell cell = new Event.Cell(head, aligns.get(i));
            sink.start(cell);
            if (i < spans.size() && spans.get(i).to() > spans.get(i).from()) {
                Leaf part = leaf.part(spans.get(i).from(), spans.get(i).to());
                Inlines.read(part.withoutEscapedPipes(), around).forEach(sink::add);
            }
            sink.end(cell);
        }
        sink.end(row);
    }

    private static int lineEnd(String s, int at) {
        int end = s.indexOf('\n', at);
        return end < 0 ? s.length() : end;
    }

    /** The cells of a row: parted by bars that no backslash precedes, without the white space around them. */
    private static List<Span> cells(String s, int from, int to, boolean wide) {
        int start = LinkParts.blankEnd(s, from);
        int end = to;
        while (end > start && s.charAt(end - 1) <= ' ') {
            end--;
        }
        if (start < end && isBar(s.charAt(start), wide)) {
            start++;
        }
        List<Span> cells = new ArrayList<>();
        int cell = start;
        for (int i = start; i < end; i++) {
            if (s.charAt(i) == '\\') {
                i++;
            } else if (isBar(s.charAt(i), wide)) {
                cells.add(trimmed(s, cell, i));
                cell = i + 1;
            }
        }
        if (cell < end) {
            cells.add(trimmed(s, cell, end));
        }
        return cells;
    }

    private static boolean isBar(char c, boolean wide) {
        return c == '|' || wide && c == '｜';
    }

    private static Span trimmed(String s, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && s.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && s.charAt(end - 1) <= ' ') {
            end--;
        }
        return new Span(start, end);
    }

    private static Event.Align align(String s, Span dashes) {
        boolean left = ":：".indexOf(s.charAt(dashes.from())) >= 0;
        boolean right = ":：".indexOf(s.charAt(dashes.to() - 1)) >= 0;
        return left && right
                ? Event.Align.CENTER
                : left ? Event.Align.LEFT : right ? Event.Align.RIGHT : Event.Align.NONE;
    }

    /** The bars of a row that stand in code, unescaped. */
    private static final class CodeBars {
        private final String row;
        private final BitSet bars = new BitSet();

        CodeBars(String row) {
            this.row = row;
            CodeSpans code = new CodeSpans(row);
            for (int i = row.indexOf('`'); i >= 0; i = row.indexOf('`', i)) {
                int end = i;
                while (end < row.length() && row.charAt(end) == '`') {
                    end++;
                }
                int close = code.close(i, end);
                for (int at = end; at < close; at++) {
                    bars.set(at, row.charAt(at) == '|' && row.charAt(at - 1) != '\\');
                }
                i = close < 0 ? end : close + end - i;
            }
        }

        boolean isEmpty() {
            return bars.isEmpty();
        }

        int first() {
            return bars.nextSetBit(0);
        }

        /** The row with a backslash before each. */
        String escaped() {
            StringBuilder escaped = new StringBuilder(row);
            for (int i = bars.length() - 1; i >= 0; i = i == 0 ? -1 : bars.previousSetBit(i - 1)) {
                escaped.insert(i, '\\');
            }
            return escaped.toString();
        }

        /** The row's cells if these bars part none; the row begins at the place. */
        List<Span> cells(int from, boolean wide) {
            StringBuilder without = new StringBuilder(row);
            bars.stream().forEach(bar -> without.setCharAt(bar, '_'));
            return Table.cells(without.toString(), 0, row.length(), wide).stream()
                    .map(span -> new Span(span.from() + from, span.to() + from))
                    .toList();
        }
    }
}
