package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateMailTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "someone@qq.com",
                "[写信](mailto:someone@163.com)",
                "邮箱：some.one@gmail.com。",
                "`someone@126.com`",
                "someone＠qq.com"
            })
    void found(String text) {
        assertThat(Read.finds(new PrivateMail(Set.of("office@qq.com")), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"office@qq.com", "bgs@example.gov.cn", "someone@qq.com.example.cn", "s***@qq.com", "@qq.com"})
    void left(String text) {
        assertThat(Read.finds(new PrivateMail(Set.of("office@qq.com")), text)).isFalse();
    }
}
