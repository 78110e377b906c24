package io.zhibu.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words that a field may hold: mechanisms, honours, units … Each has a stable key, a label and perhaps other names. */
public final class Vocabulary {
    private final String key;
    private final String label;
    private final Map<String, Word> words = new LinkedHashMap<>();
    private final Map<String, Word> byName = new HashMap<>();
    private final List<Word> inOrder;

    /**
     * @param key name of the file that it comes from, without {@code .yml}
     * @param label what readers call it
     * @param words in the order of the file
     */
    public Vocabulary(String key, String label, List<Word> words) {
        this.key = key;
        this.label = label;
        for (Word word : words) {
            this.words.put(word.key(), word);
        }
        this.inOrder = List.copyOf(this.words.values());
        for (Word word : words) {
            byName.put(word.key(), word);
            byName.putIfAbsent(word.label(), word);
            word.aliases().forEach(alias -> byName.putIfAbsent(alias, word));
        }
    }

    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** In the order of the file. */
    public List<Word> words() {
        return inOrder;
    }

    public Optional<Word> word(String wordKey) {
        return Optional.ofNullable(words.get(wordKey));
    }

    /** The word that has this key, label or alias. */
    public Optional<Word> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Keys, labels and aliases. */
    public List<String> names() {
        return byName.keySet().stream().sorted().toList();
    }

    /** The words from the root down to this one, both included; a word without parent alone. */
    public List<Word> pathTo(String wordKey) {
        List<Word> path = new ArrayList<>();
        Optional<Word> step = word(wordKey);
        while (step.isPresent() && !path.contains(step.get())) {
            path.add(0, step.get());
            step = step.get().parent().flatMap(this::word);
        }
        return path;
    }

    /**
     * @param aliases other names, taken for this word when read
     * @param parent key of the word above it, where the vocabulary is a tree
     * @param properties whatever else the file says, by key
     */
    public record Word(
            String key, String label, List<String> aliases, Optional<String> parent, Map<String, String> properties) {
        public Word {
            aliases = List.copyOf(aliases);
            properties = Map.copyOf(properties);
        }
    }
}
