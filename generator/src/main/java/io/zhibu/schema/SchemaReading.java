package io.zhibu.schema;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.yaml.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The files of {@code site-config/schemas} and {@code site-config/vocabularies}, as nodes, to {@link Schemas}. */
public final class SchemaReading {
    private static final String COMMON = "common";
    private static final List<String> KEYS =
            List.of("key", "label", "plural", "listed", "order", "fields", "sections", "longest");
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
                .map(file -> reading.fields(new Words(file, diagnostics).mapping("fields"), Set.of()))
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
        reading.fields(words.mapping("fields"), common.keySet()).forEach(fields::put);
        String label = words.text("label").orElse(name);
        List<Schema.Section> sections = sections(file);
        return new Schema(
                name,
                label,
                words.text("plural").orElse(label),
                words.flag("listed", true),
                true,
                List.copyOf(fields.values()),
                sections,
                longest(words.mapping("longest"), sections));
    }

    private Map<String, Integer> longest(Node.Mapping limits, List<Schema.Section> sections) {
        List<String> known = new ArrayList<>(List.of(Schema.WHOLE));
        sections.forEach(section -> known.add(section.names().get(0)));
        Words words = new Words(limits, diagnostics);
        words.onlyKeys(known);
        Map<String, Integer> longest = new LinkedHashMap<>();
        known.stream().filter(name -> limits.get(name).isPresent()).forEach(name -> {
            int most = words.number(name, 0);
            if (most > 0) {
                longest.put(name, most);
            }
        });
        return longest;
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
}
