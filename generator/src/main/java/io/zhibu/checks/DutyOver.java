package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.tally.Duty;
import java.time.LocalDate;

/** A thing that was to be done by a day that has passed: the nightly check reminds of it, whether readers see the entry or not. */
final class DutyOver implements Check {
    private final LocalDate today;

    DutyOver(LocalDate today) {
        this.today = today;
    }

    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Duty.all(Everything.pages(catalogue).toList()).stream()
                .filter(duty -> duty.isOver(today))
                .forEach(duty -> diagnostics.notice(
                        duty.page().fields().get("due").orElseThrow().where(),
                        "duty-over",
                        "完成期限 " + duty.due() + " 已过，没有办结" + (duty.owner().isEmpty() ? "" : "，承办：" + duty.owner()),
                        "办结了的写 done；延期的改 due"));
    }
}
