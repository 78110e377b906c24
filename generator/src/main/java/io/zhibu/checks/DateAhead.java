package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.history.History;
import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Value;
import java.time.LocalDate;
import java.util.List;

/**
 * A shown entry is dated after the last commit that touched it, so that the date was written before it came. A day is let pass, since
 * midnight is not the same everywhere; what is drafted first and published later is dated after its first commit and before its last.
 */
final class DateAhead implements Check {
    private final History history;

    DateAhead(History history) {
        this.history = history;
    }

    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        for (Page page : catalogue.pages()) {
            history.lastChange(page.where().file()).ifPresent(changed -> {
                for (String field : List.of("published", "updated")) {
                    check(page, field, changed, diagnostics);
                }
            });
        }
    }

    private static void check(Page page, String field, LocalDate changed, Diagnostics diagnostics) {
        page.fields()
                .each(field, Value.Date.class)
                .filter(date -> date.date().compareTo(PartialDate.of(changed.plusDays(1))) > 0)
                .forEach(date -> diagnostics.notice(
                        date.where(),
                        "date-ahead",
                        (field.equals("updated") ? "更新" : "发布") + "日期 " + date.text() + " 在文件最后一次提交（" + changed + "）之后",
                        "核对日期；定好日子才发布的不用改"));
    }
}
