package io.zhibu.schema;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All types of a site and all vocabularies that their fields draw on. */
public final class Schemas {
    private final Map<String, Schema> types;
    private final List<Schema> inOrder;
    private final Map<String, Vocabulary> vocabularies;

    /**
     * @param types in the order in which readers meet them
     * @param vocabularies by key
     */
    public Schemas(List<Schema> types, Map<String, Vocabulary> vocabularies) {
        Map<String, Schema> byKey = new LinkedHashMap<>();
        types.forEach(type -> byKey.put(type.key(), type));
        this.types = Collections.unmodifiableMap(byKey);
        this.inOrder = List.copyOf(byKey.values());
        this.vocabularies = Map.copyOf(vocabularies);
    }

    /** The same, but readers see nothing of these types. */
    public Schemas without(Set<String> off) {
        List<Schema> types = types().stream()
                .map(type -> off.contains(type.key()) ? type.off() : type)
                .toList();
        return new Schemas(types, vocabularies);
    }

    public Optional<Schema> type(String key) {
        return Optional.ofNullable(types.get(key));
    }

    public List<Schema> types() {
        return inOrder;
    }

    /** By key, in the order of the keys. */
    public List<Vocabulary> vocabularies() {
        return vocabularies.values().stream()
                .sorted(Comparator.comparing(Vocabulary::key))
                .toList();
    }

    public Optional<Vocabulary> vocabulary(String key) {
        return Optional.ofNullable(vocabularies.get(key));
    }
}
