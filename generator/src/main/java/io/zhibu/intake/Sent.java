package io.zhibu.intake;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.docx.Block;
import io.zhibu.docx.Manuscript;
import io.zhibu.docx.Paragraph;
import io.zhibu.docx.Paragraph.Look;
import io.zhibu.docx.Paragraph.Role;
import io.zhibu.docx.Place;
import io.zhibu.docx.Remark;
import io.zhibu.docx.Span;
import io.zhibu.docx.Table;
import io.zhibu.schema.Field;
import io.zhibu.schema.OnPaper;
import io.zhibu.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A document that the site itself gave out, sent back: a form that was filled in, or an entry that was taken along. */
final class Sent {
    private static final Set<String> OURS = Set.of(OnPaper.TYPE, OnPaper.ID, OnPaper.ADDRESS);

    private final Manuscript manuscript;
    private final Schema schema;
    private final Beginning beginning;
    private final Where file;
    private final Map<String, Guess> stated = new LinkedHashMap<>();
    private final List<Block> rest = new ArrayList<>();
    private final Diagnostics diagnostics = new Diagnostics();

    /** @param file as messages say it */
    Sent(Manuscript manuscript, Schema schema, Beginning beginning, Where file) {
        this.manuscript = manuscript;
        this.schema = schema;
        this.beginning = beginning;
        this.file = file;
        String title = title();
        for (int at = 0; at < manuscript.blocks().size(); ) {
            at += take(at, title);
        }
    }

    /** What the type's row of its table says; empty if the document never was the site's. */
    static Optional<String> type(Manuscript manuscript) {
        return manuscript.blocks().stream()
                .filter(Sent::isOurs)
                .map(block -> value((Table) block, OnPaper.TYPE))
                .findFirst();
    }

    private static boolean isOurs(Block block) {
        if (!(block instanceof Table table) || table.rows().isEmpty()) {
            return false;
        }
        List<Table.Cell> head = table.rows().get(0);
        return head.size() >= 2
                && said(head.get(0)).equals(OnPaper.NAME)
                && Set.of(OnPaper.CONTENT, OnPaper.FILLED).contains(said(head.get(1)));
    }

    private static String value(Table table, String name) {
        return table.rows().stream()
                .filter(row -> row.size() >= 2 && said(row.get(0)).equals(name))
                .map(row -> said(row.get(1)))
                .findFirst()
                .orElse("");
    }

    Schema schema() {
        return schema;
    }

    /** By field, as the front matter says them. */
    Map<String, Guess> stated() {
        return stated;
    }

    /** What is left to be the entry's text; of the site's own page numbers and links to sources nothing is to be said. */
    Manuscript rest() {
        List<Remark> remarks = manuscript.remarks().stream()
                .filter(one -> one.kind() != Remark.Kind.FOOTER && one.kind() != Remark.Kind.BOOKMARK)
                .toList();
        return new Manuscript(rest, manuscript.notes(), manuscript.pictures(), remarks, manuscript.digest());
    }

    List<Diagnostic> diagnostics() {
        return diagnostics.list();
    }

    /** What a form's own title gives way to; empty if the document's title is the entry's. */
    private String title() {
        for (Block block : manuscript.blocks()) {
            if (isOurs(block) && block instanceof Table table) {
                boolean form = said(table.rows().get(0).get(1)).equals(OnPaper.FILLED);
                return !form
                        ? ""
                        : schema.field("title")
                                .map(field -> value(table, field.label()))
                                .filter(title -> !title.isEmpty())
                                .orElse(HeaderWriting.UNWRITTEN);
            }
        }
        return "";
    }

    /** How many blocks were taken. */
    private int take(int at, String title) {
        Block block = manuscript.blocks().get(at);
        if (block instanceof Table table && isOurs(table)) {
            table.rows().stream().skip(1).filter(row -> row.size() >= 2).forEach(this::row);
        } else if (block instanceof Paragraph paragraph) {
            return paragraph(at, paragraph, title);
        } else {
            rest.add(block);
        }
        return 1;
    }

