package io.zhibu.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tag that no page may hold, or that is half a tag, costs no word of what stands around it. */
class StrayHtmlTest {
    private static final String[] NAMES = {
        "title",
        "iframe",
        "style",
        "xmp",
        "noembed",
        "noframes",
        "plaintext",
        "textarea",
        "select",
        "option",
        "script",
        "svg",
        "math",
        "template",
        "noscript",
        "frameset",
        "body",
        "head",
        "html",
        "object",
        "video",
        "font",
        "form",
        "button",
        "t",
        "党",
        "x-y",
        "image",
        "a",
        "b",
        "i",
        "s",
        "p",
        "div",
        "table",
        "tr",
        "td",
        "caption",
        "colgroup",
        "col",
        "details",
        "summary",
        "ruby",
        "rt",
        "ul",
        "li",
        "pre",
        "code",
        "br",
        "img",
        "hr",
        "input",
        "h2",
        "blockquote",
        "center",
        "span",
        "dl",
        "dt",
        "sub"
    };
    private static final String[] PIECES = {
        "<!-- 注 -->",
        "<!--",
        "-->",
        "<!-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "?>",
        "<?php",
        "<!D",
        "<!DOCTYPE html>",
        "<!",
        "</",
        "<",
        ">",
        "<div ",
        "<b class=",
        "<a href=\"b.md\">",
        "<img src=\"c.png\" alt=\"图\">",
        "<p class=\"x\"onclick=y>",
        "<td colspan=2>",
        "<i\n>",
        "\n",
        "\n",
        "\n\n",
        "\n\n",
        "\n\n",
        "> ",
        "- ",
        "1. ",
        "# ",
        "**",
        "*",
        "~~",
        "    ",
        "&lt;",
        "&amp;lt;b&gt;",
        "|甲|乙|\n|-|-|\n"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>", "<iframe>", "<style>", "<xmp>", "<noembed>", "<noframes>", "<plaintext>", "<textarea>",
                        "<select>",
                "<script>", "<svg>", "<math>", "<template>", "<noscript>", "<frameset>", "<option>", "<video>",
                        "</title>",
                "<!DOCTYPE html>", "<?php 一 ?>", "<![CDATA[二]]>", "<!D 三>", "<b>", "</b>", "<details>", "<table>",
                        "<a href=\"b\">",
                "<div 党支部", "<!--", "<![CDATA[", "<?"
            })
    void theTagIsShownAndToldAndTheRestStandsAsItWould(String tag) {
        Reader reader = Reader.chinese();

        assertThat(reader.html("第一段 " + tag + " 后。\n\n第二段**重**。\n"))
                .isEqualTo("<p>第一段 " + escaped(tag) + " 后。</p>\n<p>第二段<strong>重</strong>。</p>\n");
        assertThat(reader.told("第一段 " + tag + " 后。\n\n第二段。\n"))
                .singleElement()
                .asString()
                .startsWith("content/a.md:1:5: 警告[html-");
        assertThat(words(reader.html(tag + "\n前。\n\n第二段。\n"))).contains(tag, "前。", "第二段。");
        assertThat(reader.html(tag + "\n前。\n\n第二段**重**。\n")).endsWith("<p>第二段<strong>重</strong>。</p>\n");
        assertThat(reader.rules(tag + "\n前。\n\n第二段。\n")).hasSize(1);
    }

    @Test
    void eachKindOfFaultIsToldInItsOwnWords() {
        assertThat(Reader.chinese().told("""
                        一<title>二
                        三<b>四

                        五</i>六

                        七<!--八

                        > <div 九
                        """))
                .containsExactlyInAnyOrder(
                        "content/a.md:1:2: 警告[html-forbidden] 不允许的 HTML，当作文字显示：“<title>”\n"
                                + "    建议：用 Markdown 的写法代替，或删去它；要写的就是这几个字，写成 `<title>`",
                        "content/a.md:2:2: 警告[html-unpaired] <b> 没有在同一段或同一层里结束，当作文字显示\n    建议：在后面补上 </b>，或删去它",
                        "content/a.md:4:2: 警告[html-unpaired] “</i>”前面没有对应的 <i>，当作文字显示\n    建议：删去它，或在前面补上 <i>",
                        "content/a.md:6:2: 警告[html-broken] “<!--”没有写完，当作文字显示\n    建议：在注释末尾补上 -->，或删去它",
                        "content/a.md:8:3: 警告[html-broken] “<div”没有写完，当作文字显示\n    建议：补全这个标签，或删去它；要写的就是这几个字，写成 `<div`");
    }

    @Test
    void anHtmlBlockInAContainerIsToldAtItsOwnLineAndColumn() {
        assertThat(Reader.chinese().told("> - <div>\n>   一<title>二</title>\n>   </div>\n"))
                .singleElement()
                .asString()
                .startsWith("content/a.md:2:6: 警告[html-forbidden]");
    }

    @Test
    void aCommentThatSwallowsAnotherIsTold() {
        assertThat(Reader.chinese().rules("<!-- 忘了\n\n正文\n\n<!-- 注 -->\n")).containsExactly("html-comment");
        assertThat(Reader.chinese().rules("<!-- 注 -->\n\n正文\n")).isEmpty();
    }

    @Test
    void whatStandsInHtmlIsFoundByTheSearch() {
        String markdown =
                "<table>\n<tr><td>甲党</td><td>乙&amp;丙</td></tr>\n</table>\n\n<details>\n<summary>丁</summary>\n\n戊<b>己</b>庚\n\n</details>\n";

        assertThat(Reader.chinese().read(markdown).value().plainText().strip().split("\\s+"))
                .containsExactly("甲党", "乙&丙", "丁", "戊己庚");
        assertThat(Reader.chinese().html(markdown))
                .contains("<td>乙&amp;丙</td>", "<summary>丁</summary>", "<p>戊<b>己</b>庚</p>");
        assertThat(Reader.chinese().rules(markdown)).isEmpty();
    }

    @Test
    void preformattedTextKeepsItsLines() {
        assertThat(Reader.chinese().html("<pre>\n甲\n  乙\n\n丙\n</pre>\n")).contains("甲\n  乙\n\n丙\n");
    }

    @Test
    void aHundredThousandHalvesTakeNoTime() {
        Reader reader = Reader.chinese();
        for (String half :
                List.of("<b>", "</b>", "<!--\n", "<pre>\n", "<div\n", "<b></i>", "<![CDATA[", "<title>", "<?")) {
            assertThat(reader.read(half.repeat(30_000)).value()).as(half).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noVisibleWordIsEverMissing(long seed) {
        Random random = new Random(seed);
        Reader reader = Reader.chinese();
        for (int i = 0; i < 400; i++) {
            List<String> words = new ArrayList<>();
            String markdown = text(random, words);
            String html = reader.html(markdown);
            String shown = words(html);
            String found = reader.read(markdown).value().plainText();
            String told = String.join("\n", reader.told(markdown));
            for (String word : words) {
                // What its writer put into a comment is not to be seen; a comment that grew by mistake is told.
                boolean commented =
                        isCommented(markdown, word) && (told.contains("html-comment") || isOneComment(markdown, word));
                // Half a tag that another completes is a tag with an attribute.
                boolean attribute = told.contains("的 " + word);
                assertThat(commented || attribute || shown.contains(word))
                        .as("%s on the page%n%s%n%s%n%s", word, markdown, html, told)
                        .isTrue();
                assertThat(commented || attribute || found.contains(word))
                        .as("%s found%n%s%n%s%n%s", word, markdown, found, told)
                        .isTrue();
            }
        }
    }

    private static String text(Random random, List<String> words) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(30); pieces >= 0; pieces--) {
            if (random.nextInt(3) == 0) {
                words.add("词" + (char) ('㐀' + words.size()) + "语");
                text.append(words.get(words.size() - 1));
            } else if (random.nextInt(2) == 0) {
                String name = NAMES[random.nextInt(NAMES.length)];
                text.append(random.nextInt(3) == 0 ? "</" : "<")
                        .append(name)
                        .append(random.nextInt(8) == 0 ? " " : ">");
            } else {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }

    private static boolean isCommented(String markdown, String word) {
        int at = markdown.indexOf(word);
        return markdown.lastIndexOf("<!--", at) >= 0 && markdown.indexOf("-->", at) >= 0;
    }

    private static boolean isOneComment(String markdown, String word) {
        int at = markdown.indexOf(word);
        return markdown.lastIndexOf("<!--", at) > markdown.lastIndexOf("-->", at);
    }

    private static String words(String html) {
        return Jsoup.parseBodyFragment(html).body().wholeText();
    }

    private static String escaped(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
