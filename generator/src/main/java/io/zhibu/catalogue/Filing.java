package io.zhibu.catalogue;

import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Vocabulary;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Under which words an entry is filed: those that it names in whatever field or record, so that an honour of a branch and one of a person
 * are found under one word. Pages of words, facets, charts and the front page all count by this.
 */
public final class Filing {
    private static final String KIND = "unit-kind";
    /** What a collection asks for is said of others. */
    private static final String QUERY = "query";

    private final Optional<Vocabulary> kinds;
    private final UnitKinds ofUnits;

    public Filing(Schemas schemas) {
        this.kinds = schemas.vocabulary(KIND);
        this.ofUnits = new UnitKinds(schemas);
    }

    /**
     * @param key unique in its vocabulary
     * @param label what readers see
     */
    public record Filed(String vocabulary, String key, String label) {}

    /** Each once. Of the kinds of units only that of the entry's own: those that a method suits are others'. */
    public Set<Filed> of(Page page) {
        Set<Filed> filed = new LinkedHashSet<>();
        each(page, term -> filed.add(new Filed(term.vocabulary(), term.key(), term.label())));
        kind(page).ifPresent(filed::add);
        return filed;
    }

    /** The keys of those of one vocabulary. */
    public Set<String> of(Page page, String vocabulary) {
        Set<String> keys = new LinkedHashSet<>();
        if (vocabulary.equals(KIND)) {
            kind(page).ifPresent(kind -> keys.add(kind.key()));
        } else {
            each(page, term -> {
                if (term.vocabulary().equals(vocabulary)) {
                    keys.add(term.key());
                }
            });
        }
        return keys;
    }

    private Optional<Filed> kind(Page page) {
        return ofUnits.of(page)
                .flatMap(key -> kinds.flatMap(words -> words.word(key)))
                .map(kind -> new Filed(KIND, kind.key(), kind.label()));
    }

    private static void each(Page page, Consumer<Value.Term> term) {
        for (Map.Entry<String, Value> field : page.fields().all().entrySet()) {
            if (!field.getKey().equals(QUERY)) {
                terms(field.getValue(), term);
            }
        }
    }

    /** In loops: pages of numbers ask this of each entry for each word. */
    private static void terms(Value value, Consumer<Value.Term> found) {
        if (value instanceof Value.Term term) {
            if (!term.vocabulary().equals(KIND)) {
                found.accept(term);
            }
        } else if (value instanceof Value.Many many) {
            for (Value one : many.values()) {
                terms(one, found);
            }
        } else if (value instanceof Value.Record record) {
            for (Value one : record.fields().all().values()) {
                terms(one, found);
            }
        }
    }
}
