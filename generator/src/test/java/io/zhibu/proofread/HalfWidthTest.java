package io.zhibu.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalfWidthTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "甲乙,丙丁",
                "甲乙, 丙丁",
                "甲乙;丙丁",
                "为什么?因为",
                "注意:先看",
                "“甲乙”,丙丁",
                "甲乙(丙丁)戊",
                "甲乙.",
                "做法:\n",
                "![石(冰粉)样](a.png)"
            })
    void found(String text) {
        assertThat(Read.finds(new HalfWidth(), text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "甲乙，丙丁",
                "1,000",
                "甲 a, b 乙",
                "a,b",
                "盐:糖=1:2",
                "10:30",
                "`甲,乙`",
                "[甲](a,乙.md)",
                "https://a.cn/a,b",
                "<p class=\"甲,乙\">",
                "甲(a)乙",
                "f(x)",
                "一.背景",
                "甲（乙）丙",
                "“man”:“woman”",
                "$甲,乙$",
                "```\n甲,乙\n```",
                "---\ntags: [党建, 防汛]\n---\n",
                "---\nx: {a: 甲, b: 乙}\n---\n",
                "看图 3.",
                "Hello, world",
                "甲:a"
            })
    void left(String text) {
        assertThat(Read.finds(new HalfWidth(), text)).isFalse();
    }

    @Test
    void placed() {
        assertThat(Read.by(new HalfWidth(), "---\r\ntitle: 甲乙,丙\r\n---\r\n\r\n丁,戊\r\n"))
                .containsExactly("2:10 中文里用了半角的“,”", "5:2 中文里用了半角的“,”");
    }
}
