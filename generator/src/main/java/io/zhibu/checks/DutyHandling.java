package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Fields;
import io.zhibu.tally.Duty;
import java.time.LocalDate;

/** A duty that is over tells not how it was handled; one that was done late tells not that somebody looked again. */
final class DutyHandling implements Check {
    private final LocalDate today;

    DutyHandling(LocalDate today) {
        this.today = today;
    }

    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Duty.all(Everything.pages(catalogue).toList()).forEach(duty -> check(duty, diagnostics));
    }

    private void check(Duty duty, Diagnostics diagnostics) {
        Fields fields = duty.page().fields();
        boolean late = duty.done().filter(day -> day.isAfter(duty.due())).isPresent();
        if ((duty.isOver(today) || late) && fields.get("handling").isEmpty()) {
            diagnostics.notice(
                    fields.get("due").orElseThrow().where(),
                    "duty-handling",
                    "过了完成期限，没有写怎样处置",
                    "加一行 handling，如 handling: 已约谈承办部门，改到 9 月底办结");
        }
        if (late && fields.get("rechecked").isEmpty()) {
            diagnostics.notice(
                    fields.get("done").orElseThrow().where(),
                    "duty-handling",
                    "过了期限才办结，没有写复核",
                    "复核过的加一行 rechecked，写哪一天");
        }
    }
}
