package io.zhibu.intake;

import io.zhibu.docx.Block;
import io.zhibu.docx.Manuscript;
import io.zhibu.docx.Paragraph;
import io.zhibu.docx.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A manuscript as somebody reads it who wants to know what it is about.
 *
 * @param title empty if it has none
 * @param lines of the paragraphs, cells of tables as well, without empty ones
 * @param paragraphs that are outside of tables
 */
record Reading(String title, List<String> headings, List<String> lines, List<Paragraph> paragraphs) {
    static Reading of(Manuscript manuscript, Outline outline) {
        StringBuilder title = new StringBuilder();
        for (Paragraph line : outline.title()) {
            String text = Outline.said(line);
            boolean latin = !title.isEmpty() && title.charAt(title.length() - 1) < 0x80 && text.charAt(0) < 0x80;
            title.append(latin ? " " : "").append(text);
        }
        List<String> lines = new ArrayList<>();
        List<Paragraph> paragraphs = new ArrayList<>();
        outline.blocks().forEach(block -> lines(block, lines));
        for (Block block : outline.blocks()) {
            if (block instanceof Paragraph paragraph && !Outline.said(paragraph).isEmpty()) {
                paragraphs.add(paragraph);
            }
        }
        List<String> headings = paragraphs.stream()
                .filter(one -> outline.level(one).isPresent())
                .map(Outline::said)
                .toList();
        return new Reading(title.toString(), headings, lines, paragraphs);
    }

    private static void lines(Block block, List<String> lines) {
        if (block instanceof Paragraph paragraph && paragraph.look().role() != Paragraph.Role.CONTENTS) {
            String text = Outline.said(paragraph);
            if (!text.isEmpty()) {
                lines.add(text);
            }
        } else if (block instanceof Table table) {
            table.rows().forEach(row -> row.forEach(cell -> cell.blocks().forEach(inner -> lines(inner, lines))));
        }
    }

    String whole() {
        return String.join("\n", lines);
    }
}
