package io.zhibu.word;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.OffPaper;
import io.zhibu.catalogue.ValueText;
import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Field;
import io.zhibu.schema.OnPaper;
import io.zhibu.schema.Schema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One entry on paper: its name, what it is about, its text, what its fields tell besides, its sources and where it is found. */
final class EntryPaper {
    private static final String FIRST = "gloss";
    private static final String LAST = "citations";
    private static final String SAMPLE = "示例：所写单位、支部与数字均为虚构";

    private final Paper paper;
    private final Page page;
    private final Schema type;
    private final ValueText says;
    private final Places places;
    private final Headings headings;
    private final String marks;

    /** @param chapter what number it has among several; 0 if it stands alone */
    EntryPaper(Paper paper, Catalogue catalogue, Page page, Places places, int chapter) {
        this.paper = paper;
        this.page = page;
        this.type = catalogue.schemas().type(page.type()).orElseThrow();
        this.says = new ValueText(catalogue);
        this.places = places;
        this.headings = new Headings(page, chapter > 0 ? paper.headings() : 1, chapter > 0);
        this.marks = "c" + chapter + "_";
    }

    void write() {
        opening(marks.equals("c0_") ? "Title" : "Chapter");
        text();
        told();
    }

    void opening(String style) {
        paper.paragraph(style, Line.of(page.title()));
        String under = Stream.of(
                        page.fields().first("unit", Value.Term.class).map(Value.Term::label),
                        page.fields().text("published"),
                        Optional.of(page.restriction()).filter(one -> !one.isEmpty()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("　"));
        if (!under.isEmpty()) {
            paper.paragraph("Subtitle", Line.of(under));
        }
        if (page.sample()) {
            paper.paragraph("Subtitle", Line.of("（" + SAMPLE + "）"));
        }
        page.fields()
                .text("summary")
                .ifPresent(summary -> paper.paragraph("Summary", Line.of(OnPaper.SUMMARY + summary)));
    }

    void text() {
        records(FIRST);
        new Passage(paper, page, places, headings, marks).write();
        pictures();
    }

    void told() {
        for (Field field : type.fields()) {
            if (!field.key().equals(FIRST) && !field.key().equals(LAST)) {
                records(field.key());
            }
        }
        records(LAST);
        heading(OnPaper.RECORD);
        Grid grid = new Grid(1, 4).head(OnPaper.NAME, OnPaper.CONTENT);
        row(grid, OnPaper.TYPE, type.label());
        for (Field field : type.fields()) {
            Optional<Value> value = page.fields().get(field.key());
            if (value.isPresent() && isRow(field) && !(value.get() instanceof Value.Unrecorded)) {
                row(grid, field.label(), says.text(field, value.get()));
            }
        }
        row(grid, OnPaper.ID, page.id());
        places.address(page).ifPresent(address -> {
            grid.row(false);
            grid.cell(Line.of(OnPaper.ADDRESS), true, "");
            Line line = new Line();
            line.linked(address, EnumSet.noneOf(Line.Face.class), paper.leading(address));
            grid.cell(line, false, "");
        });
        paper.table(grid);
    }

    private static boolean isRow(Field field) {
        return !OffPaper.has(field) && !(field.kind() instanceof Field.Record);
    }

    private static void row(Grid grid, String name, String text) {
        grid.row(false);
        grid.cell(Line.of(name), true, "");
        grid.cell(Line.of(text), false, "");
    }

    private void heading(String text) {
        paper.add(headings.paragraph(2, Line.of(text)));
    }

    /** Records of a field as a table below its name: a column for what any of them says. */
    private void records(String key) {
        Optional<Field> field = type.field(key).filter(one -> !OffPaper.has(one) && !isSource(one));
        List<Fields> rows = page.fields()
                .each(key, Value.Record.class)
                .map(Value.Record::fields)
                .filter(row -> row.all().values().stream().anyMatch(value -> !(value instanceof Value.Unrecorded)))
                .toList();
        if (rows.isEmpty() || field.isEmpty() || !(field.get().kind() instanceof Field.Record kind)) {
            return;
        }
        List<Field> columns = kind.fields().stream()
                .filter(one -> rows.stream().anyMatch(row -> told(row, one).isPresent()))
                .toList();
        heading(field.get().label());
        Grid grid = new Grid().row(true, columns.stream().map(Field::label).toList());
        for (Fields row : rows) {
            grid.row(false);
            for (Field column : columns) {
                Line line = Line.of(
                        told(row, column).map(value -> says.text(column, value)).orElse(""));
                if (key.equals(LAST) && column.key().equals("key")) {
                    line.marked(paper.mark(marks + row.text("key").orElse("")));
                }
                grid.cell(line, false, "");
            }
        }
        paper.table(grid);
    }

    /** Not what no source gives: that is of use to who looks for it, and not to who reads. */
    private static Optional<Value> told(Fields row, Field column) {
        return row.get(column.key()).filter(value -> !(value instanceof Value.Unrecorded));
    }

    /** Where it was published first; what an editor put together from sources names them at its end. */
    private boolean isSource(Field field) {
        return field.key().equals("source")
                && page.fields()
                        .first("source", Value.Record.class)
                        .flatMap(source -> source.fields().text("kind"))
                        .filter("转载"::equals)
                        .isEmpty();
    }

    private void pictures() {
        List<Fields> all = new ArrayList<>();
        Stream.of("cover", "images")
                .flatMap(key -> page.fields().each(key, Value.Record.class))
                .map(Value.Record::fields)
                .forEach(all::add);
        for (Fields one : all) {
            String alt = one.text("alt").orElse("");
            one.first("src", Value.Asset.class)
                    .flatMap(src -> places.picture(src.path(), page))
                    .ifPresent(drawn -> {
                        String drawing = paper.drawing(
                                drawn.file(), drawn.kind(), drawn.bytes(), drawn.width(), drawn.height(), alt);
                        paper.paragraph("Picture", new Line().drawing(drawing));
                        String caption = Stream.of("caption", "credit")
                                .flatMap(key -> one.text(key).stream())
                                .collect(Collectors.joining("　"));
                        paper.paragraph("Caption", Line.of(caption.isEmpty() ? alt : caption));
                    });
        }
    }
}
