package io.zhibu.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts put together by chance from pieces that mean something. */
class RandomTextTest {
    private static final String[] PIECES = {
        "*",
        "**",
        "***",
        "_",
        "__",
        "~~",
        "`",
        "``",
        "```",
        "~~~",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "](a.md)",
        "[a]",
        "[^a]",
        "[^a]: ",
        "[a]: /u",
        "<",
        ">",
        "> ",
        "- ",
        "+ ",
        "* ",
        "1. ",
        "2) ",
        "- [ ] ",
        "- [x] ",
        "# ",
        "###### ",
        "#",
        "===",
        "---",
        "|",
        "|-|-|",
        "|a|b|",
        ":-:",
        "!!! note",
        "!!! tip \"题\"",
        "> [!NOTE]",
        "{#id}",
        "\\",
        "\\\\",
        "&amp;",
        "&#0;",
        "&#x110000;",
        "&",
        "<b>",
        "</b>",
        "<div>",
        "</div>",
        "<td>",
        "<br/>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<textarea>",
        "<a href='b'>",
        "<http://a.cn>",
        "<a@b.cn>",
        "\n",
        "\n",
        "\n\n",
        "\n\n",
        "\r\n",
        "\t",
        " ",
        "  ",
        "    ",
        "字",
        "“引”",
        "，",
        "。",
        "《书》",
        "（",
        "）",
        "＃",
        "［甲］（b.md）",
        "https://a.cn/",
        "www.a.cn",
        "｜甲｜",
        "｜---｜",
        "[^a]：",
        "> [!注意]- 题",
        "一、",
        "1.甲",
        "**甲 **",
        "==甲==",
        "$",
        "“题”)",
        "a",
        "A1",
        "\0",
        "\uFEFF",
        "\u200B",
        "\u3000",
        "𠮷",
        "\uD800",
        "\"",
        "'"
    };
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z][a-z0-9]*)[^<>]*?(/?)>");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noTextBreaksTheReader(long seed) {
        Random random = new Random(seed);
        Reader chinese = Reader.chinese();
        Reader plain = new Reader(Profile.PLAIN);
        for (int i = 0; i < 1500; i++) {
            String markdown = text(random);

            assertThat(plain.html(markdown)).isNotNull();
            assertNested(chinese.html(markdown), markdown);
        }
    }

    @Test
    void oneReaderServesAllThreads() {
        Random random = new Random(9);
        List<String> texts = Stream.generate(() -> text(random)).limit(2000).toList();
        Reader reader = Reader.chinese();
        List<String> oneByOne = texts.stream().map(reader::html).toList();

        assertThat(texts.parallelStream().map(reader::html).toList()).isEqualTo(oneByOne);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(60); pieces >= 0; pieces--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static void assertNested(String html, String markdown) {
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            String name = tag.group(2);
            if (!tag.group(1).isEmpty()) {
                assertThat(open.poll()).as("%s%nfrom %s", html, markdown).isEqualTo(name);
            } else if (tag.group(3).isEmpty() && !name.matches("br|hr|img|input|wbr|col")) {
                open.push(name);
            }
        }
        assertThat(open).as("%s%nfrom %s", html, markdown).isEmpty();
    }
}
