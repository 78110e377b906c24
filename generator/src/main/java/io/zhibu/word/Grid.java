package io.zhibu.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A table that grows row by row; its columns are as wide as what stands in them asks for. */
final class Grid {
    /** Between the margins, in twentieths of a point. */
    static final int WIDTH = 8845;

    /** What half a character takes in a cell, and what its edges take. */
    private static final int HALF = 120;

    private static final int EDGES = 240;

    /** The same where letters and digits stand among Chinese: there is some space between them. */
    private static final int SPACED = 150;

    /** As many characters of a word as are never torn apart while there is room. */
    private static final int KEPT = 10;

    private static final String ROOM = "<w:trHeight w:val=\"2600\" w:hRule=\"atLeast\"/>";

    /**
     * @param side as Word names it; empty for the left
     */
    private record Cell(Line line, boolean head, String side) {}

    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Integer> heads = new ArrayList<>();
    private final List<Integer> roomy = new ArrayList<>();
    private int[] widths = {};

    Grid() {}

    /** @param widths of the columns, in proportion to each other, whatever stands in them */
    Grid(int... widths) {
        this.widths = widths;
    }

    /** @param head goes on top of each page that the table takes */
    void row(boolean head) {
        if (head) {
            heads.add(rows.size());
        }
        rows.add(new ArrayList<>());
    }

    /** The last row leaves room to write in. */
    void roomy() {
        roomy.add(rows.size() - 1);
    }

    void cell(Line line, boolean head, String side) {
        rows.get(rows.size() - 1).add(new Cell(line, head, side));
    }

    Grid head(String... cells) {
        return row(true, List.of(cells));
    }

    Grid row(boolean head, List<String> cells) {
        row(head);
        cells.forEach(cell -> cell(Line.of(cell), head, ""));
        return this;
    }

    boolean isEmpty() {
        return rows.stream().allMatch(List::isEmpty);
    }

    String xml() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] wide = widths.length == columns ? share(widths) : share(asked(columns));
        StringBuilder xml = new StringBuilder("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"" + WIDTH
                + "\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        Arrays.stream(wide)
                .forEach(one -> xml.append("<w:gridCol w:w=\"").append(one).append("\"/>"));
        xml.append("</w:tblGrid>");
        for (int at = 0; at < rows.size(); at++) {
            if (!rows.get(at).isEmpty()) {
                row(rows.get(at), heads.contains(at), roomy.contains(at) ? ROOM : "", wide, xml);
            }
        }
        return xml.append("</w:tbl>").toString();
    }

    private static void row(List<Cell> row, boolean head, String height, int[] wide, StringBuilder xml) {
        xml.append("<w:tr><w:trPr><w:cantSplit/>")
                .append(height)
                .append(head ? "<w:tblHeader/>" : "")
                .append("</w:trPr>");
        for (int column = 0; column < wide.length; column++) {
            Cell cell = column < row.size() ? row.get(column) : new Cell(new Line(), false, "");
            xml.append("<w:tc><w:tcPr><w:tcW w:w=\"")
                    .append(wide[column])
                    .append("\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"")
                    .append(cell.head() ? "TableHead" : "TableText")
                    .append("\"/>")
                    .append(head ? "<w:keepNext/>" : "")
                    .append(cell.side().isEmpty() ? "" : "<w:jc w:val=\"" + cell.side() + "\"/>")
                    .append("</w:pPr>")
                    .append(cell.line().xml())
                    .append("</w:p></w:tc>");
        }
        xml.append("</w:tr>");
    }

    /** Room for a few characters first; what is left goes to each alike until it has enough, so that what is short stays on one line. */
    private int[] asked(int columns) {
        int[] whole = new int[columns];
        for (List<Cell> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                whole[column] = Math.max(whole[column], row.get(column).line().width());
            }
        }
        int[] asked = Arrays.stream(whole)
                .map(one -> Math.min(one, KEPT) * HALF + EDGES)
                .toArray();
        int left = Math.max(0, WIDTH - Arrays.stream(asked).sum());
        List<Integer> shortest = IntStream.range(0, columns)
                .boxed()
                .sorted(Comparator.comparing(column -> whole[column]))
                .toList();
        for (int at = 0; at < columns; at++) {
            int column = shortest.get(at);
            int further = Math.min(left / (columns - at), Math.max(0, whole[column] - KEPT) * SPACED);
            asked[column] += further;
            left -= further;
        }
        return asked;
    }

    private static int[] share(int[] parts) {
        int sum = Arrays.stream(parts).sum();
        int[] shared = new int[parts.length];
        int given = 0;
        for (int at = 0; at < parts.length; at++) {
            shared[at] = at == parts.length - 1 ? WIDTH - given : (int) ((long) WIDTH * parts[at] / sum);
            given += shared[at];
        }
        return shared;
    }
}
