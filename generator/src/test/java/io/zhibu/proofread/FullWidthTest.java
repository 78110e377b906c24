package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullWidthTest {
    @ParameterizedTest
    @ValueSource(strings = {"２０２１年", "Ａ座", "第１章"})
    void found(String text) {
        assertThat(Read.finds(new FullWidth(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021年", "`１`", "[甲](１.md)", "（一）", "％"})
    void left(String text) {
        assertThat(Read.finds(new FullWidth(), text)).isFalse();
    }
}
