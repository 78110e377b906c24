package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwiceAboutTest {
    @ParameterizedTest
    @ValueSource(strings = {"近280余人", "约 20 余种", "约10分钟左右", "近百余", "将近30多人", "约三十左右"})
    void found(String text) {
        assertThat(Read.finds(new TwiceAbout(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "近280人", "280余人", "最近10多年", "附近3", "约 20 种", "20 人左右", "近十年来", "签约20余家", "条约30余项", "靠近200余", "约多少",
                "近在咫尺"
            })
    void left(String text) {
        assertThat(Read.finds(new TwiceAbout(), text)).isFalse();
    }
}
