package io.zhibu.board;

import io.zhibu.page.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

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
        long samples = things.stream().filter(isSample).count();
        return both(things.size() - samples, samples, more);
    }

    /** The same, for pages. */
    static List<Map<String, Object>> both(List<Page> pages, Function<List<Page>, Map<String, Object>> more) {
        return both(
                pages,
                Page::sample,
                sample -> more.apply(
                        pages.stream().filter(page -> page.sample() == sample).toList()));
    }

    /** The same, for things that were counted. */
    static List<Map<String, Object>> both(long entries, long samples, Function<Boolean, Map<String, Object>> more) {
        List<Map<String, Object>> parts = new ArrayList<>(List.of(part(false, entries, more)));
        if (samples > 0) {
            parts.add(part(true, samples, more));
        }
        return parts;
    }

    private static Map<String, Object> part(boolean sample, long total, Function<Boolean, Map<String, Object>> more) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("key", sample ? "samples" : "entries");
        model.put("label", label(sample));
        model.put("total", total);
        model.putAll(more.apply(sample));
        return model;
    }

    static String label(boolean sample) {
        return sample ? "示例" : "收录";
    }
}