    private int paragraph(int at, Paragraph paragraph, String title) {
        String text = Flow.of(paragraph).text();
        if (paragraph.look().heading() > 0) {
            return heading(at, paragraph, text);
        } else if (text.startsWith(OnPaper.SUMMARY) && schema.field("summary").isPresent()) {
            state(schema.field("summary").get(), text.substring(OnPaper.SUMMARY.length()), paragraph.place());
        } else if (paragraph.look().role() == Role.TITLE && !title.isEmpty()) {
            rest.add(new Paragraph(paragraph.place(), paragraph.look(), Optional.empty(), List.of(words(title))));
        } else if (paragraph.look().role() != Role.SUBTITLE && !isHint(paragraph)) {
            rest.add(paragraph);
        }
        return 1;
    }

    /** Its number is Word's, and the site counts by itself. */
    private int heading(int at, Paragraph paragraph, String text) {
        List<Block> blocks = manuscript.blocks();
        int next = at + 1;
        while (next < blocks.size()
                && blocks.get(next) instanceof Paragraph between
                && (isBlank(between) || isHint(between))) {
            next++;
        }
        Optional<Block> below = next < blocks.size() ? Optional.of(blocks.get(next)) : Optional.empty();
        if (text.equals(OnPaper.RECORD) && below.filter(Sent::isOurs).isPresent()) {
            return 1;
        }
        Optional<Field> field = schema.fields().stream()
                .filter(one -> one.label().equals(text))
                .filter(one -> one.kind() instanceof Field.Record)
                .findFirst();
        if (field.isPresent()
                && below.filter(Table.class::isInstance).isPresent()
                && records(field.get(), (Table) below.get())) {
            return next + 1 - at;
        }
        rest.add(new Paragraph(paragraph.place(), paragraph.look(), Optional.empty(), paragraph.spans()));
        return 1;
    }

    private static boolean isBlank(Paragraph paragraph) {
        return paragraph.spans().isEmpty() || Flow.of(paragraph).text().isEmpty() && onlyWords(paragraph);
    }

    private static boolean isHint(Paragraph paragraph) {
        return Flow.of(paragraph).text().startsWith(OnPaper.HINT);
    }

    private static boolean onlyWords(Paragraph paragraph) {
        return paragraph.spans().stream().allMatch(Span.Words.class::isInstance);
    }

    private void row(List<Table.Cell> row) {
        String name = said(row.get(0));
        Table.Cell cell = row.get(1);
        boolean section =
                schema.sections().stream().anyMatch(one -> one.names().get(0).equals(name));
        if (section) {
            section(name, cell);
            return;
        }
        String text = said(cell);
        Optional<Field> field = schema.fields().stream()
                .filter(one -> one.label().equals(name) && !(one.kind() instanceof Field.Record))
                .findFirst();
        Place place = place(cell);
        if (text.isEmpty() || OURS.contains(name)) {
            return;
        } else if (field.isPresent()) {
            state(field.get(), text, place);
        } else {
            diagnostics.warning(
                    file.at(place.paragraph(), 0),
                    "form-row",
                    "表里的“" + name + "”不是" + schema.label() + "的栏目，没有收：“" + text + "”",
                    "要的自己写进正文");
        }
    }

    private void section(String name, Table.Cell cell) {
        List<Block> filled = cell.blocks().stream()
                .filter(block -> !(block instanceof Paragraph paragraph && isBlank(paragraph)))
                .toList();
        if (!filled.isEmpty()) {
            rest.add(new Paragraph(
                    place(cell), new Look(1, Role.TEXT, false, 16, false), Optional.empty(), List.of(words(name))));
            rest.addAll(filled);
        }
    }

    private static Span.Words words(String text) {
        return new Span.Words(text, new Span.Face(false, false, false, Span.Rise.NONE), Optional.empty());
    }

    private void state(Field field, String text, Place place) {
        stated.put(field.key(), guess(field, text, place));
    }

