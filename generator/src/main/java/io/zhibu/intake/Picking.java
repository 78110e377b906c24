package io.zhibu.intake;

import io.zhibu.hanzi.Readings;
import io.zhibu.schema.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words to choose from, found by how they begin: in characters, in pinyin or in its initials. */
public final class Picking {
    private final List<Option> options;

    /**
     * @param value as it is written in an entry
     * @param names that stand for it
     */
    public record Option(String value, List<String> names) {
        public Option {
            names = List.copyOf(names);
        }
    }

    private final Readings readings;

    private Picking(List<Option> options, Readings readings) {
        this.options = List.copyOf(options);
        this.readings = readings;
    }

    static Picking of(Vocabulary vocabulary, Readings readings) {
        return new Picking(
                vocabulary.words().stream()
                        .map(word -> new Option(word.label(), vocabulary.namesOf(word.key())))
                        .toList(),
                readings);
    }

    static Picking of(List<String> words, Readings readings) {
        return new Picking(
                words.stream().map(word -> new Option(word, List.of(word))).toList(), readings);
    }

    static Picking ofEntries(List<Known> entries, Readings readings) {
        return new Picking(
                entries.stream().map(one -> new Option(one.id(), one.names())).toList(), readings);
    }

    public List<Option> all() {
        return options;
    }

    /** Those that begin so; those of exactly that name alone, if there are any; those that hold it, if none begins so. */
    public List<Option> matching(String typed) {
        String word = typed.strip().toLowerCase(Locale.ROOT);
        List<Option> exact = new ArrayList<>();
        List<Option> begin = new ArrayList<>();
        List<Option> hold = new ArrayList<>();
        for (Option option : options) {
            if (option.value().equalsIgnoreCase(word)
                    || option.names().stream().anyMatch(name -> name.equalsIgnoreCase(word))) {
                exact.add(option);
            } else if (option.value().startsWith(word)
                    || option.names().stream().anyMatch(name -> begins(name, word))) {
                begin.add(option);
            } else if (option.names().stream().anyMatch(name -> name.contains(word))) {
                hold.add(option);
            }
        }
        return !exact.isEmpty() ? exact : begin.isEmpty() ? hold : begin;
    }

    private boolean begins(String name, String word) {
        if (name.toLowerCase(Locale.ROOT).startsWith(word)) {
            return true;
        }
        String han = name.replaceAll("[^\\u4E00-\\u9FFF]", "");
        if (han.isEmpty() || !word.matches("[a-z]+")) {
            return false;
        }
        List<String> syllables = readings.of(han);
        StringBuilder initials = new StringBuilder();
        syllables.stream().filter(one -> !one.isEmpty()).forEach(one -> initials.append(one.charAt(0)));
        return String.join("", syllables).startsWith(word)
                || initials.toString().startsWith(word);
    }
}
