package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IllnessTest {
    @ParameterizedTest
    @ValueSource(strings = {"某某同志身患肺癌", "他的妻子查出尿毒症", "老党员张某患有糖尿病"})
    void found(String text) {
        assertThat(Read.finds(new Illness(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"因病逝世", "宣传糖尿病防治知识", "患者很多", "确诊病例为零", "他患得患失，"})
    void left(String text) {
        assertThat(Read.finds(new Illness(), text)).isFalse();
    }
}
