package io.zhibu.schema;

import io.zhibu.diagnostic.Where;
import io.zhibu.unicode.Spelling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words that a field may hold: mechanisms, honours, units … Each has a stable key, a label and perhaps other names. A word that was
 * renamed is a former one: its names still lead to the word that took its place.
 */
public final class Vocabulary {
    private final String key;
    private final String label;
    private final boolean paged;
    private final boolean byUnitKind;
    private final List<Field> fields;
    private final Map<String, Word> words = new LinkedHashMap<>();
    private final Map<String, Word> byName = new HashMap<>();
    private final List<Word> inOrder;
    private final Map<String, List<Word>> formerOf = new HashMap<>();

    /**
     * @param key name of the file that it comes from, without {@code .yml}
     * @param label what readers call it
     * @param words in the order of the file
     */
    public Vocabulary(String key, String label, List<Word> words) {
        this(key, label, false, false, List.of(), words);
    }

    private Vocabulary(
            String key, String label, boolean paged, boolean byUnitKind, List<Field> fields, List<Word> words) {
        this.key = key;
        this.label = label;
        this.paged = paged;
        this.byUnitKind = byUnitKind;
        this.fields = List.copyOf(fields);
        for (Word word : words) {
            this.words.put(word.key(), word);
        }
        this.inOrder = this.words.values().stream()
                .filter(word -> word.renamedTo().isEmpty())
                .toList();
        Map<String, Word> ends = new HashMap<>();
        for (Word word : words) {
            Word current = current(word, ends);
            byName.put(word.key(), current);
            word.names().forEach(name -> byName.putIfAbsent(Spelling.bare(name), current));
            if (current != word) {
                formerOf.computeIfAbsent(current.key(), any -> new ArrayList<>())
                        .add(word);
            }
        }
    }

    /**
     * Where the renamings from this word end; the word itself if they go in a circle or lead nowhere.
     *
     * @param ends those found before, by key: a long chain of renamings is walked once and not from each of its words
     */
    private Word current(Word word, Map<String, Word> ends) {
        Set<String> passed = new LinkedHashSet<>();
        Word step = word;
        while (step.renamedTo().isPresent() && !ends.containsKey(step.key())) {
            Word next = words.get(step.renamedTo().get());
            if (next == null || !passed.add(step.key())) {
                return word;
            }
            step = next;
        }
        Word end = ends.getOrDefault(step.key(), step);
        passed.forEach(key -> ends.put(key, end));
        return end;
    }

    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** The same, with a page for each word. */
    Vocabulary withPages() {
        return new Vocabulary(key, label, true, byUnitKind, fields, List.copyOf(words.values()));
    }

    /** The same, with the entries of each word told apart by the kind of their unit. */
    Vocabulary withUnitKinds() {
        return new Vocabulary(key, label, paged, true, fields, List.copyOf(words.values()));
    }

    /** The same, where each word has these fields besides its names. */
    Vocabulary withFields(List<Field> asked) {
        return new Vocabulary(key, label, paged, byUnitKind, asked, List.copyOf(words.values()));
    }

    /** Whether each word has a page that lists the entries that name it. */
    public boolean paged() {
        return paged;
    }

    /** Whether the page of each word tells its entries apart by the kind of their unit. */
    public boolean byUnitKind() {
        return byUnitKind;
    }

    /** What each word says besides its names; nothing if the vocabulary takes anything. */
    public List<Field> fields() {
        return fields;
    }

    /** In the order of the file, without former ones. */
    public List<Word> words() {
        return inOrder;
    }

    /** Words that were renamed, in the order of the file. */
    public List<Word> former() {
        return words.values().stream()
                .filter(word -> word.renamedTo().isPresent())
                .toList();
    }

    /** Everything that the word was and is called: label and aliases, then those of the words that it was. */
    public List<String> namesOf(String wordKey) {
        Set<String> names = new LinkedHashSet<>();
        word(wordKey).ifPresent(word -> word.names().forEach(names::add));
        formerOf.getOrDefault(wordKey, List.of()).forEach(word -> word.names().forEach(names::add));
        return List.copyOf(names);
    }

    public Optional<Word> word(String wordKey) {
        return Optional.ofNullable(words.get(wordKey));
    }

    /** The word that has this key, label or alias, or that took the place of one that had. */
    public Optional<Word> named(String name) {
        return Optional.ofNullable(byName.get(Spelling.bare(name)));
    }

    /** Keys, labels and aliases. */
    public List<String> names() {
        return byName.keySet().stream().sorted().toList();
    }

    /** The words from the root down to this one, both included; a word without parent alone. */
    public List<Word> pathTo(String wordKey) {
        Map<String, Word> path = new LinkedHashMap<>();
        Optional<Word> step = word(wordKey);
        while (step.isPresent() && path.putIfAbsent(step.get().key(), step.get()) == null) {
            step = step.get().parent().flatMap(this::named);
        }
        List<Word> down = new ArrayList<>(path.values());
        Collections.reverse(down);
        return down;
    }

    /**
     * @param aliases other names, taken for this word when read
     * @param parent key of the word above it, where the vocabulary is a tree
     * @param renamedTo key of the word that took its place; empty for a word in use
     * @param properties whatever else the file says, by key
     * @param where its key in the file
     */
    public record Word(
            String key,
            String label,
            List<String> aliases,
            Optional<String> parent,
            Optional<String> renamedTo,
            Map<String, String> properties,
            Where where) {
        public Word {
            aliases = List.copyOf(aliases);
            properties = Map.copyOf(properties);
        }

        Stream<String> names() {
            return Stream.concat(Stream.of(label), aliases.stream());
        }
    }
}
