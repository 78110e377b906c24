package io.zhibu.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KinsokuTest {
    @Test
    void aLineMayEndBetweenHanButNotBeforeWhatClosesOrAfterWhatOpens() {
        assertThat(cut("他说：“三抓四比”（含《意见》）。好")).isEqualTo("他|说：|“三|抓|四|比”|（含|《意|见》）。|好");
        assertThat(cut("“……”和——破折号")).isEqualTo("“……”|和|——|破|折|号");
    }

    @Test
    void wordsNumbersAndDatesStayWhole() {
        assertThat(cut("共 2500 多次，94% 满意 2025-12 起")).isEqualTo("共 |2500 |多|次，|94% |满|意 |2025-12 |起");
    }

    @Test
    void anAddressIsCutAfterItsSlashes() {
        assertThat(cut("见 http://a.cn/b/c.html?x=1")).isEqualTo("见 |http:/|/|a.cn/|b/|c.html?|x=|1");
    }

    @Test
    void nothingIsLost() {
        String text = "郑守仁 𠮷野家，A1。\n";
        assertThat(cut(text).replace("|", "")).isEqualTo(text);
        assertThat(cut("")).isEmpty();
    }

    private static String cut(String text) {
        Kinsoku kinsoku = new Kinsoku();
        kinsoku.setText(text);
        StringBuilder cut = new StringBuilder();
        int from = 0;
        for (int to = kinsoku.next(); to >= 0; to = kinsoku.next()) {
            cut.append(from > 0 ? "|" : "").append(text, from, to);
            from = to;
        }
        return cut.toString();
    }
}
