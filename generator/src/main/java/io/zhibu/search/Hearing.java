package io.zhibu.search;

import io.zhibu.hanzi.Folding;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** By what sounds entries are found. Not to be asked from two threads at once: the dictionary of sounds isn't made for that. */
final class Hearing {
    private final Folding folding;
    private final Names names;
    /** Many entries are filed under the same labels. */
    private final Map<String, List<String>> labels = new HashMap<>();

    Hearing(Folding folding, Names names) {
        this.folding = folding;
        this.names = names;
    }

    /** The sounds of an entry's names and of its labels. */
    record Heard(List<String> names, List<String> labels) {}

    Heard of(Entry entry) {
        Set<String> sounds = new LinkedHashSet<>(names.of(folding.fold(entry.names())));
        Names.joins(entry.reading(), sounds);
        return new Heard(
                List.copyOf(sounds), labels.computeIfAbsent(entry.labels(), lines -> names.of(folding.fold(lines))));
    }
}
