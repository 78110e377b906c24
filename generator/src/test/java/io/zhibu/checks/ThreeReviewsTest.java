package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreeReviewsTest {
    private static final String FIRST = "{stage: 初审, name: 甲, date: 2026-06-01}";
    private static final String SECOND = "{stage: 复审, name: 乙, date: 2026-06-02}";
    private static final String LAST = "{stage: 终审, name: 丙, date: 2026-06-03}";

    @TempDir
    private Path folder;

    @Test
    void reviewsThatAreWrittenDownAreThreeInTheirOrder() {
        SmallSite site = SmallSite.ofOurTypes(folder);
        term(site, "all-three", FIRST, SECOND, LAST);
        term(site, "only-one", FIRST);
        term(site, "wrong-order", FIRST, LAST, SECOND);
        site.entry("term/none-at-all", "unit: 长江委\nterm: 甲乙", "");

        assertThat(Said.fully(new ThreeReviews(), site))
                .contains("content/term/only-one.md", "已发布，三审里没有复审、终审")
                .contains("content/term/wrong-order.md", "三审的次序是初审、终审、复审")
                .doesNotContain("all-three", "none-at-all");
    }

    private static void term(SmallSite site, String id, String... reviews) {
        site.entry("term/" + id, "unit: 长江委\nterm: 甲乙\nreviews: [" + String.join(", ", reviews) + "]", "");
    }
}
