package io.zhibu.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When entries are to be looked at again. */
class ReviewTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    private Path folder;

    @Test
    void theLongestDueComesFirstAndADayThatIsntGivenIsCountedFromTheLastChange() {
        SmallSite site = SmallSite.ofOurTypes(folder);
        for (String line : """
                given: review_cycle: year, review_due: 2026-11-22
                today: review_due: 2026-11-23
                month: review_cycle: month, published: 2026-10-31
                quarter: review_cycle: quarter, published: 2025-01-01, updated: 2026-09-30
                year: review_cycle: year, published: 2025-02-28
                never: published: 2001-01-01
                draft: review_due: 2020-01-01, status: draft""".lines().toList()) {
            String[] parts = line.strip().split(": ", 2);
            site.entry("term/" + parts[0], "unit: 长江委\n" + parts[1].replace(", ", "\n"), "");
        }

        assertThat(Review.all(site.catalogue()).stream().map(ReviewTest::said))
                .containsExactly(
                        "year YEAR 2026-02-28 counted over",
                        "given YEAR 2026-11-22 over",
                        "today - 2026-11-23",
                        "month MONTH 2026-11-30 counted",
                        "quarter QUARTER 2026-12-30 counted");
    }

    private static String said(Review review) {
        return review.page().id() + " " + review.cycle().map(Enum::name).orElse("-") + " " + review.due()
                + (review.derived() ? " counted" : "") + (review.isOver(TODAY) ? " over" : "");
    }
}
