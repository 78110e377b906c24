package io.zhibu.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed in a form changes the lines that say it, and no others. */
class EntryTextTest {
    private static final String TEXT = """
            ---
            id: sanliang # 定了不改
            # 编辑写给自己的话
            title: "三亮：亮身份"
            years: [2023, 2024] # 待核：取自正文

            my_own: {a: 1,   b: 2}
            source:
              kind: 转载 # 原文在网上
              title: 原来的题目
            # 下面是出处
            citations:
              - key: A1
                title: 甲   # 甲的话
              # 乙在图书馆
              - key: A2
                title: 乙
            ---
            正文。
            """;

    private static String with(String key, Object value) {
        return EntryText.of(TEXT).with(Map.of(key, value)).text();
    }

    @Test
    void theSameValuesAreTheSameFile() {
        EntryText text = EntryText.of(TEXT);
        assertThat(text.with(text.values()).text()).isEqualTo(TEXT);
        assertThat(text.withBody(text.plainBody()).text()).isEqualTo(TEXT);
    }

    @Test
    void aValueIsExchangedOnItsLineAndARemarkStays() {
        assertThat(with("id", "san-liang")).isEqualTo(TEXT.replace("id: sanliang #", "id: san-liang #"));
        assertThat(with("title", "三亮")).isEqualTo(TEXT.replace("title: \"三亮：亮身份\"", "title: 三亮"));
    }

    @Test
    void aMarkToLookGoesWhenTheValueIsExchanged() {
        assertThat(with("years", List.of("2025")))
                .isEqualTo(TEXT.replace("years: [2023, 2024] # 待核：取自正文", "years: [2025]"));
    }

    @Test
    void aMarkGoesWhenAPersonHasLooked() {
        EntryText text = EntryText.of(TEXT);
        assertThat(text.toDo()).isEqualTo(Map.of("years", List.of("待核：取自正文")));
        assertThat(text.looked(Set.of("years")).text()).isEqualTo(TEXT.replace(" # 待核：取自正文", ""));
    }

    @Test
    void aFieldOfAGroupIsExchangedAlone() {
        assertThat(with("source", Map.of("kind", "转载", "title", "新题目")))
                .isEqualTo(TEXT.replace("title: 原来的题目", "title: 新题目"));
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("kind", "编写");
        more.put("title", "原来的题目");
        more.put("url", "https://example.cn/a");
        assertThat(with("source", more))
                .isEqualTo(TEXT.replace("kind: 转载", "kind: 编写")
                        .replace("原来的题目\n", "原来的题目\n  url: \"https://example.cn/a\"\n"));
    }

    @Test
    void aFieldThatIsTakenOutOfAGroupIsGone() {
        assertThat(with("source", Map.of("kind", "转载")))
                .contains("source:\n  kind: 转载\n# 下面是出处\n")
                .doesNotContain("原来的题目");
    }

    @Test
    void oneOfSeveralGroupsIsExchangedAndTheOthersKeepTheirRemarks() {
        List<Object> citations = List.of(Map.of("key", "A1", "title", "甲"), Map.of("key", "A2", "title", "丙"));
        assertThat(with("citations", citations)).isEqualTo(TEXT.replace("title: 乙", "title: 丙"));
    }

    @Test
    void groupsThatComeOrGoLeaveTheOthersAsTheyWere() {
        assertThat(with("citations", List.of(Map.of("key", "A2", "title", "乙"))))
                .isEqualTo(TEXT.replace("  - key: A1\n    title: 甲   # 甲的话\n  # 乙在图书馆\n", ""));
        Map<String, Object> third = new LinkedHashMap<>();
        third.put("key", "A3");
        third.put("title", "丁：一");
        assertThat(with(
                        "citations",
                        List.of(Map.of("key", "A1", "title", "甲"), Map.of("key", "A2", "title", "乙"), third)))
                .isEqualTo(TEXT.replace("    title: 乙\n", "    title: 乙\n  - key: A3\n    title: 丁：一\n"));
    }

    @Test
    void aFieldComesAtTheEndAndGoesWithItsLines() {
        assertThat(with("tags", List.of("党课"))).isEqualTo(TEXT.replace("title: 乙\n---", "title: 乙\ntags: [党课]\n---"));
        assertThat(with("source", "")).isEqualTo(TEXT.replace("source:\n  kind: 转载 # 原文在网上\n  title: 原来的题目\n", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "~",
                " 两边有空格 ",
                "一\n二",
                "引\"号\\",
                "- 像一项",
                "冒号: 空格",
                "井 # 号",
                "'单'",
                "[方括号]",
                "2026-07-01",
                "true",
                "@a",
                "零\u2028界",
                "😀",
                "a,b",
                "-1.5",
                "---"
            })
    void whateverIsTypedIsReadBack(String typed) {
        Map<String, Object> inside = Map.of("kind", typed, "title", "原来的题目");
        for (Map<String, Object> wanted : List.<Map<String, Object>>of(
                Map.of("title", typed),
                Map.of("years", List.of(typed, "2")),
                Map.of("source", inside),
                Map.of("citations", List.of(Map.of("key", typed, "title", "甲"))),
                Map.of("fresh", typed))) {
            EntryText changed = EntryText.of(TEXT).with(wanted);
            assertThat(changed.hasForm()).as(changed.header()).isTrue();
            assertThat(changed.values()).as(changed.header()).containsAllEntriesOf(wanted);
            assertThat(changed.values().keySet())
                    .containsAll(EntryText.of(TEXT).values().keySet());
        }
    }

    @Test
    void whatNobodySeesIsLeftOut() {
        assertThat(with("title", "\uFEFF三亮\u0007")).isEqualTo(TEXT.replace("三亮：亮身份", "三亮"));
    }

    @Test
    void theLineEndsOfWindowsStay() {
        String windows = TEXT.replace("\n", "\r\n");
        EntryText text = EntryText.of(windows);
        assertThat(text.with(Map.of("title", "三亮")).withBody("正文。\n又一段。\n").text())
                .isEqualTo(TEXT.replace("\"三亮：亮身份\"", "三亮")
                        .replace("正文。\n", "正文。\n又一段。\n")
                        .replace("\n", "\r\n"));
    }

    @Test
    void aPlaceIsTheWayToItsField() {
        EntryText text = EntryText.of(TEXT);
        assertThat(text.fieldAt(4)).isEqualTo("title");
        assertThat(text.fieldAt(10)).isEqualTo("source.title");
        assertThat(text.fieldAt(17)).isEqualTo("citations.1.title");
        assertThat(text.fieldAt(19)).isEmpty();
        assertThat(text.headerLines()).isEqualTo(18);
    }

    @Test
    void whatIsNoFormHasNone() {
        assertThat(EntryText.of("没有头信息\n").hasForm()).isFalse();
        assertThat(EntryText.of("---\ntitle: [没有写完\n---\n正文\n").hasForm()).isFalse();
        assertThat(EntryText.of("---\n{a: 1, b: 2}\n---\n").hasForm()).isFalse();
        assertThat(EntryText.of("---\ntitle: 没有结束\n").body()).isEqualTo("---\ntitle: 没有结束\n");
    }
}
