package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OldIdCardTest {
    @ParameterizedTest
    @ValueSource(strings = {"身份证 110101000101001", "公民身份号码：110101000101001", "110101000101001（旧身份证）"})
    void found(String text) {
        assertThat(Read.finds(new OldIdCard(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"编号 110101000101001", "身份证 110101001301001", "身份证 1101010001010012", "流量 110101000101001"})
    void left(String text) {
        assertThat(Read.finds(new OldIdCard(), text)).isFalse();
    }
}
