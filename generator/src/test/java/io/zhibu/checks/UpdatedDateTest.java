package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import org.junit.jupiter.api.Test;

/** Nothing is updated before it is published. */
class UpdatedDateTest extends WithSmallSite {
    @Test
    void theSameDayIsSoundAndTheDayBeforeIsTold() {
        site.entry("branch/one", "updated: 2026-07-01", "");
        site.entry("branch/two", "updated: 2026-06-30", "");

        assertThat(Said.by(new UpdatedDate(), site)).containsExactly("content/branch/two.md:8:10 updated-early");
    }
}
