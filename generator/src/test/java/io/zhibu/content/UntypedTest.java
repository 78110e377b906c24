package io.zhibu.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Where;
import io.zhibu.page.Value;
import io.zhibu.yaml.Node;
import io.zhibu.yaml.YamlReading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a value is when only its writing tells. */
class UntypedTest {
    private static final Where START = new Where("data/a.yml", 1, 1);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "12,Number",
                "-1_200,Number",
                "0.5,Number",
                "1e3,Number",
                "yes,Flag",
                "Off,Flag",
                "~,Unrecorded",
                "null,Unrecorded",
                "'12',Text",
                "1998-08-07,Text",
                "1.2.3,Text",
                "007,Number",
                "`[1, 2]`,Many",
                "{a: 1},Record"
            })
    void yamlIsReadAsYaml(String text, String kind) {
        assertThat(Untyped.yaml(node(text)).getClass().getSimpleName()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"`{\"a\": 12}`,0", "`{\"a\": 1.50}`,2", "`{\"a\": 1e3}`,1", "`{\"a\": -7}`,0", "`{\"a\": 2.0}`,1"})
    void aJsonNumberIsWholeOnlyWhereNothingSaysOtherwise(String text, int scale) {
        Value.Record record = (Value.Record) Untyped.json(node(text)).orElseThrow();
        Value.Number number = (Value.Number) record.fields().get("a").orElseThrow();
        assertThat(number.number().scale()).isEqualTo(scale);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a: bare}", "{\"a\": [1, yes]}", "{\"a\": 007}", "{\"a\":}"})
    void whatOnlyYamlKnowsIsNoJson(String text) {
        assertThat(Untyped.json(node(text))).isEmpty();
    }

    private static Node node(String text) {
        return new YamlReading().node(text, START).value().orElseThrow();
    }
}
