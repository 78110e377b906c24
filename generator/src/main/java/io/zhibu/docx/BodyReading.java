package io.zhibu.docx;

import io.zhibu.docx.Paragraph.Label;
import io.zhibu.docx.Paragraph.Look;
import io.zhibu.docx.Paragraph.Role;
import io.zhibu.docx.Remark.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Paragraphs and tables of one part. */
final class BodyReading {
    private static final Set<String> AROUND =
            Set.of("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag");

    private final Course course;
    private final Relations relations;
    private final Map<String, String> comments;
    private int depth;

    /**
     * @param relations of the part
     * @param comments words by id
     */
    BodyReading(Course course, Relations relations, Map<String, String> comments) {
        this.course = course;
        this.relations = relations;
        this.comments = comments;
    }

    List<Block> blocks(List<Element> elements) throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Element element : elements) {
            block(element, blocks);
        }
        return blocks;
    }

    void block(Element element, List<Block> into) throws IOException {
        switch (element.name()) {
            case "w:p" -> paragraph(element, into);
            case "w:tbl" -> table(element, into);
            case "w:altChunk" -> course.remark(Kind.INSERTED, Place.WHOLE, "", "");
            case "w:del", "w:moveFrom" ->
                course.remark(Kind.TRACKED, course.place(element), "删除", Place.first(Tracking.words(element)));
            case "mc:AlternateContent" -> {
                Optional<Element> way = element.child("mc:Choice").or(() -> element.child("mc:Fallback"));
                into.addAll(blocks(way.map(Element::children).orElse(List.of())));
            }
            case "m:oMathPara", "m:oMath" -> {
                Element paragraph = new Element("w:p", Map.of());
                paragraph.add(element);
                paragraph(paragraph, into);
            }
            default -> {
                if (AROUND.contains(element.name())) {
                    into.addAll(blocks(element.children()));
                }
            }
        }
    }

    private void paragraph(Element element, List<Block> into) throws IOException {
        Place place = course.place(element);
        Tracking.look(element, place, course, comments);
        Optional<Element> look = element.child("w:pPr");
        String named = look.map(one -> one.value("w:pStyle")).orElse("");
        String style = named.isEmpty() ? course.styles.usual() : named;
        LineReading line = new LineReading(course, this, relations, place, style);
        line.read(element);
        Optional<Label> label = label(look, style);
        List<Span> spans = line.spans();
        Role role = line.isContents() ? Role.CONTENTS : course.styles.role(style);
        boolean bold = spans.stream().anyMatch(BodyReading::isSaid)
                && spans.stream()
                        .filter(BodyReading::isSaid)
                        .allMatch(span -> ((Span.Words) span).face().bold());
        into.add(new Paragraph(
                place, new Look(heading(look, style), role, isCentred(look, style), line.size(), bold), label, spans));
        into.addAll(line.after());
    }

    private static boolean isSaid(Span span) {
        return span instanceof Span.Words words && !words.text().isBlank();
    }

    private int heading(Optional<Element> look, String style) {
        String outline = look.map(one -> one.value("w:outlineLvl")).orElse("");
        if (outline.matches("[0-9]")) {
            return outline.equals("9") ? 0 : Integer.parseInt(outline) + 1;
        }
        return course.styles.heading(style);
    }

    private boolean isCentred(Optional<Element> look, String style) {
        return look.map(one -> one.value("w:jc"))
                .filter(value -> !value.isEmpty())
                .or(() -> course.styles.first(
                        style,
                        one -> one.child("w:pPr").map(own -> own.value("w:jc")).filter(value -> !value.isEmpty())))
                .filter(value -> value.equals("center"))
                .isPresent();
    }

    /** By the paragraph itself, or by its style. */
    private Optional<Label> label(Optional<Element> look, String style) {
        Optional<Element> own = look.flatMap(one -> one.child("w:numPr"));
        String number = own.map(one -> one.value("w:numId")).orElse("");
        Optional<String> level = own.map(one -> one.value("w:ilvl")).filter(one -> !one.isEmpty());
        if (number.isEmpty()) {
            Optional<Element> ofStyle = course.styles.first(
                    style,
                    one -> one.at("w:pPr", "w:numPr")
                            .filter(all -> !all.value("w:numId").isEmpty()));
            number = ofStyle.map(one -> one.value("w:numId")).orElse("");
            if (level.isEmpty()) {
                level = course.numbering
                        .levelOfStyle(number, style)
                        .map(String::valueOf)
                        .or(() -> ofStyle.map(one -> one.value("w:ilvl")));
            }
        }
        return number.isEmpty() || number.equals("0")
                ? Optional.empty()
                : course.numbering.next(number, Numbering.depth(level.orElse("0")));
    }

    private void table(Element element, List<Block> into) throws IOException {
        Place counted = course.place(new Element("w:tbl", Map.of()));
        Place place = new Place(counted.paragraph(), counted.page(), Place.first(Tracking.words(element)));
        if (depth > 0) {
            course.remark(Kind.NESTED, place, "", Tracking.words(element));
        }
        depth++;
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Element row : inner(element, "w:tr")) {
            row.child("w:trPr").ifPresent(look -> Tracking.look(look, place, course, comments));
            List<Table.Cell> cells = new ArrayList<>();
            pad(row, "w:gridBefore", cells);
            for (Element cell : inner(row, "w:tc")) {
                cell(cell, cells);
            }
            pad(row, "w:gridAfter", cells);
            rows.add(cells);
        }
        depth--;
        into.add(new Table(place, rows));
    }

    private static void pad(Element row, String name, List<Table.Cell> cells) {
        int width = width(row.child("w:trPr").map(one -> one.value(name)).orElse(""), 0);
        if (width > 0) {
            cells.add(new Table.Cell(List.of(), width, false));
        }
    }

    private static int width(String number, int otherwise) {
        return number.matches("[1-9]\\d?") ? Integer.parseInt(number) : otherwise;
    }

    private void cell(Element element, List<Table.Cell> cells) throws IOException {
        Optional<Element> look = element.child("w:tcPr");
        int width = width(look.map(one -> one.value("w:gridSpan")).orElse(""), 1);
        Predicate<String> continues = name -> look.flatMap(one -> one.child(name))
                .filter(one -> !one.attribute("w:val").equals("restart"))
                .isPresent();
        List<Block> blocks = blocks(element.children());
        if (continues.test("w:hMerge") && !cells.isEmpty()) {
            Table.Cell before = cells.remove(cells.size() - 1);
            List<Block> both = new ArrayList<>(before.blocks());
            both.addAll(blocks);
            cells.add(new Table.Cell(both, before.width() + width, before.continued()));
        } else {
            cells.add(new Table.Cell(blocks, width, continues.test("w:vMerge")));
        }
    }

    /** Rows or cells, also those that stand in something else. */
    private static List<Element> inner(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Element child : parent.children()) {
            if (child.is(name)) {
                found.add(child);
            } else if (AROUND.contains(child.name())) {
                found.addAll(inner(child, name));
            }
        }
        return found;
    }
}
