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
 * @param samples how many of the pages are made up
 */
public record Group(String key, String label, Optional<String> parent, List<Page> pages, int samples) {
    public Group {
        pages = List.copyOf(pages);
    }

    public static Group of(String key, String label, Optional<String> parent, List<Page> pages) {
        return new Group(key, label, parent, pages, (int)
                pages.stream().filter(Page::sample).count());
    }

    /** Entries that count: made-up ones don't. */
    public int count() {
        return pages.size() - samples();
    }
}
