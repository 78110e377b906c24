package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteDirectionTest {
    @ParameterizedTest
    @ValueSource(strings = {"甲”乙“丙", "甲”乙”丙", "甲“乙“丙"})
    void found(String text) {
        assertThat(Read.finds(new QuoteDirection(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"“甲”“乙”", "甲“乙", "”甲", "“甲‘乙’”"})
    void left(String text) {
        assertThat(Read.finds(new QuoteDirection(), text)).isFalse();
    }
}