    /** As it is written in front matter, whatever is wrong with it: who goes on with the entry sees both. */
    private Guess guess(Field field, String text, Place place) {
        Where where = file.at(place.paragraph(), 0);
        Outcome<Guess> value = beginning.value(schema, field, named(field, text), where);
        Optional<Diagnostic> wrong = value.diagnostics().stream().findFirst();
        wrong.ifPresent(one -> diagnostics.warning(
                where,
                "form-value",
                "“" + field.label() + "”填的“" + text + "”收不进去：" + one.message(),
                one.hint().orElse("照词表或写法改")));
        return new Guess(
                value.value().lines(),
                value.value().keys(),
                wrong.map(Diagnostic::message).orElse(""));
    }

    /** Entries go by their ids, and a flag by its word. */
    private String named(Field field, String text) {
        if (field.kind() instanceof Field.Flag) {
            return text.equals("是") ? "true" : text.equals("否") ? "false" : text;
        } else if (!(field.kind() instanceof Field.Reference)) {
            return text;
        }
        List<String> names = field.many() ? List.of(text.split("[,，、;；]")) : List.of(text);
        return names.stream().map(name -> id(field, name.strip())).collect(Collectors.joining("、"));
    }

    private String id(Field field, String name) {
        List<Picking.Option> found =
                beginning.picking(field).map(picking -> picking.matching(name)).orElse(List.of());
        boolean exact = found.size() == 1
                && (found.get(0).value().equals(name) || found.get(0).names().contains(name));
        return exact ? found.get(0).value() : name;
    }

    /** Whether the table below a field's name says what the field holds; one that holds more stays in the text. */
    private boolean records(Field field, Table table) {
        Map<String, Field> byLabel = ((Field.Record) field.kind())
                .fields().stream()
                        .filter(one -> !(one.kind() instanceof Field.Record) && !(one.kind() instanceof Field.Asset))
                        .collect(Collectors.toMap(Field::label, one -> one, (a, b) -> a, LinkedHashMap::new));
        List<String> head = table.rows().isEmpty()
                ? List.of()
                : table.rows().get(0).stream().map(Sent::said).toList();
        List<List<Table.Cell>> rows = table.rows().stream()
                .skip(1)
                .filter(row -> row.stream().anyMatch(cell -> !said(cell).isEmpty()))
                .toList();
        boolean fits = !head.isEmpty()
                && byLabel.keySet().containsAll(head)
                && rows.stream().allMatch(row -> row.size() == head.size())
                && (field.many() || rows.size() <= 1);
        if (fits && !rows.isEmpty()) {
            List<String> lines = new ArrayList<>(List.of(""));
            for (List<Table.Cell> row : rows) {
                String before = field.many() ? "- " : "";
                for (int column = 0; column < head.size(); column++) {
                    Field one = byLabel.get(head.get(column));
                    String text = said(row.get(column));
                    if (!text.isEmpty()) {
                        lines.add(before + one.key() + ": " + written(one, text));
                        before = field.many() ? "  " : "";
                    }
                }
            }
            stated.put(field.key(), new Guess(lines, Set.of(), ""));
        }
        return fits;
    }

    private String written(Field field, String text) {
        boolean plain = field.kind() instanceof Field.Number
                || field.kind() instanceof Field.Date
                || field.kind() instanceof Field.Flag
                || field.kind() instanceof Field.Reference;
        String value = named(field, text);
        if (field.many()) {
            List<String> words = List.of(value.split("[,，、;；]"));
            return plain ? words.toString() : Yaml.of(words);
        }
        return plain && value.matches("[\\w.+-]+") ? value : Yaml.of(value);
    }

    private Place place(Table.Cell cell) {
        return cell.blocks().isEmpty()
                ? manuscript.blocks().get(0).place()
                : cell.blocks().get(0).place();
    }

    private static String said(Table.Cell cell) {
        return cell.blocks().stream()
                .filter(Paragraph.class::isInstance)
                .map(block -> Outline.said((Paragraph) block))
                .collect(Collectors.joining());
    }
}
