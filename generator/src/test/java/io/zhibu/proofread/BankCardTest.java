package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankCardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "卡号 6222000000000000004",
                "账号：6222 0000 0000 0000 004",
                "开户行某行，6222000000000009",
                "6222-0000-0000-0009（银行卡）"
            })
    void found(String text) {
        assertThat(Read.finds(new BankCard(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "卡号 6222000000000000005",
                "编号 6222000000000000004",
                "账号 6222********0004",
                "账号 3.6222000000000009",
                "卡号 62220000"
            })
    void left(String text) {
        assertThat(Read.finds(new BankCard(), text)).isFalse();
    }
}
