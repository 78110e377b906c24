package io.zhibu.book;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.OffPaper;
import io.zhibu.catalogue.Untold;
import io.zhibu.catalogue.ValueText;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.picture.Squares;
import io.zhibu.qr.Qr;
import io.zhibu.schema.Field;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** One entry as a chapter: its name, its facts, its text, what its fields tell besides, and its sources at the end. */
final class Chapter {
    /** Told elsewhere in the chapter, or what a reader of paper can't follow: words that lead to lists on the site. */
    private static final Set<String> ELSEWHERE = Set.of(
            "citations",
            "notes",
            "source",
            "quotes",
            "gloss",
            "authors",
            "aliases",
            "tags",
            "years",
            "audience",
            "capability");

    /** Characters of a value, and of its name, that stand beside another on one line. */
    private static final int HALF = 13;

    private static final int HALF_LABEL = 6;

    private final Sheet sheet;
    private final ValueText says;
    private final Page page;
    private final Schemas schemas;
    private final Schema type;
    private final String anchor;
    private final Optional<String> host;

    /**
     * @param anchor unique in the book
     * @param host of the site, if it is known
     */
    Chapter(Sheet sheet, Catalogue catalogue, Page page, String anchor, Optional<String> host) {
        this.sheet = sheet;
        this.says = new ValueText(catalogue);
        this.page = page;
        this.schemas = catalogue.schemas();
        this.type = catalogue.schemas().type(page.type()).orElseThrow();
        this.anchor = anchor;
        this.host = host;
    }

    void write(Element parent, Passage.Places places, Diagnostics diagnostics) {
        Element chapter = sheet.add(parent, "div", "chapter");
        sheet.add(chapter, "div", "running-chapter", page.title());
        heading(chapter);
        opening(chapter);
        gloss(chapter);
        told(chapter, places, diagnostics);
    }

    /** What the collection itself says, before its entries: without its name, which is on the cover. */
    void writeAsPreface(Element parent, String title, Passage.Places places, Diagnostics diagnostics) {
        Element chapter = sheet.add(parent, "div", "chapter preface");
        sheet.add(chapter, "h1", "", title).setAttribute("id", anchor);
        told(chapter, places, diagnostics);
    }

    private void told(Element chapter, Passage.Places places, Diagnostics diagnostics) {
        facts(chapter);
        quotes(chapter);
        new Passage(sheet, page, anchor, places, diagnostics).write(chapter);
        pictures(chapter, places, diagnostics);
        type.fields().forEach(field -> section(chapter, field));
        notes(chapter);
        sources(chapter);
    }

    private void heading(Element chapter) {
        Element heading = sheet.add(chapter, "h1", "", page.title());
        heading.setAttribute("id", anchor);
        Element line = sheet.add(chapter, "p", "under");
        if (page.sample()) {
            sheet.add(line, "span", "badge", "示例");
        }
        if (!page.restriction().isEmpty()) {
            sheet.add(line, "span", "badge", page.restriction());
        }
        String unit = page.fields()
                .first("unit", Value.Term.class)
                .map(term -> "　" + term.label())
                .orElse("");
        String day = page.fields().text("published").map(date -> "　" + date).orElse("");
        sheet.text(line, type.label() + unit + day);
        String authors = String.join(
                "、", page.fields().list("authors").stream().map(Value::text).toList());
        String editor =
                page.fields().text("editor").map(name -> "　责任编辑：" + name).orElse("");
        if (!authors.isEmpty()) {
            sheet.add(line, "br", "");
            sheet.text(line, "作者：" + authors + editor);
        }
    }

    /** What it is about, and beside it where it is found on the site: at the head, where it is never alone on a page. */
    private void opening(Element chapter) {
        Element table = sheet.add(sheet.add(chapter, "table", "opening"), "tbody", "");
        Element row = sheet.add(table, "tr", "");
        Element cell = sheet.add(row, "td", "");
        page.fields().text("summary").ifPresent(summary -> sheet.add(cell, "p", "summary", summary));
        host.ifPresentOrElse(
                site -> {
                    String address = site + "/" + page.address().link();
                    sheet.add(cell, "p", "small", address);
                    sheet.picture(sheet.add(row, "td", "code"), "png", picture(Qr.of(address)));
                },
                () -> sheet.add(cell, "p", "small", "条目标识 " + page.id()));
    }

