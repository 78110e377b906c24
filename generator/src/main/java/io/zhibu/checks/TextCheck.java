package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import java.util.List;

/** A rule that looks at all words of every page. They are decoded once for all such rules, page by page. */
interface TextCheck {
    /** Before the first page. */
    default void begin(Catalogue catalogue) {}

    /** What depends on the page and its type alone. */
    void check(Catalogue catalogue, Page page, Texts texts, Diagnostics diagnostics);

    /** What it wants to know of a page once all were looked at; depends on the page and its type alone. */
    default List<String> note(Page page, Texts texts) {
        return List.of();
    }

    /** Told what it noted. */
    default void noted(Page page, List<String> noted) {}

    /** After the last. */
    default void end(Diagnostics diagnostics) {}
}
