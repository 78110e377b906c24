package io.zhibu.docx;

import io.zhibu.docx.Remark.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is drawn in a line: pictures, boxes of text, charts, diagrams, objects. */
final class Drawing {
    private final Course course;
    private final Relations relations;
    private final Place place;
    private final List<Span> spans;
    private final List<Block> after;
    private final BodyReading body;
    private boolean told;

    /**
     * @param relations of the part that it stands in
     * @param spans where its pictures go
     * @param after where its blocks go
     */
    Drawing(Course course, Relations relations, Place place, List<Span> spans, List<Block> after, BodyReading body) {
        this.course = course;
        this.relations = relations;
        this.place = place;
        this.spans = spans;
        this.after = after;
        this.body = body;
    }

    /** @param drawing {@code w:drawing}, {@code w:pict} or {@code w:object} */
    void read(Element drawing) throws IOException {
        String alt = drawing.below("wp:docPr").stream()
                .map(one -> one.attribute("descr").isBlank() ? one.attribute("title") : one.attribute("descr"))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        for (Element object : drawing.below("o:OLEObject")) {
            told = true;
            course.remark(Kind.OBJECT, place, program(object.attribute("ProgID")), "");
        }
        for (Element child : drawing.children()) {
            visit(child, alt);
        }
        if (!told) {
            course.remark(Kind.SHAPE, place, "", "");
        }
    }

    private static String program(String id) {
        if (id.startsWith("Excel")) {
            return "Excel 表格";
        } else if (id.startsWith("Equation") || id.startsWith("MathType")) {
            return "公式编辑器的公式";
        } else if (id.startsWith("PowerPoint")) {
            return "演示文稿";
        } else if (id.startsWith("Visio")) {
            return "Visio 图";
        } else if (id.startsWith("Word")) {
            return "Word 文档";
        }
        return id.startsWith("Package") ? "文件" : id;
    }

    private void visit(Element one, String alt) throws IOException {
        switch (one.name()) {
            case "mc:AlternateContent" -> alternate(one, alt);
            case "a:blip" -> image(one.attribute("r:embed"), one.attribute("r:link"), alt);
            case "v:imagedata" ->
                image(one.attribute("r:id"), one.attribute("r:href"), alt.isBlank() ? one.attribute("o:title") : alt);
            case "w:txbxContent" -> box(one);
            case "c:chart" -> chart(one.attribute("r:id"));
            case "dgm:relIds" -> diagram(one.attribute("r:dm"));
            case "v:textpath" -> wordArt(one.attribute("string"));
            case "wp:docPr", "o:OLEObject" -> {}
            default -> {
                for (Element child : one.children()) {
                    visit(child, alt);
                }
            }
        }
    }

    /** The first way that we know; the others say the same to older programs. */
    private void alternate(Element one, String alt) throws IOException {
        Optional<Element> way = one.child("mc:Choice").or(() -> one.child("mc:Fallback"));
        if (way.isPresent()) {
            visit(way.get(), alt);
        }
    }

    private void image(String id, String link, String alt) throws IOException {
        Optional<Relations.Relation> relation = relations.byId(id);
        told = true;
        if (relation.isEmpty()) {
            boolean elsewhere = relations.byId(link).isPresent();
            course.remark(Kind.PICTURE, place, elsewhere ? "在别处，文件里没有" : "文件里没有它的内容", alt);
            return;
        }
        Images.Taken taken = course.images.take(relation.get().target());
        if (taken.name().isPresent()) {
            spans.add(new Span.Image(taken.name().get(), alt.strip()));
            course.count(alt);
        } else {
            course.remark(Kind.PICTURE, place, taken.fault(), alt);
        }
    }

    private void box(Element content) throws IOException {
        told = true;
        List<Block> blocks = body.blocks(content.children());
        course.remark(Kind.TEXT_BOX, place, "", Tracking.words(content));
        after.addAll(blocks);
    }

    private void wordArt(String text) {
        told = true;
        if (!text.isBlank()) {
            course.count(text);
            course.remark(Kind.SHAPE, place, "艺术字", text);
        }
    }

    private void chart(String id) throws IOException {
        told = true;
        Optional<Element> chart = part(id);
        if (chart.isEmpty()) {
            course.remark(Kind.CHART, place, "", "");
            return;
        }
        String title = chart.get().below("c:title").stream()
                .findFirst()
                .map(Tracking::words)
                .orElse("");
        List<List<Table.Cell>> rows = new ArrayList<>();
        List<Element> series = chart.get().below("c:ser");
        if (!series.isEmpty()) {
            List<List<String>> columns = new ArrayList<>();
            columns.add(column(series.get(0), "", "c:cat", "c:xVal"));
            for (Element one : series) {
                String name = one.child("c:tx").map(Drawing::values).orElse(List.of("")).stream()
                        .collect(Collectors.joining(" "));
                columns.add(column(one, name, "c:val", "c:yVal"));
            }
            int longest = columns.stream().mapToInt(List::size).max().orElse(0);
            for (int row = 0; row < longest; row++) {
                List<Table.Cell> cells = new ArrayList<>();
                for (List<String> column : columns) {
                    cells.add(new Table.Cell(List.of(made(row < column.size() ? column.get(row) : "")), 1, false));
                }
                rows.add(cells);
            }
        }
        String words = rows.stream()
                .flatMap(List::stream)
                .map(cell -> ((Paragraph) cell.blocks().get(0)).text())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "));
        course.remark(Kind.CHART, place, "", (title + " " + words).strip());
        if (!title.isBlank()) {
            after.add(made(title));
        }
        if (!rows.isEmpty()) {
            after.add(new Table(place, rows));
        }
    }

    private static List<String> column(Element series, String head, String... names) {
        List<String> column = new ArrayList<>(List.of(head));
        for (String name : names) {
            series.child(name).ifPresent(one -> column.addAll(values(one)));
        }
        return column;
    }

    private static List<String> values(Element element) {
        return element.below("c:v").stream().map(Element::text).toList();
    }

    private void diagram(String id) throws IOException {
        told = true;
        List<String> texts = new ArrayList<>();
        part(id).ifPresent(part -> part.below("a:p").forEach(one -> {
            String text = Tracking.words(one).strip();
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }));
        course.remark(Kind.DIAGRAM, place, "", String.join(" ", texts));
        texts.forEach(text -> after.add(new Paragraph(
                place,
                new Paragraph.Look(0, Paragraph.Role.TEXT, false, 0, false),
                Optional.of(new Paragraph.Label("diagram" + id, 0, "•", true, 0)),
                List.of(words(text)))));
    }

    private Optional<Element> part(String id) throws IOException {
        Optional<Relations.Relation> relation = relations.byId(id).filter(one -> !one.outside());
        return relation.isEmpty()
                ? Optional.empty()
                : course.source.tree(relation.get().target());
    }

    private Paragraph made(String text) {
        return new Paragraph(
                place,
                new Paragraph.Look(0, Paragraph.Role.TEXT, false, 0, false),
                Optional.empty(),
                List.of(words(text)));
    }

    private Span.Words words(String text) {
        course.count(text);
        return new Span.Words(text, Span.Face.PLAIN, Optional.empty());
    }
}
