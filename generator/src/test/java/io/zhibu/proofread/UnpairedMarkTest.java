package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpairedMarkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"甲“乙丙", "甲》乙", "《甲", "甲（乙", "甲）乙", "(甲乙", "| “甲 | 乙” |", "---\ntitle: 甲“乙\n---\n", "“甲\n\n乙” 丙"})
    void found(String text) {
        assertThat(Read.finds(new UnpairedMark(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“甲”",
                "“甲\n乙”",
                "《甲《乙》丙》",
                "1）甲",
                "（一）甲",
                "a) 甲",
                "甲；2）乙",
                "一）甲",
                "甲（乙)",
                "“甲\n\n“乙”",
                "`“`甲",
                "甲 :)",
                "（见 `a`）",
                "[甲](a(b).md)",
                "“甲（乙）”",
                "English (text",
                "甲（如 :numref:`sec_x`\n中）乙",
                "甲[^1]（乙）"
            })
    void left(String text) {
        assertThat(Read.finds(new UnpairedMark(), text)).isFalse();
    }
}
