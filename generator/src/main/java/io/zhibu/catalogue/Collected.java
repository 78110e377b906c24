package io.zhibu.catalogue;

import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What collections collect, and in which of them a page stands where. Made once; safe from many threads. */
public final class Collected {
    private final Map<String, List<Page>> ofCollection = new HashMap<>();
    private final Map<String, List<Place>> places = new HashMap<>();
    private final Catalogue catalogue;

    /**
     * Where a page stands in a collection.
     *
     * @param number from 1
     * @param total pages of the collection
     */
    public record Place(Page collection, int number, int total, Optional<Page> previous, Optional<Page> next) {}

    public Collected(Catalogue catalogue, Ordering ordering) {
        this.catalogue = catalogue;
        for (Page collection : catalogue.ofType("collection")) {
            List<Page> pages = ordered(collection, found(collection), ordering);
            ofCollection.put(collection.id(), pages);
            for (int i = 0; i < pages.size(); i++) {
                places.computeIfAbsent(pages.get(i).id(), any -> new ArrayList<>())
                        .add(new Place(
                                collection,
                                i + 1,
                                pages.size(),
                                i > 0 ? Optional.of(pages.get(i - 1)) : Optional.empty(),
                                i + 1 < pages.size() ? Optional.of(pages.get(i + 1)) : Optional.empty()));
            }
        }
    }

    /** Those that the collection names, then those that its query finds. */
    private List<Page> found(Page collection) {
        Set<Page> found = new LinkedHashSet<>();
        collection
                .fields()
                .each("items", Value.Reference.class)
                .flatMap(item -> catalogue.page(item.id()).stream())
                .filter(catalogue::isShown)
                .forEach(found::add);
        collection
                .fields()
                .each("query", Value.Record.class)
                .map(Value.Record::fields)
                .forEach(query -> asked(query).stream()
                        .filter(page -> page.sample() == collection.sample() && !page.equals(collection))
                        .forEach(found::add));
        return List.copyOf(found);
    }

    /** Every condition that is written holds. */
    private List<Page> asked(Fields query) {
        List<List<Page>> lists = Stream.of(
                        group(query, "tag", catalogue.tags()),
                        group(query, "unit", catalogue.units()),
                        group(query, "year", catalogue.years()),
                        query.text("type").map(catalogue::ofType))
                .flatMap(Optional::stream)
                .toList();
        List<Set<Page>> sets =
                lists.stream().skip(1).<Set<Page>>map(HashSet::new).toList();
        return lists.stream().findFirst().orElse(catalogue.pages()).stream()
                .filter(page -> sets.stream().allMatch(set -> set.contains(page)))
                .filter(page -> names(page, query, "mechanism") && names(page, query, "platform"))
                .toList();
    }

    private static Optional<List<Page>> group(Fields query, String field, List<Group> groups) {
        return query.get(field)
                .map(value -> value instanceof Value.Term term ? term.key() : value.text())
                .map(key -> groups.stream()
                        .filter(group -> group.key().equals(key))
                        .findFirst()
                        .map(Group::pages)
                        .orElse(List.of()));
    }

    private static boolean names(Page page, Fields query, String field) {
        return query.first(field, Value.Term.class)
                .map(asked -> page.fields()
                        .each(field, Value.Term.class)
                        .anyMatch(term -> term.key().equals(asked.key())))
                .orElse(true);
    }

    private static List<Page> ordered(Page collection, List<Page> pages, Ordering ordering) {
        Order order =
                collection.fields().text("order_mode").flatMap(Order::named).orElse(Order.MANUAL);
        return order == Order.MANUAL ? pages : ordering.pages(order, pages);
    }

    /** The pages of a collection that readers see, in its order; none if the page is no collection. */
    public List<Page> of(Page collection) {
        return ofCollection.getOrDefault(collection.id(), List.of());
    }

    /** In each collection that has the page, newest collection first. */
    public List<Place> places(Page page) {
        return places.getOrDefault(page.id(), List.of());
    }
}
