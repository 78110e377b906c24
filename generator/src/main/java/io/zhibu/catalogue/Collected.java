package io.zhibu.catalogue;

import io.zhibu.page.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What collections collect, and in which of them a page stands where. Made once; safe from many threads. */
public final class Collected {
    private final Map<String, List<Page>> ofCollection = new HashMap<>();
    private final Map<String, List<Place>> places = new HashMap<>();

    /**
     * Where a page stands in a collection.
     *
     * @param number from 1
     * @param total pages of the collection
     */
    public record Place(Page collection, int number, int total, Optional<Page> previous, Optional<Page> next) {}

    public Collected(Catalogue catalogue, Ordering ordering) {
        for (Page collection : catalogue.ofType("collection")) {
            List<Page> pages = ordering.collected(collection, found(collection, catalogue));
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

    /** Those that the collection names, then those that its query finds: one relation holds both. */
    private static List<Page> found(Page collection, Catalogue catalogue) {
        return catalogue
                .schemas()
                .type(collection.type())
                .flatMap(type -> type.field("items"))
                .flatMap(items -> catalogue.relations(collection).stream()
                        .filter(relation -> relation.label().equals(items.label()))
                        .findFirst())
                .map(Relation::pages)
                .orElse(List.of());
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
