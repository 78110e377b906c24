package io.zhibu.template;

import io.zhibu.jbake.Document;
import io.zhibu.memo.Digest;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Listens while one page is made. For one thread. */
final class Asking {
    private final Function<String, Digest> files;
    private final Map<String, Digest> templates = new LinkedHashMap<>();
    private final Map<String, Digest> shared = new LinkedHashMap<>();
    private final Map<String, Digest> own = new LinkedHashMap<>();
    private final Map<Document, String> names = new IdentityHashMap<>();
    /** Answers with documents in them: asked again, a model may make other documents of the same entries, which nobody has heard of. */
    private final Map<String, Object> given = new HashMap<>();

    private boolean opaque;

    /** @param files the digest of a template's file as it is now */
    Asking(Function<String, Digest> files) {
        this.files = files;
    }

    void template(String name) {
        templates.computeIfAbsent(name, files);
    }

    /** A key of the page's model. */
    void key(String key, Object value, boolean common) {
        if (key.contains("#")) {
            opaque = true;
        } else {
            note(key, value, common ? shared : own);
        }
    }

    /** Something was asked whose answer no digest tells: the page is made each time. */
    void opaque() {
        opaque = true;
    }

    private void note(String name, Object value, Map<String, Digest> asked) {
        if (opaque || asked.containsKey(name)) {
            return;
        }
        Optional<Digest> digest = Answers.of(name, value, (found, document) -> {
            names.putIfAbsent(document, found);
            given.put(name, value);
        });
        digest.ifPresentOrElse(known -> asked.put(name, known), this::opaque);
    }

    private Object inner(Document document, String key) {
        Optional<String> name = Optional.ofNullable(names.get(document)).flatMap(known -> Trace.name(known, key));
        if (name.isEmpty()) {
            opaque = true;
            return document.get(key);
        }
        Object known = given.get(name.get());
        if (known != null) {
            return known;
        }
        Object value = document.get(key);
        String top = name.get().substring(0, name.get().indexOf('#'));
        note(name.get(), value, shared.containsKey(top) ? shared : own);
        return value;
    }

    /** The document, which tells what it is asked. */
    Map<String, Object> heard(Document document) {
        return new Heard(document);
    }

    /** What was asked; empty if that doesn't tell the page. */
    Optional<Trace> trace() {
        return opaque ? Optional.empty() : Optional.of(new Trace(templates, shared, own));
    }

    private final class Heard extends AbstractMap<String, Object> {
        private final Document document;

        Heard(Document document) {
            this.document = document;
        }

        @Override
        public Object get(Object key) {
            return inner(document, String.valueOf(key));
        }

        @Override
        public boolean containsKey(Object key) {
            return get(key) != null;
        }

        @Override
        public boolean isEmpty() {
            return document.isEmpty();
        }

        @Override
        public Set<Map.Entry<String, Object>> entrySet() {
            opaque();
            return document.entrySet();
        }
    }
}
