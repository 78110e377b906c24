package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries have the sections that readers look for. */
class MissingSectionTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = new SmallSite(folder);
    }

    @Test
    void anyNameOfTheSectionWillDo() {
        site.entry("method/one", "", "## 做法");
        site.entry("method/two", "", "## 二、**主要**做法");

        assertThat(Said.by(new MissingSection(), site)).isEmpty();
    }

    @Test
    void aHeadingOfAnotherLevelIsNoSection() {
        site.entry("method/one", "", "### 做法");

        assertThat(Said.by(new MissingSection(), site)).containsExactly("content/method/one.md:1:1 section-missing");
    }

    @Test
    void aTypeWithoutSectionsLacksNone() {
        site.entry("branch/one", "", "");

        assertThat(Said.by(new MissingSection(), site)).isEmpty();
    }
}
