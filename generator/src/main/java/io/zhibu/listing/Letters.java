package io.zhibu.listing;

import io.zhibu.catalogue.Letter;
import io.zhibu.catalogue.Letter.Heading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** An index by letters as templates see it: each thing under its own name, and under every other name a word that leads there. */
final class Letters {
    private Letters() {}

    /** One for the thing's own name and one for each other name, none twice. */
    static <T> List<Heading<T>> headings(T thing, String own, List<String> others) {
        List<Heading<T>> headings = new ArrayList<>(List.of(new Heading<>(own, false, thing)));
        others(own, others).forEach(name -> headings.add(new Heading<>(name, true, thing)));
        return headings;
    }

    static List<String> others(String own, List<String> names) {
        return names.stream().filter(name -> !name.equals(own)).distinct().toList();
    }

    /** @param models of each thing, with its {@code label} and {@code uri} */
    static <T> List<Map<String, Object>> model(List<Letter<T>> letters, Function<T, Map<String, Object>> models) {
        return letters.stream()
                .map(letter -> Map.<String, Object>of(
                        "letter",
                        letter.letter(),
                        "groups",
                        letter.headings().stream()
                                .map(heading -> item(heading, models.apply(heading.thing())))
                                .toList()))
                .toList();
    }

    private static <T> Map<String, Object> item(Heading<T> heading, Map<String, Object> model) {
        if (!heading.see()) {
            return model;
        }
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("label", heading.word());
        item.put("see", model.get("label"));
        if (model.containsKey("uri")) {
            item.put("uri", model.get("uri"));
        }
        return item;
    }
}
