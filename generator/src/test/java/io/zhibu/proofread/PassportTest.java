package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassportTest {
    @ParameterizedTest
    @ValueSource(strings = {"护照号 E00000000", "护照：EA0000000", "G00000000（护照）"})
    void found(String text) {
        assertThat(Read.finds(new Passport(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"E00000000", "护照 E000000", "护照号 E0*******", "办理护照要 10 天"})
    void left(String text) {
        assertThat(Read.finds(new Passport(), text)).isFalse();
    }
}
