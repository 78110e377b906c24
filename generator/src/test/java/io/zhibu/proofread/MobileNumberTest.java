package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MobileNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "手机 13800000000",
                "电话：138 0000 0000",
                "138-0000-0000",
                "+86 13800000000",
                "+8613800000000",
                "(86)13800000000",
                "008613800000000",
                "１３８００００００００",
                "1380000 0000",
                "联系人 13800000000，请打",
                "13800000000",
                "---\nnote: 13800000000\n---\n",
                "| 13800000000 |",
                "`13800000000`",
                "<p>13800000000</p>",
                "编号栏里写手机 13800000000",
                "13800000000。"
            })
    void found(String text) {
        assertThat(Read.finds(new MobileNumber(Set.of("138 0000 0001")), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "138****0000",
                "1380000****",
                "12800000000",
                "138000000000",
                "0138000000001",
                "13800000000.5",
                "3.13800000000",
                "13800000000 元",
                "投资 15000000000元",
                "库容 39300000000 立方米",
                "[甲](https://a.cn/13800000000)",
                "https://a.cn/?id=13800000000",
                "工程编号 13800000000",
                "订单号：13800000000",
                "X13800000000",
                "13800000000A",
                "027-82820000",
                "027-8282 0000",
                "400-800-0000",
                "12345",
                "2021-07-01 13:80:00",
                "值班手机 13800000001",
                "1, 13800000000, 2",
                "1609459200000",
                "ISBN 9787000000000",
                "水〔2020〕13800000000 号文号"
            })
    void left(String text) {
        assertThat(Read.finds(new MobileNumber(Set.of("138 0000 0001")), text)).isFalse();
    }

    @Test
    void toldWithStars() {
        assertThat(Read.by(new MobileNumber(Set.of()), "---\ntitle: 甲\nnote: 打 13800000000\n---\n"))
                .containsExactly("3:9 写着手机号 138********，不能公开");
    }
}
