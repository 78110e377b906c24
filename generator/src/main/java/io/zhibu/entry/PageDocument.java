package io.zhibu.entry;

import io.zhibu.jbake.Document;
import io.zhibu.page.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A typed page in JBake's form: a view that works out each key when a template asks. Ten thousand filled maps would take as much memory as
 * the bodies, and a list needs four of their forty keys.
 */
public final class PageDocument extends Document {
    private static final long serialVersionUID = 1L;

    /** What changes with every word of an entry, and with every commit. */
    private static final Set<String> OWN = Set.of("body", "modified", "contributors");

    private final transient Page page;
    private final transient Documents documents;

    PageDocument(Page page, Documents documents) {
        super();
        this.page = page;
        this.documents = documents;
    }

    @Override
    public boolean isView() {
        return super.isEmpty();
    }

    @Override
    public Object get(Object key) {
        Object own = super.get(key);
        return own != null || !(key instanceof String name) ? own : documents.value(page, name);
    }

    @Override
    public Optional<String> owner(String key) {
        return OWN.contains(key) ? Optional.of(page.id()) : Optional.empty();
    }

    @Override
    public Object getOrDefault(Object key, Object otherwise) {
        Object value = get(key);
        return value == null ? otherwise : value;
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public int size() {
        return filled().size();
    }

    @Override
    public Set<String> keySet() {
        return filled().keySet();
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return filled().entrySet();
    }

    private Map<String, Object> filled() {
        Map<String, Object> all = new HashMap<>();
        for (String key : documents.keys(page)) {
            Object value = documents.value(page, key);
            if (value != null) {
                all.put(key, value);
            }
        }
        super.forEach(all::put);
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PageDocument document && page == document.page;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(page);
    }
}
