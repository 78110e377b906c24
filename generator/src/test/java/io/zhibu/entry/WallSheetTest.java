package io.zhibu.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import io.zhibu.page.Page;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much of a method stands on its sheet for a wall. */
class WallSheetTest extends WithSmallSite {
    private static final String SOURCES = "citations: [{key: A1, title: 某书, publisher: 某社, url: 未载}]";

    @Test
    void theStepsAreThePartsOfTheSectionOnWhatIsDoneEachLineCutToItsFirstSentence() {
        WallSheet sheet = sheet("", """
                ## 背景

                从前各做各的。

                ## 主要做法

                ### 第一步 订

                先订一份清单。[A1] 订了就办。

                | 谁 | 何时 |
                |---|---|
                | 书记 | 月初 |

                以上见 [A1]。

                ### 第二步 办

                - 一件一件办；
                - 办完“说一声。再说”一声。谁办谁说。

                ## 成效

                办成了。
                """);

        assertThat(sheet.steps())
                .containsExactly(
                        new Steps.Step("第一步 订", List.of("先订一份清单。", "书记：月初")),
                        new Steps.Step("第二步 办", List.of("一件一件办。", "办完“说一声。再说”一声。")));
        assertThat(sheet.points()).isEqualTo(26);
        assertThat(sheet.cut()).isFalse();
    }

    @Test
    void aTextWithoutSuchASectionIsToldByItsSections() {
        assertThat(sheet("", "## 一份清单\n\n每月一份。\n\n## 一次回访\n\n办完回访。\n").steps())
                .extracting(Steps.Step::name)
                .containsExactly("一份清单", "一次回访");
    }

    @Test
    void theMoreThereIsTheFewerWordsOfEachStepStandThereAndAtLastNotEveryStep() {
        WallSheet some = sheet("", "## 做法\n\n" + steps(4, 5));
        WallSheet more = sheet("", "## 做法\n\n" + steps(9, 5));
        WallSheet many = sheet("", "## 做法\n\n" + steps(300, 5));

        assertThat(some.steps())
                .hasSize(4)
                .allSatisfy(step -> assertThat(step.says()).hasSizeBetween(1, 3));
        assertThat(more.steps())
                .hasSize(9)
                .allSatisfy(step -> assertThat(step.says()).hasSizeLessThan(2));
        assertThat(more.points()).isGreaterThanOrEqualTo(14);
        assertThat(many.cut()).isTrue();
        assertThat(many.steps())
                .hasSizeBetween(10, 40)
                .allSatisfy(step -> assertThat(step.says()).isEmpty());
    }

    private static String steps(int number, int lines) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(n -> "### 第 " + n + " 步 一件事\n\n" + ("每个月的头一天由支部书记召集全体党员把上个月定下来的事情一件一件过一遍。\n\n").repeat(lines))
                .collect(Collectors.joining());
    }

    private WallSheet sheet(String fields, String body) {
        site.entry("method/one", SOURCES + fields, body);
        Page page = site.catalogue().pages().get(0);
        return WallSheet.of(page);
    }
}
