package io.zhibu.entry;

import io.zhibu.catalogue.Ordering;
import io.zhibu.page.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What stands before and after a page in the list of its type, in whatever order the list has. Each list is put in order once. */
final class ListNeighbours {
    private final Ordering ordering;
    private final Map<String, Placed> lists = new ConcurrentHashMap<>();

    ListNeighbours(Ordering ordering) {
        this.ordering = ordering;
    }

    Optional<Page> before(Page page) {
        return at(page, -1);
    }

    Optional<Page> after(Page page) {
        return at(page, 1);
    }

    private Optional<Page> at(Page page, int step) {
        Placed placed = lists.computeIfAbsent(page.type(), type -> new Placed(ordering.list(type)));
        // Far out of the list if the page isn't in it.
        int at = placed.places().getOrDefault(page.id(), Integer.MIN_VALUE + 1) + step;
        return at >= 0 && at < placed.pages().size()
                ? Optional.of(placed.pages().get(at))
                : Optional.empty();
    }

    private record Placed(List<Page> pages, Map<String, Integer> places) {
        Placed(List<Page> pages) {
            this(pages, new HashMap<>());
            for (int i = 0; i < pages.size(); i++) {
                places.put(pages.get(i).id(), i);
            }
        }
    }
}
