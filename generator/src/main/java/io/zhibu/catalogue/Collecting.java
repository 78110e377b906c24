package io.zhibu.catalogue;

import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what collections ask for by conditions instead of by hand. Entries are filed under the words that any collection asks for once, so
 * that a collection costs as much as the rarest of its words has entries.
 */
public final class Collecting {
    private static final String QUERY = "query";
    /** Conditions whose fields are called otherwise in an entry. */
    private static final Map<String, String> NAMES = Map.of("tag", "tags", "year", "years");

    private final Schemas schemas;
    private final Map<Condition, List<Page>> filed = new HashMap<>();

    /**
     * One thing that an entry must say.
     *
     * @param key of the condition in the collection
     * @param word key of a word, or what the entry's field says
     */
    public record Condition(String key, String word) {}

    /**
     * @param pages what may be found, in the order in which it is to be
     * @param asking what may ask
     */
    public Collecting(List<Page> pages, List<Page> asking, Schemas schemas) {
        this.schemas = schemas;
        Set<String> keys = asking.stream()
                .flatMap(page -> conditions(page).stream())
                .map(Condition::key)
                .collect(Collectors.toSet());
        for (Page page : pages) {
            if (schemas.type(page.type()).map(Schema::listed).orElse(true)) {
                keys.forEach(key -> words(page, key)
                        .forEach(word -> filed.computeIfAbsent(new Condition(key, word), any -> new ArrayList<>())
                                .add(page)));
            }
        }
    }

    /** Whether the page asks for others by conditions. */
    public static boolean asks(Page page) {
        return page.fields().first(QUERY, Value.Record.class).isPresent();
    }

    /** What the page asks for; nothing if it doesn't ask. */
    public static List<Condition> conditions(Page page) {
        List<Condition> conditions = new ArrayList<>();
        page.fields()
                .first(QUERY, Value.Record.class)
                .ifPresent(query -> query.fields()
                        .all()
                        .keySet()
                        .forEach(key -> query.fields()
                                .list(key)
                                .forEach(value -> conditions.add(new Condition(key, word(value))))));
        return conditions;
    }

    /** What keeps every condition of the collection: true entries for a true one, made-up ones for one that is made up. */
    public List<Page> found(Page collection) {
        return found(collection, conditions(collection));
    }

    /** The same for other conditions; nothing for none. */
    public List<Page> found(Page collection, List<Condition> conditions) {
        Optional<List<Page>> fewest = conditions.stream()
                .map(condition -> filed.getOrDefault(condition, List.of()))
                .min(Comparator.comparingInt(List::size));
        return fewest.orElse(List.of()).stream()
                .filter(page -> page.sample() == collection.sample()
                        && !page.id().equals(collection.id())
                        && conditions.stream()
                                .allMatch(one -> words(page, one.key()).contains(one.word())))
                .toList();
    }

    private Set<String> words(Page page, String key) {
        String field = NAMES.getOrDefault(key, key);
        return switch (field) {
            case "type" -> Set.of(page.type());
            case "years" -> Years.of(page).stream().map(Object::toString).collect(Collectors.toSet());
            case "unit" ->
                page.fields()
                        .each(field, Value.Term.class)
                        .flatMap(unit -> above(unit.key()).stream())
                        .collect(Collectors.toSet());
            default ->
                page.fields().list(field).stream().map(Collecting::word).collect(Collectors.toCollection(HashSet::new));
        };
    }

    private Set<String> above(String unit) {
        return schemas.vocabulary("unit").map(units -> units.pathTo(unit)).orElse(List.of()).stream()
                .map(Vocabulary.Word::key)
                .collect(Collectors.toSet());
    }

    private static String word(Value value) {
        return value instanceof Value.Term term ? term.key() : value.text();
    }
}
