package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralListedTest {
    @ParameterizedTest
    @ValueSource(strings = {"“三亮”（亮身份、亮职责）", "“两清单”（清底数、清责任、清时限）", "“三抓”(抓学习，抓落实)"})
    void found(String text) {
        assertThat(Read.finds(new NumeralListed(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“三亮”（亮身份、亮职责、亮业绩）",
                "“三亮”（见下文、附表）",
                "“三亮”（2021 年）",
                "三亮（亮身份、亮职责）",
                "“一线”（线上、线下）",
                "`“三亮”（亮甲、亮乙）`"
            })
    void left(String text) {
        assertThat(Read.finds(new NumeralListed(), text)).isFalse();
    }
}
