package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names are compared by their letters: what nobody sees in one makes no other name of it. */
class SameLettersTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurTypes(folder);
    }

    @Test
    void anAliasIsTakenThoughItHoldsSomethingUnseen() {
        site.entry("term/one", "title: 人口", "");
        site.entry("term/two", "aliases: [\u2F08\u200B\u2F1D]", "");

        assertThat(Said.fully(new SameName(), site)).isEqualTo("""
                content/term/two.md:8:11: 错误[alias-same] 别名“\u2F08\u200B\u2F1D”已是 content/term/one.md 的名称
                    建议：一个名称只归一篇，删去这一个""");
    }

    @Test
    void aDocumentIsRegisteredThoughATextSpellsItOtherwise() {
        site.entry("institution/one", "title: 甲\u200B办法", "");
        site.entry("term/two", "", "见《甲办\u2060法》和《甲\n办法》，caf\u00E9 见《cafe\u0301办法》。");

        assertThat(Said.fully(new UnregisteredTitle(), site)).isEqualTo("""
                content/term/two.md:1:1: 提示[title-unregistered] 正文里的《caf\u00E9办法》没有登记
                    建议：给它建一篇制度文件，只登记题名也可以；登记了就自动链过去""");
    }

    @Test
    void aSectionIsThereThoughItsHeadingHoldsSomethingUnseen() {
        site.entry("branch/one", "", "## 支部\u200B概况\n\n有。");

        assertThat(Said.fully(new MissingSection(), site)).doesNotContain("“支部概况”");
    }
}
