package io.zhibu.schema;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.yaml.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of {@code site-config/schemas} and {@code site-config/vocabularies}, as nodes, to {@link Schemas}. */
public final class SchemaReading {
    private static final String COMMON = "common";
    private static final List<String> KEYS = List.of("key", "label", "plural", "listed", "order", "fields", "sections");
    private static final int LAST = 1000;

    private final Diagnostics diagnostics = new Diagnostics();
    private final Map<String, Vocabulary> vocabularies;

    /** @param vocabularies already read, by key */
    public SchemaReading(Map<String, Vocabulary> vocabularies) {
        this.vocabularies = vocabularies;
    }

    /** @param files each file's mapping, by the name of the file without {@code .yml} */
    public Outcome<Schemas> schemas(Map<String, Node.Mapping> files) {
        FieldReading reading = new FieldReading(vocabularies, files.keySet(), diagnostics);
        Map<String, Field> common = Optional.ofNullable(files.get(COMMON))
                .map(file -> reading.fields(new Words(file, diagnostics).mapping("fields")))
                .orElseGet(Map::of);
        Map<Schema, Integer> types = new LinkedHashMap<>();
        new TreeMap<>(files).forEach((name, file) -> {
            if (!name.equals(COMMON)) {
                Words words = new Words(file, diagnostics);
                types.put(type(name, file, common, reading), words.number("order", LAST));
            }
        });
        List<Schema> inOrder = types.entrySet().stream()
                .sorted(Map.Entry.<Schema, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().key(), Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .toList();
        return Outcome.of(new Schemas(inOrder, vocabularies), diagnostics);
    }

    private Schema type(String name, Node.Mapping file, Map<String, Field> common, FieldReading reading) {
        Words words = new Words(file, diagnostics);
        words.onlyKeys(KEYS);
        String key = words.text("key").orElse(name);
        if (!key.equals(name)) {
            diagnostics.error(
                    file.get("key").map(Node::where).orElse(file.where()),
                    "schema-key",
                    "类型的键“" + key + "”与文件名“" + name + ".yml”不一致",
                    "两处写成一样");
        }
        Map<String, Field> fields = new LinkedHashMap<>(common);
        reading.fields(words.mapping("fields")).forEach(fields::put);
        String label = words.text("label").orElse(name);
        return new Schema(
                name,
                label,
                words.text("plural").orElse(label),
                words.flag("listed", true),
                List.copyOf(fields.values()),
                sections(file));
    }

    private List<Schema.Section> sections(Node.Mapping file) {
        List<Schema.Section> sections = new ArrayList<>();
        if (file.get("sections").orElse(null) instanceof Node.Sequence sequence) {
            for (Node item : sequence.items()) {
                sections.add(new Schema.Section(Words.texts(item)));
            }
        }
        return sections;
    }

    /** One vocabulary. */
    public static Outcome<Vocabulary> vocabulary(String key, Node.Mapping file) {
        Diagnostics diagnostics = new Diagnostics();
        Words words = new Words(file, diagnostics);
        words.onlyKeys(List.of("label", "words"));
        List<Vocabulary.Word> list = new ArrayList<>();
        for (Node.Entry entry : words.mapping("words").entries()) {
            word(entry, diagnostics).ifPresent(list::add);
        }
        List<String> keys = list.stream().map(Vocabulary.Word::key).toList();
        for (Node.Entry entry : words.mapping("words").entries()) {
            if (entry.value() instanceof Node.Mapping mapping) {
                mapping.get("parent").ifPresent(parent -> {
                    String name = Words.texts(parent).stream().findFirst().orElse("");
                    if (!keys.contains(name)) {
                        diagnostics.error(
                                parent.where(),
                                "vocabulary-parent",
                                "上级“" + name + "”不在这个词表里",
                                Nearest.hint(name, keys));
                    }
                });
            }
        }
        return Outcome.of(new Vocabulary(key, words.text("label").orElse(key), list), diagnostics);
    }

    private static Optional<Vocabulary.Word> word(Node.Entry entry, Diagnostics diagnostics) {
        if (!(entry.value() instanceof Node.Mapping mapping)) {
            diagnostics.error(
                    entry.where(),
                    "vocabulary-word",
                    "词条“" + entry.key() + "”没有写 label",
                    "写成 " + entry.key() + ": {label: 显示的文字}");
            return Optional.empty();
        }
        Words words = new Words(mapping, diagnostics);
        Map<String, String> properties = new TreeMap<>();
        for (Node.Entry property : mapping.entries()) {
            if (!List.of("label", "aliases", "parent").contains(property.key())
                    && property.value() instanceof Node.Scalar scalar) {
                properties.put(property.key(), scalar.text());
            }
        }
        return Optional.of(new Vocabulary.Word(
                entry.key(),
                words.text("label").orElse(entry.key()),
                mapping.get("aliases").map(Words::texts).orElse(List.of()),
                words.text("parent"),
                properties));
    }
}
