package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeekdayTest {
    @ParameterizedTest
    @ValueSource(strings = {"2021年7月1日（星期五）", "2021年7月1日 周三", "2021 年 2 月 30 日", "2021年7月1日星期天"})
    void found(String text) {
        assertThat(Read.finds(new Weekday(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021年7月1日（星期四）",
                "2021年7月1日 星期四上午",
                "2021年7月4日（星期天）",
                "2020年2月29日",
                "2021年7月1日",
                "2021年7月",
                "1021年2月30日",
                "2021年7月1日周密部署"
            })
    void left(String text) {
        assertThat(Read.finds(new Weekday(), text)).isFalse();
    }
}
