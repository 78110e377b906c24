package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import org.junit.jupiter.api.Test;

/** Marks of what is still to be written don't reach readers. */
class UnwrittenTest extends WithSmallSite {
    @Test
    void eachFieldAndTheTextOnceAreTold() {
        site.entry("method/one", "title: 待写", "## 背景\n\n待写\n\n![待写：图上有什么](one/a.png)");

        assertThat(Said.fully(new Unwritten(), site))
                .contains("错误[unwritten] “标题”还是“待写”", "one.md:1:1: 错误[unwritten] 正文里还有 2 处“待写”");
    }

    @Test
    void theWordInASentenceIsAWord() {
        site.entry("method/one", "title: 待写的支部", "没有写的列在待写一栏。\n\n待写的有三篇。");

        assertThat(Said.by(new Unwritten(), site)).isEmpty();
    }
}
