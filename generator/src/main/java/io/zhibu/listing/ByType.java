package io.zhibu.listing;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.page.Page;
import java.util.List;
import java.util.Map;

/** Of what types entries are that are counted together, so that nobody takes all of them for methods. */
final class ByType {
    private ByType() {}

    /** For each type that a true entry has: its label and how many there are, in the order of the types; empty where all are of one. */
    static List<Map<String, Object>> of(List<Page> pages, Catalogue catalogue) {
        List<Map<String, Object>> parts = catalogue.schemas().types().stream()
                .map(type -> Map.<String, Object>of("label", type.plural(), "count", count(pages, type.key())))
                .filter(part -> (long) part.get("count") > 0)
                .toList();
        return parts.size() > 1 ? parts : List.of();
    }

    private static long count(List<Page> pages, String type) {
        return pages.stream()
                .filter(page -> !page.sample() && page.type().equals(type))
                .count();
    }
}
