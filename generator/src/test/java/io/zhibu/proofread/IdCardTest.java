package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdCardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "身份证号：110101190001010006",
                "（11010119000101001X 不对，420106190001010019 对）",
                "110101 19000101 0006",
                "110101-19000101-0006",
                "１１０１０１１９０００１０１０００６",
                "---\ntitle: 110101190001010006\n---\n",
                "| 甲 | 110101190001010006 |",
                "`110101190001010006`",
                "![证号 110101190001010006](a.jpg)",
                "<td>110101190001010006</td>",
                "甲[^1]\n\n[^1]: 110101190001010006",
                "<img alt=\"110101190001010006\">",
                "110101190001010858",
                "> 110101190001010006"
            })
    void found(String text) {
        assertThat(Read.finds(new IdCard(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110101190001010007",
                "110101190002290011",
                "110101********0006",
                "9110101190001010006",
                "1101011900010100061",
                "91010119000101003X1",
                "统一社会信用代码 110101190001010858",
                "统一社会信用代码 91000000MA0000000N",
                "3.110101190001010",
                "流量 110101 立方米每秒，19000101 次",
                "[一](http://a.cn/110101190001010006/)",
                "no 1101011900010100",
                "A110101190001010006",
                "990101190001010003"
            })
    void left(String text) {
        assertThat(Read.finds(new IdCard(), text)).isFalse();
    }

    @Test
    void placedAndNeverToldWhole() {
        assertThat(Read.by(new IdCard(), "甲\n乙 110101190001010006。\n"))
                .containsExactly("2:3 写着身份证号 110***************，不能公开");
    }
}
