package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import org.junit.jupiter.api.Test;

/** Links in the text lead somewhere. */
class DeadLinkTest extends WithSmallSite {
    @Test
    void aLinkToAnEntrysFileAndToItsHeadingIsSound() {
        site.entry("branch/one", "", "## 支部概况");
        site.entry("method/two", "", "见[一](../branch/one.md#支部概况)、[此](#做法)和[外](https://example.cn/)。\n\n## 做法");

        assertThat(Said.by(new DeadLink(), site)).isEmpty();
    }

    @Test
    void eachKindOfDeadLinkIsToldAtItsPlace() {
        site.entry("branch/one", "", "## 支部概况");
        site.entry("method/two", "", """
                [无](none.md)
                [夹](../branch/)
                [根](/branch/one.md)
                [节](../branch/one.md#概况)
                [此](#无)
                [页](../branch/one.html)
                ![图](../branch/one.png)""");

        assertThat(Said.by(new DeadLink(), site))
                .containsExactly(
                        "content/method/two.md:10:1 link-dead",
                        "content/method/two.md:11:1 link-folder",
                        "content/method/two.md:12:1 link-absolute",
                        "content/method/two.md:13:1 link-anchor",
                        "content/method/two.md:14:1 link-anchor",
                        "content/method/two.md:15:1 link-dead",
                        "content/method/two.md:16:1 path-outside");
    }

    @Test
    void aDraftMayLinkToADraftAndAPublishedEntryMayNot() {
        site.entry("branch/one", "status: draft", "");
        site.entry("branch/two", "status: draft", "[一](one.md)");
        site.entry("branch/three", "", "[一](one.md)");

        assertThat(Said.by(new DeadLink(), site)).containsExactly("content/branch/three.md:9:1 link-unpublished");
    }

    @Test
    void whoLinksToAFileThatCantBeReadIsNotToBlame() {
        site.file("content/branch/one.md", "---\nid: \"one\n---\n");
        site.entry("method/two", "branch: one", "[一](../branch/one.md)");

        assertThat(Said.by(new DeadLink(), site)).isEmpty();
        assertThat(Said.by(new DanglingReference(), site)).isEmpty();
    }
}
