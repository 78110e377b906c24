package io.zhibu.search;

import io.zhibu.memo.Packing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a reader who has typed its beginning may have in mind: names of entries, and what they are filed under; the best first. */
final class Completions {
    /** Longer names are found by any part of them, and nobody reads them in a list. */
    private static final int LONGEST = 24;

    /** UTF-16 units of all: what a browser fetches once, beside what the search needs anyway. */
    private static final int MOST_UNITS = 9_000;

    private final Map<String, Word> words = new LinkedHashMap<>();

    /** @param name whether an entry is called so, and not only filed under it */
    private record Word(String text, boolean name, boolean sample, int uses) {
        Word and(Word other) {
            return new Word(text, name || other.name, sample && other.sample, uses + other.uses);
        }

        int length() {
            return text.length();
        }
    }

    void add(Entry entry) {
        entry.names().lines().forEach(name -> add(new Word(name, true, entry.sample(), 1)));
        entry.labels().lines().forEach(label -> add(new Word(label, false, entry.sample(), 1)));
    }

    /** What these are, for {@link #add(Packing.In)}. */
    void write(Packing.Out out) {
        out.number(words.size());
        for (Word word : words.values()) {
            out.text(word.text()).flag(word.name()).flag(word.sample()).number(word.uses());
        }
    }

    void add(Packing.In in) {
        for (int left = in.number(); left > 0; left--) {
            add(new Word(in.text(), in.flag(), in.flag(), in.number()));
        }
    }

    /** Those that fit, in the order in which they are offered. */
    List<String> offered() {
        List<Word> kept = new ArrayList<>();
        int units = 0;
        for (Word word : words.values().stream()
                .sorted(Comparator.comparing(Word::sample)
                        .thenComparing(Word::uses, Comparator.reverseOrder())
                        .thenComparing(Word::length))
                .toList()) {
            units += word.length() + 1;
            if (units <= MOST_UNITS) {
                kept.add(word);
            }
        }
        return kept.stream()
                .sorted(Comparator.comparing(Word::sample)
                        .thenComparing(Word::length)
                        .thenComparing(word -> !word.name()))
                .map(Word::text)
                .toList();
    }

    private void add(Word word) {
        if (word.length() > 1 && word.length() <= LONGEST) {
            words.merge(word.text(), word, Word::and);
        }
    }
}