    private void gloss(Element chapter) {
        List<Fields> items =
                records("gloss").filter(item -> item.text("term").isPresent()).toList();
        if (items.stream().noneMatch(item -> item.text("meaning").isPresent())) {
            items.stream()
                    .map(item -> item.text("term").orElse(""))
                    .reduce((before, next) -> before + "　" + next)
                    .ifPresent(names -> sheet.add(chapter, "p", "names", names));
        } else {
            Element table = sheet.add(sheet.add(chapter, "table", "gloss"), "tbody", "");
            for (Fields item : items) {
                Element row = sheet.add(table, "tr", "");
                sheet.add(row, "th", "", item.text("term").orElse(""));
                sheet.add(row, "td", "", item.text("meaning").orElse(""));
            }
        }
    }

    private void facts(Element chapter) {
        List<Field> facts = type.fields().stream()
                .filter(field -> field.facts() && !field.key().equals("unit"))
                .filter(field -> isTold(page.fields(), field))
                .toList();
        pairs(chapter, facts, page.fields());
        List<String> untold = Untold.of(page, schemas);
        if (!untold.isEmpty()) {
            sheet.add(chapter, "p", "small", "来源没有写：" + String.join("、", untold) + "。");
        }
    }

    private static boolean isTold(Fields fields, Field field) {
        return fields.get(field.key())
                .filter(value -> !(value instanceof Value.Unrecorded))
                .isPresent();
    }

    /** Names and values, two short ones beside each other. */
    private void pairs(Element chapter, List<Field> fields, Fields values) {
        if (fields.isEmpty()) {
            return;
        }
        Element table = sheet.add(sheet.add(chapter, "table", "facts"), "tbody", "");
        Optional<Element> half = Optional.empty();
        for (Field field : fields) {
            String value = says.text(field, values.get(field.key()).orElseThrow());
            boolean small = value.length() <= HALF && field.label().length() <= HALF_LABEL;
            Element row = small && half.isPresent() ? half.get() : sheet.add(table, "tr", "");
            sheet.add(row, "th", "", field.label());
            Element cell = sheet.add(row, "td", "", value);
            half = small && half.isEmpty() ? Optional.of(row) : half.filter(open -> open != row);
            if (!small) {
                cell.setAttribute("colspan", "3");
            }
        }
        half.ifPresent(row -> ((Element) row.getLastChild()).setAttribute("colspan", "3"));
    }

    private void quotes(Element chapter) {
        records("quotes").forEach(quote -> {
            Element block = sheet.add(chapter, "blockquote", "saying");
            sheet.add(block, "p", "", "“" + quote.text("text").orElse("").replaceAll("^“|”$", "") + "”");
            String after = Stream.of(quote.text("occasion"), quote.text("src").map(key -> "出处 " + key))
                    .flatMap(Optional::stream)
                    .reduce((a, b) -> a + "　" + b)
                    .orElse("");
            sheet.add(block, "p", "from", after);
        });
    }

    private void pictures(Element chapter, Passage.Places places, Diagnostics diagnostics) {
        String source = page.where().file();
        String folder = source.substring(0, source.lastIndexOf('/') + 1);
        Stream.concat(records("cover"), records("images"))
                .forEach(picture -> picture.first("src", Value.Asset.class).ifPresent(src -> {
                    Element figure = sheet.add(chapter, "div", "figure");
                    places.picture(sheet, figure, folder + src.path(), src.where(), diagnostics);
                    String caption = Stream.of("caption", "credit")
                            .flatMap(key -> picture.text(key).stream())
                            .reduce((a, b) -> a + "　" + b)
                            .orElse(picture.text("alt").orElse(""));
                    sheet.add(figure, "p", "caption", caption);
                }));
    }

    private Stream<Fields> records(String key) {
        return page.fields().each(key, Value.Record.class).map(Value.Record::fields);
    }

