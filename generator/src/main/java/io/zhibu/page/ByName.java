package io.zhibu.page;

import io.zhibu.unicode.Spelling;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Entries by whatever people call them: id, title, another name, an id that they had, the name of their file. Of two that go by one name
 * neither is found.
 */
public final class ByName {
    private static final List<String> NAMES =
            List.of("short_title", "name", "full_name", "term", "method_name", "aliases", "former_ids");

    private final Collection<Page> pages;
    private List<Map<String, Optional<Page>>> ranks = List.of();

    public ByName(Collection<Page> pages) {
        this.pages = List.copyOf(pages);
    }

    /** The stronger names first: an id is sooner meant than another entry's alias. Made late, since where all is well nobody asks. */
    private synchronized List<Map<String, Optional<Page>>> ranks() {
        if (ranks.isEmpty()) {
            Map<String, Optional<Page>> ids = new HashMap<>();
            Map<String, Optional<Page>> titles = new HashMap<>();
            Map<String, Optional<Page>> others = new HashMap<>();
            for (Page page : pages) {
                add(ids, page.id(), page);
                add(titles, page.title(), page);
                String file = page.where().file();
                add(others, file.substring(file.lastIndexOf('/') + 1), page);
                NAMES.forEach(field -> page.fields().list(field).forEach(name -> add(others, name.text(), page)));
            }
            ranks = List.of(ids, titles, others);
        }
        return ranks;
    }

    private static void add(Map<String, Optional<Page>> rank, String name, Page page) {
        rank.merge(key(name), Optional.of(page), (one, other) -> one.equals(other) ? one : Optional.empty());
    }

    /** Without quotation marks around it and an ending behind it. */
    private static String key(String name) {
        return Spelling.bare(name)
                .strip()
                .replaceFirst("(?i)\\.(?:md|html?)$", "")
                .replaceAll("^[《“\"「『]+|[》”\"」』]+$", "")
                .toLowerCase(Locale.ROOT);
    }

    public Optional<Page> page(String name) {
        for (Map<String, Optional<Page>> rank : ranks()) {
            Optional<Page> found = rank.get(key(name));
            if (found != null) {
                return found;
            }
        }
        return Optional.empty();
    }
}
