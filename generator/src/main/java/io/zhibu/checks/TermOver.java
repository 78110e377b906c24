package io.zhibu.checks;

import io.zhibu.catalogue.Branch;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.PartialDate;
import java.time.LocalDate;

/** B6: a branch's committee has been in office for more than three years. */
final class TermOver implements Check {
    private static final int YEARS = 3;

    private final PartialDate latest;

    TermOver(LocalDate today) {
        this.latest = PartialDate.of(today.minusYears(YEARS));
    }

    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Branch.all(catalogue)
                .filter(Branch::isBranch)
                .forEach(branch -> branch.page()
                        .fields()
                        .date("term_start")
                        .filter(start -> start.compareTo(latest) < 0)
                        .ifPresent(start -> diagnostics.notice(
                                branch.page()
                                        .fields()
                                        .get("term_start")
                                        .orElseThrow()
                                        .where(),
                                "term-over",
                                "本届从 " + start + " 起，已满 " + YEARS + " 年",
                                "换届以后更新 term_start；任期不是三年的不必理会")));
    }
}
