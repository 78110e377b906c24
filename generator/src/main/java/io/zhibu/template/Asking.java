package io.zhibu.template;

import io.zhibu.jbake.Document;
import io.zhibu.memo.Digest;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Listens while one page is made. For one thread. */
final class Asking {
    private static final BiConsumer<String, Document> NOBODY = (place, inside) -> {};

    private final Function<String, Digest> files;
    private final SharedAnswers common;
    private final Map<String, Digest> templates = new LinkedHashMap<>();
    private final Map<String, Digest> shared = new LinkedHashMap<>();
    private final Map<String, Digest> own = new LinkedHashMap<>();
    private final Set<String> owners = new TreeSet<>();
    private final Map<Document, String> names = new IdentityHashMap<>();
    /**
     * What each document answered. Asked again, it would work it out again, and make other documents of the same entries, which nobody has
     * heard of.
     */
    private final Map<Document, Map<String, Object>> answered = new IdentityHashMap<>();

    private boolean opaque;
    private Optional<Part> part = Optional.empty();

    /**
     * @param files the digest of a template's file as it is now
     * @param common digests of what many pages share
     */
    Asking(Function<String, Digest> files, SharedAnswers common) {
        this.files = files;
        this.common = common;
    }

    void template(String name) {
        templates.computeIfAbsent(name, files);
        part.ifPresent(Part::spoil);
    }

    /**
     * A key of the page's model.
     *
     * @param isShared with all pages
     * @param isOneOfFew whether the value is an object that other pages have too
     */
    void key(String key, Object value, boolean isShared, boolean isOneOfFew) {
        if (key.contains("#")) {
            opaque();
        } else if (!opaque && !shared.containsKey(key) && !own.containsKey(key)) {
            Map<String, Digest> asked = isShared ? shared : own;
            SharedAnswers.Answer answer = isOneOfFew ? common.of(key, value) : SharedAnswers.Answer.of(value);
            for (int i = 0; i < answer.documents().size(); i++) {
                names.putIfAbsent(answer.documents().get(i), key + "#" + i);
            }
            if (answer.digest().isPresent()) {
                asked.put(key, answer.digest().get());
            } else {
                opaque();
            }
        }
        if (part.isPresent()) {
            part.get().keys().put(key, Optional.ofNullable(value));
        }
    }

    /** Something was asked whose answer no digest tells: the page is made each time. */
    void opaque() {
        opaque = true;
        part.ifPresent(Part::spoil);
    }

    /** Whether keys that were asked before must be told again: a part of the page is being made that others may have the same. */
    boolean isPart() {
        return part.isPresent();
    }

    /** From now on what is asked belongs to this part too. */
    Part begin() {
        return begun(new Part(""));
    }

    /**
     * The same of a part that is about one document, which each page may call something else.
     *
     * @param about by which the page calls the document
     */
    Part begin(String about) {
        return begun(new Part(about));
    }

    private Part begun(Part begun) {
        part = Optional.of(begun);
        if (opaque) {
            begun.spoil();
        }
        return begun;
    }

    /** Whether a part is being made that is about one document. */
    boolean isAboutOne() {
        return part.filter(one -> !one.about.isEmpty()).isPresent();
    }

    /** What the page calls a document; empty if it has heard of none such. */
    Optional<String> name(Document document) {
        return Optional.ofNullable(names.get(document));
    }

    void end() {
        part = Optional.empty();
    }

    /** What a part asked of documents, when its keys have been told. */
    void also(Map<String, Digest> asked) {
        for (Map.Entry<String, Digest> one : asked.entrySet()) {
            map(one.getKey()).putIfAbsent(one.getKey(), one.getValue());
        }
    }

    /** Of a document that the page calls so: what a part asked that was made for another page. */
    void also(String about, List<String> asked, List<Digest> digests) {
        Map<String, Digest> map = map(about);
        for (int i = 0; i < digests.size(); i++) {
            map.putIfAbsent(about + asked.get(i), digests.get(i));
        }
    }

