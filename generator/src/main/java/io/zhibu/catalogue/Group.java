package io.zhibu.catalogue;

import io.zhibu.page.Page;
import java.util.List;
import java.util.Optional;

/**
 * Entries that share a tag, a unit or a year.
 *
 * @param key of the word in its vocabulary, or the year
 * @param label what readers see
 * @param parent key of the group above, in a tree
 * @param pages newest first; in a tree those of the groups below too
 */
public record Group(String key, String label, Optional<String> parent, List<Page> pages) {
    public Group {
        pages = List.copyOf(pages);
    }

    /** Entries that count: made-up ones don't. */
    public int count() {
        return pages.size() - samples();
    }

    /** Made-up entries. */
    public int samples() {
        return (int) pages.stream().filter(Page::sample).count();
    }
}
