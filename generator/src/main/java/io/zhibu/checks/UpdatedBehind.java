package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.history.History;
import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Value;
import java.time.LocalDate;

/** An entry says when it was updated, and was changed after that. Silent where nobody wrote a date of update: the page's foot tells it. */
final class UpdatedBehind implements Check {
    private final History history;

    UpdatedBehind(History history) {
        this.history = history;
    }

    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Everything.pages(catalogue)
                .forEach(page -> history.lastChange(page.where().file())
                        .ifPresent(changed -> check(page, changed, diagnostics)));
    }

    private static void check(Page page, LocalDate changed, Diagnostics diagnostics) {
        page.fields()
                .each("updated", Value.Date.class)
                .filter(updated -> updated.date().compareTo(PartialDate.of(changed)) < 0)
                .forEach(updated -> diagnostics.notice(
                        updated.where(),
                        "updated-behind",
                        "Git 里 " + changed + " 还改过这个文件，更新日期写的是 " + updated.text(),
                        "内容有改动就把 updated 写成 " + changed + "；只改了错字、格式的不用改"));
    }
}
