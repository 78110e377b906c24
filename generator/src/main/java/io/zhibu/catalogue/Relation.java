package io.zhibu.catalogue;

import io.zhibu.page.Page;
import java.util.List;
import java.util.function.Predicate;

/**
 * What one entry has to do with others, seen from either end.
 *
 * @param label heading over the others: the field's label at the end that names, its inverse at the other
 * @param pages in the order of the field, or newest first
 * @param closed titles of others that the site's readers may not read
 */
public record Relation(String label, List<Page> pages, List<String> closed) {
    public Relation {
        pages = List.copyOf(pages);
        closed = List.copyOf(closed);
    }

    Relation without(Predicate<Page> aside) {
        return new Relation(label, pages.stream().filter(aside.negate()).toList(), closed);
    }

    boolean isEmpty() {
        return pages.isEmpty() && closed.isEmpty();
    }
}
