package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.page.ByName;
import io.zhibu.page.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks for what was probably meant, for the first faults of a run. Each look compares a word with every name of the site: when a whole
 * site's links break at once, two hundred suggestions help as much as ten thousand and take no time.
 */
final class Suggesting {
    private static final int MOST = 200;

    private final Catalogue catalogue;
    private Optional<ByName> named = Optional.empty();
    private int asked;

    Suggesting(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param names not asked for when there were enough faults already */
    Optional<String> near(String word, Supplier<List<String>> names) {
        asked++;
        return asked > MOST ? Optional.empty() : Nearest.to(word, names.get());
    }

    /** The entry that goes by this title, id or other name; none if two do. */
    Optional<Page> called(String name) {
        if (named.isEmpty()) {
            named = Optional.of(new ByName(Everything.pages(catalogue).toList()));
        }
        return named.get().page(name);
    }
}
