package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;

/** A collection collects nothing: readers would find an empty column. */
final class EmptyCollection implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Everything.pages(catalogue)
                .filter(page -> page.type().equals("collection"))
                .filter(page -> page.fields().list("items").isEmpty()
                        && page.fields().get("query").isEmpty())
                .forEach(page -> diagnostics.warning(
                        page.where(),
                        "collection-empty",
                        "专题“" + page.title() + "”没有收录条目，是空白栏目",
                        "在 items 里写条目的标识，或写 query；没有可收的先改成草稿"));
    }
}
