package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import org.junit.jupiter.api.Test;

/** What no source gives is listed, once an entry. */
class UnrecordedTest extends WithSmallSite {
    @Test
    void eachFieldIsNamedOnce() {
        site.entry("method/one", "unit: 未载", "");
        site.entry("branch/two", "", "");

        assertThat(Said.by(new Unrecorded(), site)).containsExactly("content/method/one.md:1:1 unrecorded");
    }
}
