package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DutyHandlingTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsOverTellsHowItWasHandledAndThatSomebodyLookedAgain() {
        SmallSite site = SmallSite.ofOurTypes(folder);
        term(site, "over-and-silent", "due: 2026-07-10");
        term(site, "over-and-handled", "due: 2026-07-10\nhandling: 已催办");
        term(site, "late-and-silent", "due: 2026-07-10\ndone: 2026-07-20\nhandling: 已催办");
        term(site, "late-and-seen", "due: 2026-07-10\ndone: 2026-07-20\nhandling: 已催办\nrechecked: 2026-07-25");
        term(site, "in-time", "due: 2026-07-10\ndone: 2026-07-09");
        term(site, "to-come", "due: 2026-12-10");

        assertThat(Said.by(new DutyHandling(LocalDate.of(2026, 8, 1)), site))
                .containsExactly(
                        "content/term/late-and-silent.md:10:7 duty-handling",
                        "content/term/over-and-silent.md:9:6 duty-handling");
    }

    private static void term(SmallSite site, String id, String duty) {
        site.entry("term/" + id, "unit: 长江委\nterm: 甲乙\n" + duty, "");
    }
}
