package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import org.junit.jupiter.api.Test;

/** What an entry's file is called and where it lies, and what entries are called. */
class NamingRulesTest extends WithSmallSite {
    @Test
    void twoOfOneTypeMayNotShareATitleAndTwoOfTwoTypesMay() {
        site.entry("branch/a", "title: 同名", "");
        site.entry("branch/b", "title: 同\u200b名", "");
        site.entry("branch/c", "title: 各异", "");
        site.entry("method/d", "title: 各异", "");
        // One that refers to the other is no mistake.
        site.entry("branch/e", "title: 互见", "");
        site.entry("method/f", "title: 互见\nbranch: e", "");

        assertThat(Said.fully(new SameTitle(), site).replaceAll("\n    .*", "")).isEqualTo("""
                content/branch/a.md:7:8: 警告[title-same] 标题“同名”与 content/branch/b.md:7:8 相同
                content/branch/b.md:7:8: 警告[title-same] 标题“同\u200b名”与 content/branch/a.md:7:8 相同
                content/branch/c.md:7:8: 提示[title-same] 标题“各异”与 content/method/d.md:8:8 相同
                content/method/d.md:8:8: 提示[title-same] 标题“各异”与 content/branch/c.md:7:8 相同""");
    }

    @Test
    void aFileIsCalledLikeItsIdAndLiesWithItsType() {
        site.entry("branch/a", "", "");
        site.entry("branch/b", "id: c", "");
        site.entry("branch/d", "type: method\nbranch: 未载", "");
        site.file("content/水文局/e.md", "---\nid: e\ntype: branch\ntitle: 戊\nstatus: draft\n---\n");

        assertThat(Said.by(new FileNaming(), site))
                .containsExactly("content/branch/b.md:7:5 file-name-id", "content/branch/d.md:7:7 folder-type");
    }

    @Test
    void aFileForReadersHasANameThatAnAddressTakesAsItIs() {
        site.entry("branch/a", "", "[甲](图 一.txt) [乙](<图 一.txt>) [丙](b-1.txt) [丁](é.txt)");
        site.file("content/branch/图 一.txt", "");
        site.file("content/branch/b-1.txt", "");
        site.file("content/branch/é.txt", "");

        assertThat(Said.fully(new PlainNames(), site))
                .contains("“图 一.txt”", "如 tu-yi.txt，", "“é.txt”", "如 file.txt，")
                .doesNotContain("b-1");
    }
}
