package io.zhibu.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is true and what is made up stand apart on a board, each under its own name; nothing adds the two. */
final class Part {
    private Part() {}

    /**
     * The true part, and the made-up one if there is any.
     *
     * @param isSample of a thing
     * @param more what the part of the true (false) or made-up (true) things shows besides its name and how many they are
     */
    static <T> List<Map<String, Object>> both(
            List<T> things, Predicate<T> isSample, Function<Boolean, Map<String, Object>> more) {
        return Stream.of(false, true)
                .map(sample -> Map.entry(
                        sample,
                        things.stream()
                                .filter(thing -> isSample.test(thing) == sample)
                                .count()))
                .filter(part -> !part.getKey() || part.getValue() > 0)
                .map(part -> {
                    Map<String, Object> model = new LinkedHashMap<>();
                    model.put("key", part.getKey() ? "samples" : "entries");
                    model.put("label", label(part.getKey()));
                    model.put("total", part.getValue());
                    model.putAll(more.apply(part.getKey()));
                    return model;
                })
                .toList();
    }

    static String label(boolean sample) {
        return sample ? "示例" : "收录";
    }
}
