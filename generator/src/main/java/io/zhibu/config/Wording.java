package io.zhibu.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a site reads, says and writes its own words.
 *
 * @param readings pinyin of a word, a syllable a character
 * @param synonyms wordings, each with what is found by it too
 * @param strokes classes of the strokes of a character, 1 to 5 for 横竖撇点折, in the order of writing
 */
public record Wording(Map<String, List<String>> readings, List<List<String>> synonyms, Map<String, String> strokes) {
    public static final Wording NONE = new Wording(Map.of(), List.of(), Map.of());

    public Wording {
        readings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(readings));
        synonyms = synonyms.stream().map(List::copyOf).toList();
        strokes = Map.copyOf(strokes);
    }
}
