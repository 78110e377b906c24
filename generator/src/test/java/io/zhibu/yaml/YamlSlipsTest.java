package io.zhibu.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlSlipsTest {
    @Test
    void aValueThatEndsAtANumberSignIsTold() {
        assertThat(told("id: a\nshort_title: 学习 #1 期"))
                .containsExactly("content/a.md:3:17: 警告[yaml-comment] 空格后面的“#”起算注释，“#1 期”没有读到\n"
                        + "    建议：改为：short_title: \"学习 #1 期\"；真是注释，“#”后面空一格");
        assertThat(told("  - 老“新”\"人\" #带新人#"))
                .containsExactly("content/a.md:2:13: 警告[yaml-comment] 空格后面的“#”起算注释，“#带新人#”没有读到\n"
                        + "    建议：改为：- '老“新”\"人\" #带新人#'；真是注释，“#”后面空一格");
    }

    @Test
    void anItemWhoseDashHasNoSpaceIsToldAtItsOwnLine() {
        assertThat(told("authors:\n  - 甲\n  -乙"))
                .containsExactly("content/a.md:4:3: 错误[yaml-dash-space] 短横后面没有空格\n    建议：改为：- 乙");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status: draft # 草稿",
                "# 一行注释",
                "  #缩进的注释",
                "title: \"学习 #1 期\"",
                "title: '学习 #1 期'",
                "list: [\"甲 #1\", 乙]",
                "title: C#语言",
                "text: |\n  第 #1 期\n  -乙\nid: a",
                "text: \"甲\n  -乙 #1\"",
                "low: -5",
                "list:\n  - 甲"
            })
    void whatIsRightIsNotComplainedOf(String yaml) {
        assertThat(told(yaml)).isEmpty();
    }

    private static List<String> told(String yaml) {
        Diagnostics diagnostics = new Diagnostics();
        YamlSlips.look(yaml, new Where("content/a.md", 2, 1), diagnostics);
        return diagnostics.list().stream().map(Diagnostic::toString).toList();
    }
}
