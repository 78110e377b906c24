package io.zhibu.catalogue;

import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Vocabulary;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        for (Map.Entry<String, Value> field : page.fields().all().entrySet()) {
            if (!field.getKey().equals(QUERY)) {
                terms(field.getValue())
                        .filter(term -> !term.vocabulary().equals(KIND))
                        .forEach(term -> filed.add(new Filed(term.vocabulary(), term.key(), term.label())));
            }
        }
        ofUnits.of(page)
                .flatMap(key -> kinds.flatMap(words -> words.word(key)))
                .ifPresent(kind -> filed.add(new Filed(KIND, kind.key(), kind.label())));
        return filed;
    }

    /** The keys of those of one vocabulary. */
    public Set<String> of(Page page, String vocabulary) {
        return of(page).stream()
                .filter(filed -> filed.vocabulary().equals(vocabulary))
                .map(Filed::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Value.Term> terms(Value value) {
        if (value instanceof Value.Many many) {
            return many.values().stream().flatMap(Filing::terms);
        }
        if (value instanceof Value.Record record) {
            return record.fields().all().values().stream().flatMap(Filing::terms);
        }
        return value instanceof Value.Term term ? Stream.of(term) : Stream.of();
    }
}
