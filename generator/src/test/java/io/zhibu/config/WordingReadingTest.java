package io.zhibu.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.yaml.Node;
import io.zhibu.yaml.YamlReading;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingReadingTest {
    private final Diagnostics diagnostics = new Diagnostics();
    private final WordingReading reading = new WordingReading(diagnostics);

    private static Node.Mapping yaml(String text) {
        return new YamlReading().mapping(text, new Where("a.yml", 1, 1)).value();
    }

    @Test
    void aReadingHasASyllableForEachCharacter() {
        assertThat(reading.readings(yaml("乐山: le shan"))).containsEntry("乐山", List.of("le", "shan"));
        reading.readings(yaml("乐山: le\n单县: Shàn xian"));
        assertThat(diagnostics.list())
                .extracting(one -> one.where() + " " + one.rule())
                .containsExactly("a.yml:1:5 reading-count", "a.yml:2:5 reading-value");
    }

    @Test
    void inAGroupEachStandsForEachAndPartsStandForTheWhole() {
        assertThat(reading.synonyms(yaml("same:\n  - [台账, 台帐, 账册]\nparts:\n  三亮: [亮身份, 亮职责]")))
                .containsExactly(
                        List.of("台账", "台帐", "账册"),
                        List.of("台帐", "台账", "账册"),
                        List.of("账册", "台账", "台帐"),
                        List.of("三亮", "亮身份", "亮职责"),
                        List.of("亮身份", "三亮"),
                        List.of("亮职责", "三亮"));
        assertThat(diagnostics.list()).isEmpty();
    }

    @Test
    void whatIsFoundTooDoesNotFindBack() {
        assertThat(reading.synonyms(yaml("finds:\n  轮训: [培训]"))).containsExactly(List.of("轮训", "培训"));
        assertThat(diagnostics.list()).isEmpty();
    }

    @Test
    void anyOtherFormIsToldWithItsPlace() {
        reading.synonyms(yaml("same: 台账\nother: []"));
        assertThat(diagnostics.list())
                .extracting(one -> one.where() + " " + one.rule())
                .containsExactly("a.yml:1:7 synonym-form", "a.yml:2:1 config-unknown");
    }
}
