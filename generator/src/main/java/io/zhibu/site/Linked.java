package io.zhibu.site;

import io.zhibu.page.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entries as boards name them: {@code id}, {@code title} and {@code uri}. */
public final class Linked {
    private Linked() {}

    public static List<Map<String, String>> all(List<Page> pages) {
        return pages.stream().map(Linked::to).toList();
    }

    /** @param more key and text, in turn */
    public static Map<String, String> with(Page page, String... more) {
        Map<String, String> model = new LinkedHashMap<>();
        model.put("id", page.id());
        model.put("title", page.marked());
        model.put("uri", page.address().link());
        for (int i = 0; i < more.length; i += 2) {
            model.put(more[i], more[i + 1]);
        }
        return model;
    }

    public static Map<String, String> to(Page page) {
        return with(page);
    }
}
