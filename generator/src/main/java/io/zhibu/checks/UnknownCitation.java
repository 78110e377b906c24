package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Citations;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.Set;

/** A fact or the text names a source that the page's list of sources doesn't have. A key in small letters is the schema's to refuse. */
final class UnknownCitation implements TextCheck {
    @Override
    public void check(Catalogue catalogue, Page page, Texts texts, Diagnostics diagnostics) {
        Set<String> keys = Citations.keys(page);
        text(page, keys, texts, diagnostics);
        Everything.values(catalogue, page, (field, value) -> {
            // A picture's src is its file.
            if (field.key().equals("src")
                    && value instanceof Value.Text
                    && !isRefusedList(page)
                    && keys.stream().noneMatch(value.text()::equalsIgnoreCase)) {
                diagnostics.error(
                        value.where(),
                        "citation-unknown",
                        "出处表（citations）里没有“" + value.text() + "”",
                        keys.isEmpty() ? "在 citations 里登记这个出处" : Nearest.hint(value.text(), keys));
            }
        });
    }

    /** A list was given, but of nothing that is a source: that has been said. */
    private static boolean isRefusedList(Page page) {
        return page.fields().get("citations").isPresent()
                && page.fields().list("citations").isEmpty();
    }

    /** In the text too, if the page has sources at all: elsewhere brackets may mean anything. */
    private static void text(Page page, Set<String> keys, Texts texts, Diagnostics diagnostics) {
        if (keys.isEmpty()) {
            return;
        }
        Set<String> unknown = Citations.named(texts.joined());
        unknown.removeAll(keys);
        for (String key : unknown) {
            diagnostics.warning(
                    page.where(),
                    "citation-unknown",
                    "正文里的“[" + key + "]”在出处表（citations）里没有",
                    "在 citations 里登记这个出处，或改成登记过的代号：" + String.join("、", keys));
        }
    }
}
