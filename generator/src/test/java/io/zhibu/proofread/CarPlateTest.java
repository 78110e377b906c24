package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarPlateTest {
    @ParameterizedTest
    @ValueSource(strings = {"车牌鄂A00000", "鄂A·0000Z", "京A00000 号", "鄂AD00000", "鄂Ａ０００００"})
    void found(String text) {
        assertThat(Read.finds(new CarPlate(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"鄂A*****", "新A级防水", "京A", "晋江A12", "云A计划", "鄂AAAAAA", "黑A0000000"})
    void left(String text) {
        assertThat(Read.finds(new CarPlate(), text)).isFalse();
    }
}
