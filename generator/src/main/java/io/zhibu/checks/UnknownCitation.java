package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.Set;
import java.util.TreeSet;

/** A fact names a source that the page's list of sources doesn't have. */
final class UnknownCitation implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Everything.pages(catalogue).forEach(page -> {
            Set<String> keys = keys(page);
            Everything.values(catalogue, page, (field, value) -> {
                if (field.key().equals("src") && !(value instanceof Value.Unrecorded) && !keys.contains(value.text())) {
                    diagnostics.error(
                            value.where(),
                            "citation-unknown",
                            "出处表（citations）里没有“" + value.text() + "”",
                            keys.isEmpty() ? "在 citations 里登记这个出处" : Nearest.hint(value.text(), keys));
                }
            });
        });
    }

    private static Set<String> keys(Page page) {
        Set<String> keys = new TreeSet<>();
        page.fields()
                .each("citations", Value.Record.class)
                .forEach(record -> record.fields().text("key").ifPresent(keys::add));
        return keys;
    }
}
