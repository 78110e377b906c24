package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Citations;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.Locale;
import java.util.Set;

/** A page lists a source that nothing on it refers to. */
final class UncitedSource implements TextCheck {
    @Override
    public void check(Catalogue catalogue, Page page, Texts texts, Diagnostics diagnostics) {
        if (page.fields().list("citations").isEmpty()) {
            return;
        }
        Set<String> cited = Citations.named(texts.joined());
        Everything.values(catalogue, page, (field, value) -> {
            if (field.key().equals("src")) {
                cited.add(value.text().toUpperCase(Locale.ROOT));
            }
        });
        page.fields()
                .each("citations", Value.Record.class)
                .flatMap(source -> source.fields().get("key").stream())
                .filter(key -> !cited.contains(key.text()))
                .forEach(key -> diagnostics.notice(
                        key.where(),
                        "citation-unused",
                        "出处“" + key.text() + "”没有被引用",
                        "在用到它的那句后面写 [" + key.text() + "]，没有用到就删去这一种"));
    }
}