    private Map<String, Digest> map(String name) {
        return shared.containsKey(name.substring(0, name.indexOf('#'))) ? shared : own;
    }

    private Object inner(Document document, String key) {
        Map<String, Object> known = answered.computeIfAbsent(document, any -> new HashMap<>());
        Object value = known.get(key);
        boolean isNew = value == null && !known.containsKey(key);
        if (isNew) {
            value = document.get(key);
            known.put(key, value);
        }
        if (isNew || part.isPresent()) {
            note(document, key, value, isNew);
        }
        return value;
    }

    private void note(Document document, String key, Object value, boolean isNew) {
        if (opaque) {
            return;
        }
        String known = names.get(document);
        Optional<String> found = known == null ? Optional.empty() : Trace.name(known, key);
        if (found.isEmpty()) {
            opaque();
            return;
        }
        Optional<String> owner = document.owner(key);
        if (owner.isPresent()) {
            owners.add(owner.get());
            part.ifPresent(Part::spoil);
        }
        String name = found.get();
        Map<String, Digest> asked = map(name);
        // What a part asked that was made for another page is told already, but not what documents are in it.
        boolean plain = isPlain(value);
        if (!asked.containsKey(name) || isNew && !plain) {
            Optional<Digest> digest = Answers.of(name, value, plain ? NOBODY : this::met);
            if (digest.isPresent()) {
                asked.putIfAbsent(name, digest.get());
            } else {
                opaque();
            }
        } else if (part.isPresent() && !plain) {
            part.get().met();
        }
        if (part.isPresent()) {
            part.get().asked(name, asked.get(name));
        }
    }

    private void met(String place, Document inside) {
        names.putIfAbsent(inside, place);
        part.ifPresent(Part::met);
    }

    private static boolean isPlain(Object value) {
        return value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    /** The document, which tells what it is asked. */
    Map<String, Object> heard(Document document) {
        return new Heard(document);
    }

    /** What {@link #heard} made of a document. */
    static Optional<Document> document(Object heard) {
        return heard instanceof Heard one ? Optional.of(one.document) : Optional.empty();
    }

    /** What was asked; empty if that doesn't tell the page. */
    Optional<Trace> trace() {
        return opaque ? Optional.empty() : Optional.of(new Trace(templates, shared, own, owners));
    }

    /** What was asked while a part of the page was made, asked before or not. */
    static final class Part {
        private final String about;
        private final Map<String, Optional<Object>> keys = new LinkedHashMap<>();
        private final Map<String, Digest> inner = new LinkedHashMap<>();
        private boolean spoilt;

        /** @param about what the page calls the one document that it is about; empty if it is about none */
        private Part(String about) {
            this.about = about;
        }

        /** Keys of the model with their values. */
        Map<String, Optional<Object>> keys() {
            return keys;
        }

        /** What was asked of the documents in them; of the one that it is about without what the page calls that. */
        Map<String, Digest> inner() {
            return inner;
        }

        private void asked(String name, Digest digest) {
            if (digest == null) {
                spoil();
            } else if (about.isEmpty()) {
                inner.put(name, digest);
            } else if (name.startsWith(about + Trace.IN)) {
                inner.put(name.substring(about.length()), digest);
            } else {
                spoil();
            }
        }

        /** A value that documents may be in: another page would have to hear of those, unless they are told by the one that it knows. */
        private void met() {
            if (about.isEmpty()) {
                spoil();
            }
        }

        private void spoil() {
            spoilt = true;
        }

        /** Whether the keys tell all of it, and the one that it is about. */
        boolean isTold() {
            return !spoilt
                    && (!about.isEmpty()
                            || inner.keySet().stream()
                                    .allMatch(name -> keys.containsKey(name.substring(0, name.indexOf('#')))));
        }
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
