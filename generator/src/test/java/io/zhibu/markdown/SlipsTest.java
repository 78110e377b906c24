package io.zhibu.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Chinese keyboards make of Markdown: what can be meant only one way works, and what is right is not complained of. */
class SlipsTest {
    private final Reader reader = Reader.chinese();

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            [乙](b.md “题”)         | <a href="b.md" title="题">乙</a>
            [乙](b.md ”题”)         | <a href="b.md" title="题">乙</a>
            [乙](b.md “说“明”吧”)   | <a href="b.md" title="说“明”吧">乙</a>
            见https://a.cn/a_b，好  | 见<a href="https://a.cn/a_b">https://a.cn/a_b</a>，好
            见 www.a.cn。           | 见 <a href="http://www.a.cn">www.a.cn</a>。
            (https://a.cn/x)        | (<a href="https://a.cn/x">https://a.cn/x</a>)
            网址:http://a.cn/x(1).  | 网址:<a href="http://a.cn/x(1)">http://a.cn/x(1)</a>.
            **https://a.cn**        | <strong><a href="https://a.cn">https://a.cn</a></strong>
            [见 https://a.cn](b.md) | <a href="b.md">见 https://a.cn</a>
            <a href="b.md">www.a.cn</a> | <a href="b.md">www.a.cn</a>
            ahttps://a.cn 与 https:// | ahttps://a.cn 与 https://
            **안녕(hello)**하세요   | <strong>안녕(hello)</strong>하세요
            a**〰️**a                | a<strong>〰️</strong>a
            """, delimiter = '|')
    void linksAndEmphasisWork(String markdown, String html) {
        assertThat(reader.html(markdown)).isEqualTo("<p>" + html + "</p>\n");
        assertThat(reader.told(markdown)).isEmpty();
    }

    @Test
    void linesThatAreCountedByHandStayLines() {
        assertThat(reader.html("一、总体\n二、任务\n三、保障")).isEqualTo("<p>一、总体<br />\n二、任务<br />\n三、保障</p>\n");
        assertThat(reader.html("做法：\n1、先学\n2、再做")).isEqualTo("<p>做法：<br />\n1、先学<br />\n2、再做</p>\n");
        assertThat(reader.html("（九）甲\n（十）乙\n（十一）丙")).contains("甲<br />", "乙<br />");
        assertThat(reader.html("●甲\n●乙")).contains("甲<br />");
        assertThat(reader.html("　　甲\n　　乙")).contains("甲<br />");
        assertThat(reader.html("见第\n三、四章")).isEqualTo("<p>见第三、四章</p>\n");
        assertThat(reader.html("一、甲\n四、乙")).doesNotContain("<br />");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|甲|乙|\n|：-|——：|\n|1|2|", "｜甲｜乙｜\n｜:---｜---:｜\n｜1｜2｜", "|甲|乙|\n|:-|-:|\n｜1｜2｜"})
    void tablesOfWideBarsAreTables(String markdown) {
        assertThat(reader.html(markdown)).contains("<th class=\"left\">甲</th>", "<td class=\"right\">2</td>");
        assertThat(reader.told(markdown)).isEmpty();
    }

    @Test
    void barsInCodeAreCodeWhereTheRowComesOutRightOnlySo() {
        assertThat(reader.html("|甲|乙|\n|-|-|\n|`a|b`|字|\n|`x\\|`|y|"))
                .contains("<td><code>a|b</code></td>\n<td>字</td>", "<td><code>x|</code></td>\n<td>y</td>");
        assertThat(reader.rules("|甲|乙|\n|-|-|\n|`a|b`|字|\n|一|二| |")).isEmpty();
    }

    @Test
    void whatFollowsAQuotedTableIsOutsideOfIt() {
        assertThat(reader.html("> |甲|\n> |-|\n> |1|\n下一行")).endsWith("</table>\n</blockquote>\n<p>下一行</p>\n");
        assertThat(reader.html("- |甲|\n  |-|\n  |1|\n下一行")).endsWith("</ul>\n<p>下一行</p>\n");
    }

    @Test
    void notesMayFollowAtOnceAndHaveAWideColon() {
        assertThat(reader.html("甲[^1]。\n[^1]: 注")).contains("<p>甲<sup", "<p>注 <a");
        assertThat(reader.html("甲[^1]。\n\n[^1]：注")).contains("<p>注 <a");
        assertThat(reader.html("text![^1]\n\n[^1]: 注")).contains("text!<sup");
        assertThat(reader.told("甲[^注二]。\n\n[^注一]: 注"))
                .contains(
                        "content/a.md:1:2: 警告[note-missing] 没有脚注“注二”，“[^注二]”会照样显示\n    建议：是“[^注一]”吗？不是就另起一段写注文：[^注二]: …");
    }

    @Test
    void boxesTakeTitles() {
        assertThat(reader.html("> [!NOTE] 标题\n> 文")).contains("admonition note", ">标题<", "<p>文</p>");
        assertThat(reader.html("> [!注意]- 题\n> 文")).contains("admonition warning", ">题<");
        assertThat(reader.rules("> [!没有]\n> 一")).containsExactly("admonition-kind");
    }

    @Test
    void aLanguageIsNamedOnce() {
        assertThat(reader.html("```language-r\nx\n```")).contains("<code class=\"language-r\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`==甲==` `[[甲]]` `** 甲 **` `5*3*2` `【A1】` `[^1]`",
                "```\n|甲|乙|\n1.甲\n[TOC]\n```",
                "    int 甲 = 1; // 乙",
                "$5*3*2$ 与 $$[[x]]==【A1】$$",
                "<https://a.cn/==甲==> [甲](b.md) ![图](a.png)",
                "2 ** 3 ** 4，a == b == c，[[1, 2], [3, 4]]，[^",
                "【注】（见第 2.1 节）与［甲］（乙）",
                "x[a1] 与 [a] 与 [A1]",
                "1.5 米，-5 度，3.甲",
                "3.14\n-5",
                "甲 | 乙",
                "| |x| |",
                "[//]: # (comment)\n\n文",
                "[甲]: b.md\n\n见[甲]",
                "好！[甲](b.md)",
                "【一】甲\n【二】乙"
            })
    void whatIsRightIsNotComplainedOf(String markdown) {
        assertThat(reader.told(markdown)).isEmpty();
    }

    @Test
    void aMarkOfEmphasisWithoutItsOtherHalfIsTold() {
        assertThat(reader.told("甲**乙丙")).singleElement().asString().contains("emphasis-unpaired");
        assertThat(reader.told("**甲**乙**丙")).singleElement().asString().contains("emphasis-unpaired");
        for (String sound : new String[] {"**甲**乙", "2**3", "`甲**乙`", "甲\\\\**乙", "甲***乙", "a**b 与 c"}) {
            assertThat(reader.told(sound.replace("\\\\", "\\"))).as(sound).isEmpty();
        }
    }
}