    /** What a field holds that is neither a fact nor told elsewhere: records as a table, several words as a list. */
    private void section(Element chapter, Field field) {
        List<Value> values = page.fields().list(field.key());
        if (field.facts() || OffPaper.has(field) || ELSEWHERE.contains(field.key()) || values.isEmpty()) {
            return;
        }
        if (field.kind() instanceof Field.Record kind) {
            sheet.add(chapter, "h2", "", field.label());
            if (field.many()) {
                rows(chapter, kind.fields(), values);
            } else {
                Fields record = ((Value.Record) values.get(0)).fields();
                pairs(
                        chapter,
                        kind.fields().stream()
                                .filter(one -> isTold(record, one))
                                .toList(),
                        record);
            }
        } else if (field.many() && says.text(field, values.get(0)).length() <= HALF) {
            runIn(
                    chapter,
                    field.label(),
                    says.text(field, page.fields().get(field.key()).orElseThrow()));
        } else if (field.many()) {
            sheet.add(chapter, "h2", "", field.label());
            Element list = sheet.add(chapter, "ul", "tight");
            values.forEach(value -> sheet.add(list, "li", "", says.text(field, value)));
        }
    }

    private void rows(Element chapter, List<Field> fields, List<Value> values) {
        List<Fields> rows = values.stream()
                .filter(Value.Record.class::isInstance)
                .map(value -> ((Value.Record) value).fields())
                .toList();
        List<Field> columns = fields.stream()
                .filter(field -> rows.stream().anyMatch(row -> isTold(row, field)))
                .toList();
        if (columns.size() == 1) {
            Element list = sheet.add(chapter, "ul", "tight");
            rows.forEach(row -> sheet.add(
                    list,
                    "li",
                    "",
                    says.text(columns.get(0), row.get(columns.get(0).key()).orElseThrow())));
            return;
        }
        Element table = sheet.add(chapter, "table", columns.size() > 4 ? "records narrow" : "records");
        Element head = sheet.add(sheet.add(table, "thead", ""), "tr", "");
        columns.forEach(column -> sheet.add(head, "th", "", column.label()));
        Element body = sheet.add(table, "tbody", "");
        for (Fields fieldsOfRow : rows) {
            Element row = sheet.add(body, "tr", "");
            columns.forEach(column -> sheet.add(
                    row,
                    "td",
                    "",
                    fieldsOfRow
                            .get(column.key())
                            .map(value -> says.text(column, value))
                            .orElse("")));
        }
    }

    private void notes(Element chapter) {
        List<Fields> notes = records("notes").toList();
        if (!notes.isEmpty()) {
            sheet.add(chapter, "h2", "", "编者说明");
            notes.forEach(note -> runIn(
                    chapter, note.text("field").orElse(""), note.text("text").orElse("")));
        }
    }

    private void runIn(Element chapter, String name, String text) {
        Element line = sheet.add(chapter, "p", "run-in");
        sheet.add(line, "b", "", name);
        sheet.text(line, "　" + text);
    }

    private void sources(Element chapter) {
        List<Fields> sources = records("citations").toList();
        if (!sources.isEmpty()) {
            sheet.add(chapter, "h2", "", "出处");
            Element table = sheet.add(sheet.add(chapter, "table", "sources"), "tbody", "");
            for (Fields source : sources) {
                Element row = sheet.add(table, "tr", "");
                String key = source.text("key").orElse("");
                sheet.add(row, "th", "", key).setAttribute("id", anchor + "-cite-" + key);
                Element cell = sheet.add(row, "td", "", source.text("title").orElse(""));
                String after = Stream.of("publisher", "date", "note", "url")
                        .flatMap(field -> source.text(field).stream())
                        .reduce((a, b) -> a + "，" + b)
                        .orElse("");
                sheet.add(cell, "span", "of", after.isEmpty() ? "" : "　" + after);
            }
        }
    }

    private static byte[] picture(Qr code) {
        return Squares.png(code.size() + 2 * Qr.EDGE, (x, y) -> code.isDark(x - Qr.EDGE, y - Qr.EDGE));
    }
}
