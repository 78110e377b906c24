package io.zhibu.intake;

import io.zhibu.docx.Block;
import io.zhibu.docx.Paragraph;
import io.zhibu.docx.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A table in bars and dashes. A cell that was merged over several rows says the same in each; one over several columns stands in the first. */
final class TableWriting {
    private static final String BREAK = "<br>";

    private final Function<Paragraph, String> lines;
    private int merged;

    /** @param lines Markdown of a paragraph on one line, without its label */
    TableWriting(Function<Paragraph, String> lines) {
        this.lines = lines;
    }

    /** How many cells of those written so far were merged ones. */
    int merged() {
        return merged;
    }

    /** Blocks of Markdown: a line above the table, if its first row was one cell, and the table. */
    List<String> markdown(Table table) {
        List<List<Table.Cell>> rows =
                table.rows().stream().filter(row -> !row.isEmpty()).collect(Collectors.toCollection(ArrayList::new));
        int columns = rows.stream().mapToInt(TableWriting::width).max().orElse(0);
        List<String> markdown = new ArrayList<>();
        while (rows.size() > 1
                && columns > 1
                && rows.get(0).size() == 1
                && !rows.get(0).get(0).continued()) {
            String line = cell(rows.remove(0).get(0)).replace(BREAK, " ").strip();
            merged++;
            if (!line.isEmpty()) {
                markdown.add(Escape.lineStart(line));
            }
        }
        if (rows.isEmpty()) {
            return markdown;
        }
        StringBuilder text = new StringBuilder();
        List<String> above = Collections.nCopies(columns, "");
        for (int at = 0; at < rows.size(); at++) {
            above = row(rows.get(at), above, columns, at == 0);
            text.append(at == 0 ? "" : "\n")
                    .append("| ")
                    .append(String.join(" | ", above))
                    .append(" |");
            if (at == 0) {
                text.append("\n|").append(" --- |".repeat(columns));
            }
        }
        markdown.add(text.toString());
        return markdown;
    }

    private static int width(List<Table.Cell> row) {
        return row.stream().mapToInt(Table.Cell::width).sum();
    }

    private List<String> row(List<Table.Cell> row, List<String> above, int columns, boolean head) {
        List<String> texts = new ArrayList<>();
        for (Table.Cell cell : row) {
            int column = texts.size();
            boolean continued = cell.continued() && column < above.size();
            String text = continued ? above.get(column) : cell(cell);
            merged += continued || cell.width() > 1 ? 1 : 0;
            for (int i = 0; i < cell.width(); i++) {
                boolean again = i > 0 && continued && column + i < above.size();
                texts.add(i == 0 || head ? text : again ? above.get(column + i) : "");
            }
        }
        while (texts.size() < columns) {
            texts.add("");
        }
        return texts;
    }

    private String cell(Table.Cell cell) {
        List<String> parts = new ArrayList<>();
        for (Block block : cell.blocks()) {
            if (block instanceof Paragraph paragraph) {
                String label = paragraph
                        .label()
                        .map(one -> one.bullet() ? "· " : Escape.text(one.text()) + " ")
                        .orElse("");
                parts.add(label + lines.apply(paragraph));
            } else if (block instanceof Table inner) {
                inner.rows()
                        .forEach(row -> parts.add(row.stream()
                                .map(this::cell)
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining("，"))));
            }
        }
        return parts.stream()
                .map(part -> part.replace("\n", BREAK).strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(BREAK));
    }
}
