package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import java.util.Optional;

/** An entry was updated before it was published. */
final class UpdatedDate implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Everything.pages(catalogue).forEach(page -> check(page, diagnostics));
    }

    private static void check(Page page, Diagnostics diagnostics) {
        Optional<PartialDate> published = page.fields().date("published");
        Optional<PartialDate> updated = page.fields().date("updated");
        if (published.isPresent() && updated.isPresent() && updated.get().compareTo(published.get()) < 0) {
            diagnostics.error(
                    page.fields().get("updated").orElseThrow().where(),
                    "updated-early",
                    "更新日期 " + updated.get() + " 早于发布日期 " + published.get(),
                    "核对两个日期");
        }
    }
}
