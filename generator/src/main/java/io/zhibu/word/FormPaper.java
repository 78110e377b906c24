package io.zhibu.word;

import io.zhibu.schema.Field;
import io.zhibu.schema.OnPaper;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A form to fill in for an entry of a type: what must be said of it, a row each, and beside it how. */
public final class FormPaper {
    /** What an editor knows and who sends an entry doesn't. */
    private static final Set<String> EDITORS = Set.of("id", "type", "status", "access");

    /** Words that are still read through. */
    private static final int WORDS = 40;

    private static final int ROWS = 6;

    private final Schemas schemas;
    private final Schema type;
    private final Paper paper;

    private FormPaper(Schemas schemas, Schema type) {
        this.schemas = schemas;
        this.type = type;
        this.paper = new Paper(new Blank(), type.label() + "交稿表", "");
    }

    /** @param to where it is sent, a line each */
    public static byte[] of(Schemas schemas, Schema type, List<String> to) {
        return new FormPaper(schemas, type).bytes(to);
    }

    private byte[] bytes(List<String> to) {
        paper.paragraph("Title", Line.of(type.label() + "交稿表"));
        hint("填在中间一栏，没有的空着，不用凑；“" + OnPaper.TYPE + "”一行和各栏的名称不要改。"
                + (to.isEmpty() ? "" : "填好以后交到：" + String.join("，", to) + "。"));
        Grid grid = new Grid(3, 8, 6).head(OnPaper.NAME, OnPaper.FILLED, OnPaper.HOW);
        row(grid, OnPaper.TYPE, type.label(), "不用改");
        asked().filter(field -> !(field.kind() instanceof Field.Record))
                .forEach(field -> row(grid, field.label(), "", how(field)));
        for (Schema.Section section : type.sections()) {
            row(grid, section.names().get(0), "", "一段一段写，可以有小标题、表格和图，写长了格子会变大");
            grid.roomy();
        }
        paper.table(grid);
        asked().forEach(field -> {
            if (field.kind() instanceof Field.Record kind) {
                records(field, kind);
            }
        });
        return paper.bytes();
    }

    private Stream<Field> asked() {
        return type.fields().stream()
                .filter(field -> field.need() instanceof Field.Always && !EDITORS.contains(field.key()));
    }

    private void hint(String text) {
        paper.paragraph("", Line.of(OnPaper.HINT + text));
    }

    private static void row(Grid grid, String name, String filled, String how) {
        grid.row(false);
        grid.cell(Line.of(name), true, "");
        grid.cell(Line.of(filled), false, "");
        grid.cell(Line.of(how), false, "");
    }

    private void records(Field field, Field.Record kind) {
        List<Field> columns = kind.fields().stream()
                .filter(one -> one.need() instanceof Field.Always)
                .toList();
        paper.add(Headings.plain(Line.of(field.label())));
        if (!field.help().isEmpty()) {
            hint(field.help() + "。");
        }
        int[] widths = new int[columns.size()];
        Arrays.fill(widths, 2);
        widths[0] = 1;
        Grid grid =
                new Grid(widths).row(true, columns.stream().map(Field::label).toList());
        for (int row = 0; row < (field.many() ? ROWS : 1); row++) {
            grid.row(false, Collections.nCopies(columns.size(), ""));
        }
        paper.table(grid);
    }

    private String how(Field field) {
        List<String> said = new ArrayList<>();
        if (!field.help().isEmpty()) {
            said.add(field.help());
        }
        kind(field).ifPresent(said::add);
        Field.Limits limits = field.limits();
        if (field.kind() instanceof Field.Text && !field.many() && limits.longest() < Integer.MAX_VALUE) {
            said.add((limits.shortest() > 0 ? limits.shortest() + "—" : "最多 ") + limits.longest() + " 字");
        }
        if (field.many()) {
            said.add("有几个，用顿号隔开");
        }
        return String.join("；", said);
    }

    private Optional<String> kind(Field field) {
        if (field.kind() instanceof Field.Date date) {
            return Optional.of(date.exact() ? "写成 2024-03-01" : "写成 2024、2024-03 或 2024-03-01");
        } else if (field.kind() instanceof Field.Choice choice) {
            return Optional.of("选：" + String.join("、", choice.words()));
        } else if (field.kind() instanceof Field.Reference reference) {
            return schemas.type(reference.type()).map(other -> "写" + other.label() + "的全称");
        } else if (field.kind() instanceof Field.Term term) {
            List<Vocabulary.Word> words =
                    schemas.vocabulary(term.vocabulary()).map(Vocabulary::words).orElse(List.of());
            return Optional.of(
                    words.size() > WORDS
                            ? "写全称"
                            : "选：" + words.stream().map(Vocabulary.Word::label).collect(Collectors.joining("、")));
        }
        return Optional.empty();
    }
}
