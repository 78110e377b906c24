package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpaceInHanTest {
    @ParameterizedTest
    @ValueSource(strings = {"甲乙 丙丁，戊己。", "大约十 分钟，", "甲乙　丙丁。"})
    void found(String text) {
        assertThat(Read.finds(new SpaceInHan(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"甲乙 a 丙丁，", "甲 乙 丙，", "目 录", "北京 上海 武汉", "| 甲 乙 | 丙，", "“甲 乙”，", "甲乙\n丙丁，", "`甲 乙`，", "三 3 个，"})
    void left(String text) {
        assertThat(Read.finds(new SpaceInHan(), text)).isFalse();
    }
}
