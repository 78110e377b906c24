package io.zhibu.catalogue;

import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Entries by tag, by unit and by year. Pages of types that aren't listed stay out. */
record Grouping(List<Group> tags, List<Group> units, List<Group> years) {
    /** No word's key. */
    private static final String ROOT = "";

    static Grouping of(List<Page> pages, Schemas schemas) {
        List<Page> listed = pages.stream()
                .filter(page -> schemas.type(page.type()).map(Schema::listed).orElse(true))
                .toList();
        return new Grouping(tags(listed, schemas), units(listed, schemas), years(listed));
    }

    /** Registered ones also without entries. */
    private static List<Group> tags(List<Page> pages, Schemas schemas) {
        Map<String, String> labels = new TreeMap<>();
        Map<String, List<Page>> tagged = new TreeMap<>();
        schemas.vocabulary("theme").map(Vocabulary::words).orElse(List.of()).forEach(word -> {
            labels.put(word.key(), word.label());
            tagged.put(word.key(), new ArrayList<>());
        });
        for (Page page : pages) {
            Set<String> once = new LinkedHashSet<>();
            for (Value tag : page.fields().list("tags")) {
                String key = tag instanceof Value.Term term ? term.key() : tag.text();
                labels.put(key, tag.text());
                once.add(key);
            }
            once.forEach(
                    key -> tagged.computeIfAbsent(key, any -> new ArrayList<>()).add(page));
        }
        return tagged.entrySet().stream()
                .map(entry -> Group.of(entry.getKey(), labels.get(entry.getKey()), Optional.empty(), entry.getValue()))
                .sorted(Comparator.<Group>comparingInt(group -> -group.count()).thenComparing(Group::label))
                .toList();
    }

    private static List<Group> units(List<Page> pages, Schemas schemas) {
        Vocabulary units = schemas.vocabulary("unit").orElseGet(() -> new Vocabulary("unit", "单位", List.of()));
        Map<String, List<Page>> below = new HashMap<>();
        for (Page page : pages) {
            Set<String> above = new LinkedHashSet<>();
            page.fields()
                    .each("unit", Value.Term.class)
                    .forEach(term -> units.pathTo(term.key()).forEach(word -> above.add(word.key())));
            above.forEach(
                    key -> below.computeIfAbsent(key, any -> new ArrayList<>()).add(page));
        }
        Map<String, List<Vocabulary.Word>> children = new HashMap<>();
        units.words()
                .forEach(word -> children.computeIfAbsent(word.parent().orElse(ROOT), any -> new ArrayList<>())
                        .add(word));
        List<Group> groups = new ArrayList<>();
        children.getOrDefault(ROOT, List.of()).forEach(root -> tree(root, children, below, groups));
        return List.copyOf(groups);
    }

    private static void tree(
            Vocabulary.Word word,
            Map<String, List<Vocabulary.Word>> children,
            Map<String, List<Page>> below,
            List<Group> groups) {
        boolean made = "true".equals(word.properties().get("fictional"));
        if (below.containsKey(word.key()) || !made) {
            groups.add(Group.of(word.key(), word.label(), word.parent(), below.getOrDefault(word.key(), List.of())));
            children.getOrDefault(word.key(), List.of()).forEach(child -> tree(child, children, below, groups));
        }
    }

    private static List<Group> years(List<Page> pages) {
        Map<Integer, List<Page>> byYear = new TreeMap<>(Comparator.reverseOrder());
        for (Page page : pages) {
            Years.of(page)
                    .forEach(year -> byYear.computeIfAbsent(year, any -> new ArrayList<>())
                            .add(page));
        }
        return byYear.entrySet().stream()
                .map(entry ->
                        Group.of(entry.getKey().toString(), entry.getKey() + " 年", Optional.empty(), entry.getValue()))
                .toList();
    }
}
