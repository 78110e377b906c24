package io.zhibu.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Body;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to hang a parser or to use up its stack. The time limits are far beyond what is needed: without the guards there is no end. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GuardTest {
    private static final int N = 20_000;

    @ParameterizedTest(name = "{0}")
    @MethodSource("patterns")
    void everyPatternEnds(String name, String markdown) {
        for (Profile profile : List.of(Profile.CHINESE, Profile.PLAIN)) {
            Outcome<Body> read = new MarkdownReading(profile, "").read(markdown, new Where("content/a.md", 1, 1));
            String html = new HtmlWriting(profile).html(read.value(), HtmlWriting.Targets.AS_WRITTEN);

            assertThat(html.isEmpty() && !read.hasErrors()).isEqualTo(name.startsWith("definitions"));
            assertThat(read.diagnostics()).noneMatch(told -> told.rule().equals("markdown-too-slow"));
        }
    }

    static Stream<Arguments> patterns() {
        return Stream.of(
                repeated("strong in emphasis", "*a **a ", "b", " a** a*"),
                repeated("quotes", "> ", "a", ""),
                repeated("items on a line", "- ", "a", ""),
                repeated("numbers on a line", "1. ", "a", ""),
                repeated("items in quotes", "> - ", "a", ""),
                listed("items, each deeper", 1400, i -> " ".repeat(2 * i) + "- a\n"),
                listed("boxes, each deeper", 700, i -> " ".repeat(4 * i) + "!!! note\n"),
                listed("backticks, each more", 2000, i -> "e" + "`".repeat(i + 1)),
                listed("definitions", N, i -> "[r" + i + "]: /u\n"),
                Arguments.of("references", listing(N, i -> "[r" + i + "]: /u\n") + "\n" + "[r0] ".repeat(N)),
                Arguments.of("notes", listing(N, i -> "[^" + i + "] ") + "\n\n" + listing(N, i -> "[^" + i + "]: n\n")),
                repeated("emphasis across links", "**x [a*b**c*](d)", "", ""),
                repeated("pointed destinations", "[a](<b", "", ""),
                repeated("open links", "[](", "", ""),
                repeated("brackets", "[", "a", "]"),
                repeated("nested links", "[", "a", "](u)"),
                repeated("nested pictures", "![", "a", "](u)"),
                repeated("pictures around links", "![[a](u)", "", ""),
                repeated("labels", "[a][", "", ""),
                repeated("notes unfinished", "[^", "", ""),
                repeated("comments", "a <!--", "", ""),
                repeated("instructions", "a <?", "", ""),
                repeated("declarations", "a <!A", "", ""),
                repeated("CDATA", "a <![CDATA[", "", ""),
                repeated("attributes unfinished", "x <a b=\"", "", ""),
                repeated("attributes", "<b ", "", "a "),
                repeated("tags", "<b>", "", ""),
                repeated("blocks of HTML", "<div>\n\n", "", ""),
                repeated("tags in a block", "<div>\n", "", ""),
                repeated("asterisks", "*", "a", "*"),
                repeated("asterisks and letters", "a***b**c* ", "", ""),
                repeated("underscores", "a _b ", "", ""),
                repeated("mixed marks", "*a_ ", "", ""),
                repeated("tildes", "~~a ", "", ""),
                repeated("Chinese emphasis", "**中", "", "**"),
                repeated("backslashes", "\\", "", ""),
                repeated("ampersands", "&", "", ""),
                repeated("angles", "<", "", ""),
                repeated("addresses", "<http:", "", ""),
                repeated("mail", "<a@", "", ""),
                repeated("lines", "a\n", "", ""),
                repeated("items", "- a\n\n", "", ""),
                repeated("tabs", "-\t", "a", ""),
                repeated("underlines", "a\n=\n", "", ""),
                repeated("headings alike", "# 一\n", "", ""),
                repeated("fences", "```\n", "", ""),
                repeated("boxes", "!!! note\n\n    a\n\n", "", ""),
                repeated("parentheses", "(", "[a](", ")"),
                repeated("full-width links", "［a］（b.md", "", ""),
                repeated("wiki links unfinished", "[[甲", "", ""),
                repeated("marker lines unfinished", "==甲", "", ""),
                repeated("strong with blanks unfinished", "** 甲 ", "", ""),
                repeated("bare addresses", "https://a.cn/(", "", ""),
                repeated("dollars", "$a", "", ""),
                repeated("lines counted by hand", "一、甲\n二、乙\n", "", ""),
                repeated("lazy lines behind rows", "> |a|\n|b|\n", "", ""),
                repeated("code in cells", "|`a|b", "\n|-|-|\n", "|`a|b"),
                repeated("titles unfinished", "[a](b “c", "", ""),
                Arguments.of("long table", "|a".repeat(200) + "|\n" + "|-".repeat(200) + "|\n" + "|b\n".repeat(N)),
                Arguments.of("wide table", "|a".repeat(N) + "\n" + "|-".repeat(N) + "\n" + "|b\n".repeat(1000)),
                Arguments.of("lazy lines", "> ".repeat(90) + "a\n" + "b\n".repeat(N)));
    }

    @Test
    void whatIsNestedTooDeepIsToldWithItsPlace() {
        assertThat(Reader.chinese().told("一\n\n" + "> ".repeat(101) + "二"))
                .containsExactly("content/a.md:3:201: 错误[markdown-too-deep] 嵌套超过 100 层，更深的层次已去掉\n    建议：减少引用、列表或强调的层数");
        assertThat(Reader.chinese().told("> ".repeat(60) + "二")).isEmpty();
        assertThat(Reader.chinese().rules("*a **b ".repeat(60) + "c" + "***".repeat(60)))
                .containsExactly("markdown-too-deep");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertThat(Reader.chinese().told("一".repeat((2 << 20) / 3 + 1)))
                .containsExactly("content/a.md:1:1: 错误[markdown-too-large] 正文超过 2 MiB，没有处理\n    建议：把正文分成几个文件");
        assertThat(Reader.chinese().rules("一二三四五六七八九。\n".repeat(67_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[](", "[a](<b"})
    void whatTakesTooLongIsGivenUp(String pattern) {
        MarkdownReading hasty = new MarkdownReading(Profile.JBAKE, "", Duration.ofMillis(300));

        Outcome<Body> read = hasty.read(pattern.repeat(100_000), new Where("content/a.md", 12, 1));

        assertThat(read.value()).isEqualTo(Body.empty());
        assertThat(read.diagnostics().get(0).toString()).startsWith("content/a.md:12:1: 错误[markdown-too-slow]");
    }

    @Test
    void aStackThatIsUsedUpIsNoCrash() {
        Guard.End<String> end = new Guard(Duration.ofSeconds(30)).run("", GuardTest::endless);

        assertThat(end).isEqualTo(new Guard.End<>(Optional.empty(), false));
    }

    private static String endless(CharSequence text) {
        return endless(text) + "";
    }

    private static Arguments repeated(String name, String before, String middle, String after) {
        return Arguments.of(name, before.repeat(N) + middle + after.repeat(N));
    }

    private static Arguments listed(String name, int count, IntFunction<String> one) {
        return Arguments.of(name, listing(count, one));
    }

    private static String listing(int count, IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining());
    }
}
