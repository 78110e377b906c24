package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import org.junit.jupiter.api.Test;

/** Entries have the sections that readers look for. */
class MissingSectionTest extends WithSmallSite {
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
