package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import org.junit.jupiter.api.Test;

/** Nothing invented stands under a real name, and nothing real under an invented one. */
class FictionalUnitTest extends WithSmallSite {
    @Test
    void aSampleOfAFictionalUnitAndAnEntryOfARealOneAreSound() {
        site.entry("branch/one", "", "");
        site.entry("branch/two", "unit: 示例单位\nsample: true", "");

        assertThat(Said.by(new FictionalUnit(), site)).isEmpty();
    }

    @Test
    void aSampleOfARealUnitAndAnEntryOfAFictionalOneAreTold() {
        site.entry("branch/one", "sample: true", "");
        site.entry("branch/two", "unit: 示例单位", "");

        assertThat(Said.by(new FictionalUnit(), site))
                .containsExactly("content/branch/one.md:7:7 sample-unit", "content/branch/two.md:7:7 fictional-unit");
    }
}
