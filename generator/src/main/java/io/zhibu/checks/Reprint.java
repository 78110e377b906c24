package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Value;

/** A reprint without a word on whose it is. */
final class Reprint implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Everything.pages(catalogue)
                .filter(page -> page.fields().text("copyright").isEmpty())
                .forEach(page -> page.fields()
                        .each("source", Value.Record.class)
                        .flatMap(source -> source.fields().each("kind", Value.Text.class))
                        .filter(kind -> kind.text().equals("转载"))
                        .forEach(kind -> diagnostics.error(
                                kind.where(), "reprint-copyright", "转载的条目没有写版权说明", "加一行 copyright，写明版权归谁、凭什么转载")));
    }
}
