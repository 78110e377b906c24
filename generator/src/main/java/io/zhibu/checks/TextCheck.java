package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;

/** A rule that looks at all words of every page. They are decoded once for all such rules, page by page. */
interface TextCheck {
    /** Before the first page. */
    default void begin(Catalogue catalogue) {}

    /** Whether what it says of a page depends on that page and its type alone. */
    default boolean isAlone() {
        return true;
    }

    void check(Catalogue catalogue, Page page, Texts texts, Diagnostics diagnostics);

    /** After the last. */
    default void end(Diagnostics diagnostics) {}
}
