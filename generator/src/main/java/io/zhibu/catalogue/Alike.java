package io.zhibu.catalogue;

import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which pages a reader of one is shown as like it: those that editors name, then what its words find. */
public final class Alike {
    private static final int MOST = 5;

    private final Catalogue catalogue;
    private final Likeness likeness;
    private final Map<String, List<Page>> namedBy = new HashMap<>();
    private final Map<String, Set<String>> apart = new HashMap<>();

    public Alike(Catalogue catalogue, Likeness likeness) {
        this.catalogue = catalogue;
        this.likeness = likeness;
        for (Page page : catalogue.pages()) {
            ids(page, "related")
                    .forEach(id -> namedBy.computeIfAbsent(id, any -> new ArrayList<>())
                            .add(page));
            ids(page, "not_related").forEach(id -> {
                apart.computeIfAbsent(id, any -> new HashSet<>()).add(page.id());
                apart.computeIfAbsent(page.id(), any -> new HashSet<>()).add(id);
            });
        }
    }

    /**
     * The pages that it names as related, in the order of the field, and those that name it, newest first; up to five with the likest
     * that aren't among its relations. Not those that either side won't have. A true page is offered no made-up one that it doesn't name.
     */
    public List<Page> to(Page page) {
        Map<String, Page> alike = new LinkedHashMap<>();
        Stream<Page> named = ids(page, "related").flatMap(id -> catalogue.page(id).stream());
        Stream<Page> naming = offered(page, namedBy.getOrDefault(page.id(), List.of()).stream());
        Stream.concat(named, naming)
                .filter(other -> catalogue.isShown(other) && !isApart(page, other))
                .forEach(other -> alike.putIfAbsent(other.id(), other));
        Iterator<Page> found = found(page).iterator();
        while (alike.size() < MOST && found.hasNext()) {
            Page other = found.next();
            alike.putIfAbsent(other.id(), other);
        }
        return List.copyOf(alike.values());
    }

    private Stream<Page> found(Page page) {
        Set<String> relations = new HashSet<>();
        catalogue.relations(page).forEach(relation -> relation.pages().forEach(other -> relations.add(other.id())));
        return offered(page, likeness.of(page).stream().map(Likeness.Match::page))
                .filter(other -> catalogue.isShown(other) && !isApart(page, other) && !relations.contains(other.id()));
    }

    /** True ones first. */
    private static Stream<Page> offered(Page page, Stream<Page> others) {
        return others.filter(other -> page.sample() || !other.sample()).sorted(Comparator.comparing(Page::sample));
    }

    private boolean isApart(Page page, Page other) {
        return page.id().equals(other.id())
                || apart.getOrDefault(page.id(), Set.of()).contains(other.id());
    }

    private static Stream<String> ids(Page page, String field) {
        return page.fields().each(field, Value.Reference.class).map(Value.Reference::id);
    }
}
