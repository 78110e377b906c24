package io.zhibu.catalogue;

import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Field;
import io.zhibu.schema.Schemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns fields that name another entry into relations that both ends show. */
final class Relating {
    /** Editors' words on what is alike, which is shown for itself. */
    private static final Set<String> ALIKE = Set.of("related", "not_related");

    private final Schemas schemas;
    private final Map<String, Page> shown;
    private final Map<String, Page> closed;
    private final Map<String, Map<String, Set<String>>> closedNames = new HashMap<>();
    private final Map<String, Map<String, Set<Page>>> forward = new HashMap<>();
    private final Map<String, Map<String, Set<Page>>> backward = new HashMap<>();

    /** @param closed what the site's readers may not read: named where a page that they may read names it */
    Relating(Schemas schemas, Map<String, Page> shown, Map<String, Page> closed) {
        this.schemas = schemas;
        this.closed = closed;
        this.shown = shown;
    }

    Map<String, List<Relation>> relations(List<Page> pages) {
        for (Page page : pages) {
            schemas.type(page.type()).ifPresent(schema -> follow(schema.fields(), page.fields(), page));
        }
        collect(pages);
        Map<String, List<Relation>> relations = new HashMap<>();
        for (Page page : pages) {
            Map<String, Set<Page>> both = new LinkedHashMap<>(forward.getOrDefault(page.id(), Map.of()));
            backward.getOrDefault(page.id(), Map.of())
                    .forEach((label, others) -> both.merge(label, others, Relating::union));
            Map<String, Set<String>> names = closedNames.getOrDefault(page.id(), Map.of());
            names.keySet().forEach(label -> both.putIfAbsent(label, Set.of()));
            if (!both.isEmpty()) {
                List<Relation> list = new ArrayList<>();
                both.forEach((label, others) -> list.add(
                        new Relation(label, List.copyOf(others), List.copyOf(names.getOrDefault(label, Set.of())))));
                relations.put(page.id(), list);
            }
        }
        return relations;
    }

    /** What a collection finds stands behind what it lists by hand, under the same heading. */
    private void collect(List<Page> pages) {
        List<Page> asking = pages.stream().filter(Collecting::asks).toList();
        if (asking.isEmpty()) {
            return;
        }
        Collecting collecting = new Collecting(pages, asking, schemas);
        for (Page page : asking) {
            schemas.type(page.type()).flatMap(schema -> schema.field("items")).ifPresent(items -> {
                if (items.kind() instanceof Field.Reference kind) {
                    collecting.found(page).forEach(other -> relate(page, items, kind, other));
                }
            });
        }
    }

    private static Set<Page> union(Set<Page> some, Set<Page> more) {
        Set<Page> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }

    private void follow(List<Field> known, Fields fields, Page page) {
        for (Field field : known) {
            if (field.kind() instanceof Field.Reference kind && !ALIKE.contains(field.key())) {
                for (Value value : fields.list(field.key())) {
                    if (value instanceof Value.Reference reference) {
                        relate(page, field, kind, reference);
                    }
                }
            } else if (field.kind() instanceof Field.Record record) {
                for (Value value : fields.list(field.key())) {
                    if (value instanceof Value.Record inner) {
                        follow(record.fields(), inner.fields(), page);
                    }
                }
            }
        }
    }

    private void relate(Page page, Field field, Field.Reference kind, Value.Reference reference) {
        Page other = shown.get(reference.id());
        if (other != null && !other.id().equals(page.id())) {
            relate(page, field, kind, other);
        }
        if (closed.containsKey(reference.id())) {
            closedNames
                    .computeIfAbsent(page.id(), any -> new LinkedHashMap<>())
                    .computeIfAbsent(field.label(), any -> new LinkedHashSet<>())
                    .add(closed.get(reference.id()).title());
        }
    }

    private void relate(Page page, Field field, Field.Reference kind, Page other) {
        note(forward, page, field.label(), other);
        if (!kind.inverse().isEmpty()) {
            note(backward, other, kind.inverse(), page);
        }
    }

    private static void note(Map<String, Map<String, Set<Page>>> side, Page page, String label, Page other) {
        side.computeIfAbsent(page.id(), any -> new LinkedHashMap<>())
                .computeIfAbsent(label, any -> new LinkedHashSet<>())
                .add(other);
    }
}
