package io.zhibu.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields of an entry or of a record in it, in the order in which the schema names them. Holds only what was given. */
public final class Fields {
    private static final Fields NONE = new Fields(Map.of());
    private final Map<String, Value> values;

    public Fields(Map<String, Value> values) {
        this.values = values.size() > 1 ? Collections.unmodifiableMap(new LinkedHashMap<>(values)) : Map.copyOf(values);
    }

    public static Fields none() {
        return NONE;
    }

    /** All, by key. */
    public Map<String, Value> all() {
        return values;
    }

    public Optional<Value> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The text of a field that holds something; empty if it is missing or 未载. */
    public Optional<String> text(String key) {
        return get(key).filter(value -> !(value instanceof Value.Unrecorded)).map(Value::text);
    }

    /** The values of a field that holds one or many; none if it is missing or 未载. */
    public List<Value> list(String key) {
        Value value = values.get(key);
        if (value instanceof Value.Many many) {
            return many.values();
        }
        return value == null || value instanceof Value.Unrecorded ? List.of() : List.of(value);
    }

    /** The values of a field that are of this kind. A loop: asked many times for each page. */
    public <T extends Value> Stream<T> each(String key, Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (Value value : list(key)) {
            if (kind.isInstance(value)) {
                found.add(kind.cast(value));
            }
        }
        return found.stream();
    }

    /** The first value of a field that is of this kind. */
    public <T extends Value> Optional<T> first(String key, Class<T> kind) {
        for (Value value : list(key)) {
            if (kind.isInstance(value)) {
                return Optional.of(kind.cast(value));
            }
        }
        return Optional.empty();
    }

    public Optional<PartialDate> date(String key) {
        return first(key, Value.Date.class).map(Value.Date::date);
    }

    public boolean flag(String key) {
        for (Value value : list(key)) {
            if (value instanceof Value.Flag flag && flag.flag()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the same was given, at the same places. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Fields fields && values.equals(fields.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }
}
