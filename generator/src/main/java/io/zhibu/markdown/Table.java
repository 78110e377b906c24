package io.zhibu.markdown;

import io.zhibu.page.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A table as GitHub writes them: a head, a line of dashes, rows. It is found in a paragraph, which is what CommonMark takes it for. */
final class Table {
    private static final Pattern DASHES =
            Pattern.compile("\\|?[ \t]*:?-+:?[ \t]*(?:\\|[ \t]*:?-+:?[ \t]*)*+\\|?[ \t]*");
    private static final int MOST_COLUMNS = 200;
    private static final int MOST_FILLED = 20_000;

    /** A cell's text in its leaf. */
    private record Span(int from, int to) {}

    private final Leaf leaf;
    private final int headAt;
    private final int rowsAt;
    private final List<Event.Align> aligns;
    private int fillable = MOST_FILLED;

    private Table(Leaf leaf, int headAt, int rowsAt, List<Event.Align> aligns) {
        this.leaf = leaf;
        this.headAt = headAt;
        this.rowsAt = rowsAt;
        this.aligns = aligns;
    }

    static Optional<Table> in(Leaf leaf) {
        String s = leaf.text();
        if (s.indexOf('\n') < 0 || s.indexOf('-') < 0 || s.indexOf('|') < 0) {
            return Optional.empty();
        }
        int head = 0;
        for (int at = s.indexOf('\n') + 1; at > 0; at = s.indexOf('\n', at) + 1) {
            int end = lineEnd(s, at);
            if (isDashes(s, at, end)) {
                List<Span> dashes = cells(s, at, end);
                int columns = dashes.size();
                if (columns <= MOST_COLUMNS
                        && cells(s, head, at - 1).size() == columns
                        && s.substring(head, end).indexOf('|') >= 0) {
                    List<Event.Align> aligns =
                            dashes.stream().map(span -> align(s, span)).toList();
                    return Optional.of(new Table(leaf, head, Math.min(end + 1, s.length()), aligns));
                }
            }
            head = at;
        }
        return Optional.empty();
    }

    private static boolean isDashes(String s, int from, int to) {
        char first = from < to ? s.charAt(from) : ' ';
        return (first == '|' || first == '-' || first == ':')
                && DASHES.matcher(s).region(from, to).matches();
    }

    /** Where the table begins in its paragraph. */
    int before() {
        return headAt;
    }

    void write(Sink sink, Surroundings around) {
        Event.Table table = new Event.Table();
        sink.start(table);
        String s = leaf.text();
        row(true, cells(s, headAt, lineEnd(s, headAt)), sink, around);
        for (int at = rowsAt; at < s.length(); at = lineEnd(s, at) + 1) {
            row(false, cells(s, at, lineEnd(s, at)), sink, around);
        }
        sink.end(table);
    }

    private void row(boolean head, List<Span> spans, Sink sink, Surroundings around) {
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
    private static List<Span> cells(String s, int from, int to) {
        int start = LinkParts.blankEnd(s, from);
        int end = to;
        while (end > start && s.charAt(end - 1) <= ' ') {
            end--;
        }
        if (start < end && s.charAt(start) == '|') {
            start++;
        }
        List<Span> cells = new ArrayList<>();
        int cell = start;
        for (int i = start; i < end; i++) {
            if (s.charAt(i) == '\\') {
                i++;
            } else if (s.charAt(i) == '|') {
                cells.add(trimmed(s, cell, i));
                cell = i + 1;
            }
        }
        if (cell < end) {
            cells.add(trimmed(s, cell, end));
        }
        return cells;
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
        boolean left = s.charAt(dashes.from()) == ':';
        boolean right = s.charAt(dashes.to() - 1) == ':';
        return left && right
                ? Event.Align.CENTER
                : left ? Event.Align.LEFT : right ? Event.Align.RIGHT : Event.Align.NONE;
    }
}
