package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedWordTest {
    @ParameterizedTest
    @ValueSource(strings = {"全部的的水", "做完了了事", "与与他", "党支部党支部", "甲，，乙", "甲。。乙", "主题党日活动主题党日活动"})
    void found(String text) {
        assertThat(Read.finds(new RepeatedWord(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "目的的确定",
                "的的确确",
                "为了了解",
                "不甚了了",
                "和和气气",
                "转置的转置的",
                "一步一步",
                "研究研究",
                "很多很多",
                "甲……乙",
                "好好学习",
                "现在在",
                "天天向上",
                "哈哈哈哈哈哈哈哈",
                "`的的`",
                "三十而立"
            })
    void left(String text) {
        assertThat(Read.finds(new RepeatedWord(), text)).isFalse();
    }
}
