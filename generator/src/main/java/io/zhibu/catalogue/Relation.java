package io.zhibu.catalogue;

import io.zhibu.page.Page;
import java.util.List;

/**
 * What one entry has to do with others, seen from either end.
 *
 * @param label heading over the others: the field's label at the end that names, its inverse at the other
 * @param pages in the order of the field, or newest first
 */
public record Relation(String label, List<Page> pages) {
    public Relation {
        pages = List.copyOf(pages);
    }

    Relation withoutSamples() {
        return new Relation(label, pages.stream().filter(page -> !page.sample()).toList());
    }
}
