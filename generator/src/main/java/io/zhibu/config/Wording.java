package io.zhibu.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a site reads and says its own words.
 *
 * @param readings pinyin of a word, a syllable a character
 * @param synonyms wordings that stand for the first of their group, and it for each of them
 */
public record Wording(Map<String, List<String>> readings, List<List<String>> synonyms) {
    public static final Wording NONE = new Wording(Map.of(), List.of());

    public Wording {
        readings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(readings));
        synonyms = synonyms.stream().map(List::copyOf).toList();
    }
}
