package io.zhibu.template;

import io.zhibu.jbake.Document;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Packing;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * All that was asked while a page was made, and the digests of the answers, in the order of the asking. The page would be the same if each
 * were answered so again.
 *
 * @param templates digests of the files by name, those too that were looked for in vain
 * @param shared what many pages ask of the same values
 * @param own what was asked of the values of this page alone
 * @param owners entries of which it was asked what is nobody else's
 */
public record Trace(
        Map<String, Digest> templates, Map<String, Digest> shared, Map<String, Digest> own, Set<String> owners) {
    static final String IN = ".";

    /** How a key of a document is called; empty if the key itself could be taken for such a name. */
    static Optional<String> name(String document, String key) {
        return key.contains(IN) || key.contains("#") ? Optional.empty() : Optional.of(document + IN + key);
    }

    /** Templates and shared values: the same for many pages. */
    public byte[] common() {
        Packing.Out out = new Packing.Out();
        write(templates, out);
        write(shared, out);
        return out.bytes();
    }

    /** What {@link #common} leaves out, the owners first. */
    public void write(Packing.Out out) {
        out.number(owners.size());
        owners.forEach(out::text);
        write(own, out);
    }

    private static void write(Map<String, Digest> asked, Packing.Out out) {
        out.number(asked.size());
        asked.forEach((name, digest) -> out.text(name).bytes(digest.bytes()));
    }

    /** Whether it was asked which day it is. */
    public boolean isOfTheDay() {
        return own.containsKey(Now.KEY);
    }

    /** What {@link #common} wrote: the same for many pages. */
    public static Trace common(byte[] common) {
        Packing.In in = new Packing.In(common);
        return new Trace(map(in), map(in), Map.of(), Set.of());
    }

    /** Of what {@link #write} wrote, the beginning. */
    public static Set<String> owners(Packing.In in) {
        Set<String> owners = new TreeSet<>();
        for (int left = in.number(); left > 0; left--) {
            owners.add(in.text());
        }
        return owners;
    }

    /** With the rest of what {@link #write} wrote. */
    public Trace with(Set<String> others, Packing.In rest) {
        return new Trace(templates, shared, map(rest), others);
    }

    private static Map<String, Digest> map(Packing.In in) {
        Map<String, Digest> asked = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            asked.put(in.text(), Digest.read(in.bytes(), 0));
        }
        return asked;
    }

    /** Whether all of these are answered as they were. */
    static boolean same(Map<String, Digest> asked, Function<String, Object> model) {
        Map<String, Document> documents = new HashMap<>();
        for (Map.Entry<String, Digest> one : asked.entrySet()) {
            String name = one.getKey();
            Optional<Object> answer = answer(name, model, documents);
            Optional<Digest> now =
                    answer.flatMap(value -> Answers.of(name, value == Missing.VALUE ? null : value, documents::put));
            if (!now.equals(Optional.of(one.getValue()))) {
                return false;
            }
        }
        return true;
    }

    private enum Missing {
        VALUE
    }

    /** Empty if the document that was asked isn't there. */
    private static Optional<Object> answer(
            String name, Function<String, Object> model, Map<String, Document> documents) {
        int end = name.indexOf('#') < 0 ? -1 : name.lastIndexOf(IN);
        if (end < 0) {
            Object value = model.apply(name);
            return Optional.of(value == null ? Missing.VALUE : value);
        }
        return Optional.ofNullable(documents.get(name.substring(0, end))).map(document -> {
            Object value = document.get(name.substring(end + 1));
            return value == null ? Missing.VALUE : value;
        });
    }
}
