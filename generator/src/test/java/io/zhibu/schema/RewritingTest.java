package io.zhibu.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.yaml.Node;
import io.zhibu.yaml.YamlReading;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an editor wrote in the wrong form is given back in the right one, and reads as it was meant. */
class RewritingTest {
    private static final Where WHERE = Where.inFile("x.md").at(1, 1);

    private static Field field(String description) {
        Node.Mapping fields =
                new YamlReading().mapping("f: " + description, WHERE).value();
        return new FieldReading(Map.of(), Set.of(), new Diagnostics())
                .fields(fields, Set.of())
                .get("f");
    }

    private static String rewritten(Field field, String text) {
        return Rewriting.record(field, (Field.Record) field.kind(), new Node.Scalar(text, true, WHERE))
                .orElse("");
    }

    @Test
    void aSentenceBecomesAListOfRecordsThatReadsAsOne() {
        Field gloss =
                field("{label: 释义, kind: record, many: true, fields: {term: {label: 词, kind: text, required: true},"
                        + " meaning: {label: 意思, kind: text, required: true}}}");

        assertThat(rewritten(gloss, "抓学习、抓作风")).isEqualTo("f: [{term: 抓学习, meaning: 未载}, {term: 抓作风, meaning: 未载}]");
        assertThat(rewritten(gloss, "抓学习：每周一课；抓作风——每月一评"))
                .isEqualTo("f: [{term: 抓学习, meaning: 每周一课}, {term: 抓作风, meaning: 每月一评}]");
        assertThat(rewritten(gloss, "\"抓\" #1")).isEqualTo("f: [{term: \"\\\"抓\\\" #1\", meaning: 未载}]");
        assertThat(rewritten(gloss, "字".repeat(300))).isEmpty();
        for (String text : new String[] {"抓学习、抓作风", "甲: {乙}", "- 丙", "'丁'", "戊 #己", "? 庚"}) {
            assertThat(new YamlReading().mapping(rewritten(gloss, text), WHERE).hasErrors())
                    .as(text)
                    .isFalse();
        }
    }

    @Test
    void aNumberGoesToTheFieldThatTakesOne() {
        Field members = field(
                "{label: 党员, kind: record, fields: {name: {label: 名, kind: text},"
                        + " total: {label: 总数, kind: integer, required: true}, as_of: {label: 截至, kind: date, required: true}}}");

        assertThat(rewritten(members, "12")).isEqualTo("f: {total: 12, as_of: 未载}");
    }

    @ParameterizedTest
    @CsvSource({
        "12 人, 12",
        "约 12, 12",
        "１２, 12",
        "'1,200', 1200",
        "第 3 名, 3",
        "二十, ''",
        "3 万, ''",
        "2 至 3, ''",
        "95%, ''",
        "9.5, ''",
        "没有, ''"
    })
    void theOneNumberIsTakenOutAndNoOtherIsMadeUp(String written, String number) {
        assertThat(Rewriting.number(written, true).orElse("")).isEqualTo(number);
    }
}
