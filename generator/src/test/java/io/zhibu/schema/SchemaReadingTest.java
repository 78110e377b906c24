package io.zhibu.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.yaml.Node;
import io.zhibu.yaml.YamlReading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Schema files say what types there are; what they say wrongly is told. */
class SchemaReadingTest {
    private static final String COMMON = """
            fields:
              title: {label: 标题, kind: text, required: true, min: 2, max: 60}
              status: {label: 状态, kind: choice, words: [draft, published]}
              published: {label: 发布日期, kind: day, required: {field: status, is: [published]}}
            """;

    @Test
    void theFieldsOfAllComeFirstAndATypesOwnReplaceThem() {
        Schema method = read(Map.of(
                        "common",
                        COMMON,
                        "method",
                        "label: 工作法\nfields:\n  steps: {kind: integer, many: true}\n  title: {label: 名称}\n"))
                .value()
                .type("method")
                .orElseThrow();

        assertThat(method.fields()).extracting(Field::key).containsExactly("title", "status", "published", "steps");
        assertThat(method.field("title").orElseThrow().label()).isEqualTo("名称");
        assertThat(method.field("title").orElseThrow().need()).isEqualTo(new Field.Never());
        assertThat(method.field("published").orElseThrow().need())
                .isEqualTo(new Field.When("status", List.of("published")));
        assertThat(method.field("steps").orElseThrow().kind()).isEqualTo(new Field.Number(true));
        assertThat(method.plural()).isEqualTo("工作法");
    }

    @Test
    void typesStandInTheirOrderAndThenByKey() {
        Schemas schemas = read(Map.of("b", "label: 乙", "a", "label: 甲", "z", "label: 先\norder: 1"))
                .value();

        assertThat(schemas.types()).extracting(Schema::key).containsExactly("z", "a", "b");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        Outcome<Schemas> read = read(Map.of("method", """
                key: methods
                lable: 工作法
                fields:
                  a: {kind: txt}
                  b: {kind: term, of: themes}
                  c: {kind: entry, to: branch}
                  d: {kind: choice}
                  e: {kind: text, pattern: "("}
                  f: 文字
                  g: {kind: text, required: {field: z, is: [1]}}
                """));

        assertThat(read.diagnostics())
                .extracting(one -> one.where().line() + " " + one.rule())
                .containsExactly(
                        "1 schema-key",
                        "2 config-unknown",
                        "4 schema-kind",
                        "5 schema-vocabulary",
                        "6 schema-type",
                        "7 schema-words",
                        "8 schema-pattern",
                        "9 schema-field",
                        "10 schema-condition");
    }

    @Test
    void aVocabularyIsReadWithAliasesParentsAndWhatElseItSays() {
        Vocabulary units =
                new VocabularyReading().vocabulary("unit", mapping("""
                                label: 单位
                                words:
                                  cjw: {label: 长江委, aliases: [长委]}
                                  shuiwen: {label: 水文局, parent: cjw, kind: institution}
                                """)).value();

        assertThat(units.named("长委")).isEqualTo(units.word("cjw"));
        assertThat(units.pathTo("shuiwen")).extracting(Vocabulary.Word::label).containsExactly("长江委", "水文局");
        assertThat(units.word("shuiwen").orElseThrow().properties()).containsEntry("kind", "institution");
    }

    @Test
    void wordsThatShareANameOrGoInCirclesAreTold() {
        Outcome<Vocabulary> read = new VocabularyReading().vocabulary("unit", mapping("""
                                label: 单位
                                words:
                                  a: {label: GIS, parent: b}
                                  b: {label: gis, parent: c}
                                  c: {label: 丙, parent: a}
                                  d: {label: 丁, parent: a}
                                  e: {label: 戊, parent: x}
                                """));

        assertThat(read.diagnostics())
                .extracting(Diagnostic::rule)
                .containsExactly("vocabulary-circle", "vocabulary-same", "vocabulary-parent");
    }

    private static Outcome<Schemas> read(Map<String, String> files) {
        Map<String, Node.Mapping> mappings = new java.util.TreeMap<>();
        files.forEach((name, text) -> mappings.put(name, mapping(text)));
        return new SchemaReading(Map.of()).schemas(mappings);
    }

    private static Node.Mapping mapping(String text) {
        return new YamlReading().mapping(text, new Where("a.yml", 1, 1)).value();
    }
}
