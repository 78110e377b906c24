package io.zhibu.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    public Optional<Schema> type(String key) {
        return Optional.ofNullable(types.get(key));
    }

    public List<Schema> types() {
        return inOrder;
    }

    public Optional<Vocabulary> vocabulary(String key) {
        return Optional.ofNullable(vocabularies.get(key));
    }
}
