package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecrecyMarkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "机密★3年",
                "绝密★长期",
                "秘密★",
                "秘密 ★ 10 年",
                "机　密★",
                "★机密",
                "机密·10年",
                "机密（10年）",
                "机密(3年)",
                "# 机密",
                "【秘密】",
                "甲\n秘密\n乙",
                "| 机密 |",
                "机密：6个月",
                "---\ntitle: 机密★1年\n---\n",
                "`秘密★5年`",
                "工作秘密",
                "![机密★3年](a.png)"
            })
    void found(String text) {
        assertThat(Read.finds(new SecrecyMark(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "保守国家秘密",
                "严守秘密，人人有责",
                "机密文件要上锁",
                "机密级和秘密级",
                "商业秘密保护期 10 年",
                "秘密花园",
                "绝密飞行（电影）",
                "保守秘密10年",
                "秘密**加粗**"
            })
    void left(String text) {
        assertThat(Read.finds(new SecrecyMark(), text)).isFalse();
    }

    @Test
    void theContextIsNeverTold() {
        assertThat(Read.by(new SecrecyMark(), "第一行\n某方案 机密★3年 某地某事\n")).containsExactly("2:5 有密级标志，这份材料不能放进来");
    }
}
