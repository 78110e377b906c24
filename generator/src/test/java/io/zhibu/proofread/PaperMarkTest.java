package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperMarkTest {
    @ParameterizedTest
    @ValueSource(strings = {"000123\n\n正文", "份号：000012", "特急", "【加急】", "紧急程度：平急"})
    void found(String text) {
        assertThat(Read.finds(new PaperMark(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "加急办理", "特急件处理办法", "0001234", "共 000123 份", "2021 年"})
    void left(String text) {
        assertThat(Read.finds(new PaperMark(), text)).isFalse();
    }
}
