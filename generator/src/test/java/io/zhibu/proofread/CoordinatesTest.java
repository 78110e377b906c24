package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "30°36′12″",
                "东经 114.30521",
                "北纬30.59276°",
                "114.305210, 30.592760",
                "30.592760，114.305210",
                "30度36分12秒"
            })
    void found(String text) {
        assertThat(Read.finds(new Coordinates(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "北纬30度附近",
                "水位 23.45678 米",
                "3.14159, 2.71828",
                "112.5, 30.2",
                "气温 30°",
                "[甲](http://a.cn/114.305210,30.592760)",
                "`114.305210, 30.592760`",
                "一分一秒"
            })
    void left(String text) {
        assertThat(Read.finds(new Coordinates(), text)).isFalse();
    }
}
