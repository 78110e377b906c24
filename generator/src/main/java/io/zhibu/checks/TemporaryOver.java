package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.PartialDate;
import io.zhibu.tally.Branch;
import java.time.LocalDate;

/** B8: a temporary branch is past the day on which it was to be dissolved. */
final class TemporaryOver implements Check {
    private final PartialDate today;

    TemporaryOver(LocalDate today) {
        this.today = PartialDate.of(today);
    }

    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Branch.all(catalogue)
                .filter(branch -> branch.level().equals("temporary-branch")
                        && !branch.page().fields().flag("dissolved"))
                .forEach(branch -> branch.page()
                        .fields()
                        .date("end")
                        .filter(end -> lastDay(end).compareTo(today) < 0)
                        .ifPresent(end -> diagnostics.notice(
                                branch.page().fields().get("end").orElseThrow().where(),
                                "temporary-over",
                                "临时支部到 " + end + " 为止，已经过期",
                                "撤销了的写 dissolved: true；延期的改 end")));
    }

    /** A year or a month isn't over before its end. */
    private static PartialDate lastDay(PartialDate date) {
        return new PartialDate(date.year(), date.month() == 0 ? 12 : date.month(), date.day() == 0 ? 31 : date.day());
    }
}
