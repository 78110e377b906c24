package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Value;
import io.zhibu.tally.Branch;
import java.time.LocalDate;

/** B6: a branch's committee has been in office for longer than its term, which is three years if the branch doesn't say. */
final class TermOver implements Check {
    private static final int YEARS = 3;

    private final LocalDate today;

    TermOver(LocalDate today) {
        this.today = today;
    }

    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Branch.all(catalogue)
                .filter(Branch::isBranch)
                .forEach(branch -> branch.page()
                        .fields()
                        .date("term_start")
                        .filter(start -> start.compareTo(PartialDate.of(today.minusYears(years(branch)))) < 0)
                        .ifPresent(start -> diagnostics.notice(
                                branch.page()
                                        .fields()
                                        .get("term_start")
                                        .orElseThrow()
                                        .where(),
                                "term-over",
                                "本届从 " + start + " 起，已满 " + years(branch) + " 年",
                                "换届以后更新 term_start；任期不是这么多年的写 term_years")));
    }

    private static int years(Branch branch) {
        return branch.page()
                .fields()
                .first("term_years", Value.Number.class)
                .map(years -> years.number().intValue())
                .orElse(YEARS);
    }
}
