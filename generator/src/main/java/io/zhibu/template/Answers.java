package io.zhibu.template;

import io.zhibu.jbake.Document;
import io.zhibu.jbake.Markup;
import io.zhibu.memo.Digest;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Digests of what a model answers. Equal ones stand for answers that no template can tell apart, but for the documents in them: of those
 * only the place is told, since a template that looks into one asks again.
 */
final class Answers {
    private final String name;
    private final BiConsumer<String, Document> met;
    private final Digest.Of digest = new Digest.Of();
    private int documents;

    private Answers(String name, BiConsumer<String, Document> met) {
        this.name = name;
        this.met = met;
    }

    /** A value that nobody knows how to digest. */
    private static final class Opaque extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Opaque() {
            super(null, null, false, false);
        }
    }

    /**
     * Of one answer; empty if it holds what can't be told by a digest.
     *
     * @param name by which it was asked for
     * @param met is told each document in the answer, under a name that is made of the answer's and of its place there
     */
    static Optional<Digest> of(String name, Object value, BiConsumer<String, Document> met) {
        Answers answers = new Answers(name, met);
        try {
            answers.add(value);
            return Optional.of(answers.digest.digest());
        } catch (Opaque unknown) {
            return Optional.empty();
        }
    }

    private void add(Object value) {
        if (value == null) {
            digest.text("0");
        } else if (value instanceof String text) {
            digest.text("s").text(text);
        } else if (value instanceof Document document) {
            digest.text("d");
            met.accept(name + "#" + documents++, document);
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof Collection<?> many) {
            digest.text("l").number(many.size());
            many.forEach(this::add);
        } else if (value instanceof Object[] many) {
            digest.text("a").number(many.length);
            Arrays.asList(many).forEach(this::add);
        } else if (value instanceof Number number) {
            digest.text(number.getClass().getSimpleName()).text(number.toString());
        } else if (value instanceof Boolean flag) {
            digest.text(flag ? "t" : "f");
        } else if (value instanceof Date date) {
            digest.text("D").number(date.getTime());
        } else if (value instanceof Temporal time) {
            digest.text("T").text(time.toString());
        } else if (value instanceof Markup markup) {
            Supplier<Digest> own = markup.digest().orElseThrow(Opaque::new);
            digest.text("m").add(own.get());
        } else {
            throw new Opaque();
        }
    }

    /** Some maps have another order in each process; no template of ours goes by that. */
    private void map(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        digest.text("h").number(sorted.size());
        sorted.forEach((key, value) -> {
            digest.text(key);
            add(value);
        });
    }
}
