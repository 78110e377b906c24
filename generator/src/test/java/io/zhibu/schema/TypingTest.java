package io.zhibu.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Fields;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Value;
import io.zhibu.yaml.Node;
import io.zhibu.yaml.YamlReading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Words become values of the kind that their field asks for, or one complaint each. */
class TypingTest {
    private static final Where START = new Where("a.md", 1, 1);
    private static final Schemas SCHEMAS = new SchemaReading(Map.of(
                    "theme",
                    new VocabularyReading()
                            .vocabulary("theme", mapping("label: 标签\nwords:\n  dj: {label: 党建, aliases: [党务]}"))
                            .value()))
            .schemas(Map.of("method", mapping("""
                            label: 工作法
                            fields:
                              title: {label: 标题, kind: text, required: true, unrecorded: false, min: 2}
                              number: {label: 数, kind: number}
                              day: {label: 日, kind: day}
                              date: {label: 时间, kind: date}
                              tags: {label: 标签, kind: term, of: theme, many: true}
                              logo: {label: 标识, kind: file}
                              url: {label: 网址, kind: web}
                              unit: {label: 单位, kind: text, required: true}
                              sample: {label: 示例, kind: flag}
                              honours:
                                label: 荣誉
                                kind: record
                                many: true
                                fields:
                                  name: {label: 名称, kind: text, required: true}
                                  year: {label: 年份, kind: integer, required: true}
                            """)))
            .value();

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void eachKindIsRead() {
        Fields fields = read("""
                title: " 三问 "
                number: 9.5
                date: 1940-01
                tags: [党务, dj]
                logo: img/logo.png
                url: https://example.cn/a?b=1
                unit: 未载
                honours: {name: 先进, year: 2025}
                """);

        assertThat(diagnostics.list()).isEmpty();
        assertThat(fields.text("title")).contains("三问");
        assertThat(fields.each("number", Value.Number.class).map(Value.Number::number))
                .containsExactly(new BigDecimal("9.5"));
        assertThat(fields.date("date")).contains(new PartialDate(1940, 1, 0));
        assertThat(fields.each("tags", Value.Term.class).map(Value.Term::key)).containsExactly("dj", "dj");
        assertThat(fields.each("honours", Value.Record.class)
                        .map(one -> one.fields().text("year").orElseThrow()))
                .containsExactly("2025");
        assertThat(fields.get("unit").orElseThrow()).isInstanceOf(Value.Unrecorded.class);
        assertThat(fields.text("unit")).isEmpty();
    }

    @Test
    void aFieldMissingFromARecordInAListIsToldWhereThatRecordBegins() {
        read("title: 三问\nunit: 甲\nhonours:\n  - name: 先进\n    year: 2025\n  - name: 先进\n");

        assertThat(said()).containsExactly("6:5 field-missing “荣誉”里缺“年份”（year）");
    }

    @Test
    void whatIsWrongIsNotMissingToo() {
        read("titel: 三问\nunit:\nday: 2026-13-01\n");

        assertThat(said())
                .containsExactly(
                        "1:1 field-unknown “工作法”没有“titel”这个字段",
                        "2:6 field-empty “单位”是空的",
                        "3:6 date-impossible “日”的“2026-13-01”不是日历上有的日子");
    }

    @Test
    void aSampleIsFilledInEverywhere() {
        read("title: 三问\nunit: 未载\nsample: true\nhonours:\n  - {name: 未载, year: 2025}\n");

        assertThat(said())
                .containsExactly(
                        "2:7 unrecorded-sample 示例条目要填全，“单位”不能写“未载”", "5:12 unrecorded-sample 示例条目要填全，“名称”不能写“未载”");
    }

    @Test
    void aPathOutOfTheFolderIsRefused() {
        for (String path : List.of("/a.png", "../a.png", "a/../../b.png", "'C:a.png'", "'a\\b.png'")) {
            read("title: 三问\nunit: 甲\nlogo: " + path);
        }

        assertThat(diagnostics.list()).hasSize(5).extracting(Diagnostic::rule).containsOnly("path-outside");
    }

    private Fields read(String header) {
        return new Typing(SCHEMAS).entry(SCHEMAS.type("method").orElseThrow(), mapping(header), START, diagnostics);
    }

    private List<String> said() {
        return diagnostics.list().stream()
                .map(one -> one.where().line() + ":" + one.where().column() + " " + one.rule() + " " + one.message())
                .toList();
    }

    private static Node.Mapping mapping(String text) {
        return new YamlReading().mapping(text, START).value();
    }
}
