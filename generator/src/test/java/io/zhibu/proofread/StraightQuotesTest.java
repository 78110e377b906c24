package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StraightQuotesTest {
    @ParameterizedTest
    @ValueSource(strings = {"所谓\"三亮\"就是", "\"甲\"和\"乙\""})
    void found(String text) {
        assertThat(Read.finds(new StraightQuotes(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "he said \"hi\"",
                "<a title=\"甲\">",
                "`\"甲\"`",
                "!!! note \"甲\"",
                "title=\"甲\"",
                "---\ntitle: \"甲\"\n---\n",
                "5\"屏",
                "“甲”"
            })
    void left(String text) {
        assertThat(Read.finds(new StraightQuotes(), text)).isFalse();
    }
}
