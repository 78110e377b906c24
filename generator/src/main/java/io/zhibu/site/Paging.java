package io.zhibu.site;

import io.zhibu.address.Address;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Cuts a list into pages and knows the links between them. */
public record Paging(Address first, int total, int perPage) {
    /** How many pages; an empty list has one. */
    public int pages() {
        return Math.max(1, (total + perPage - 1) / perPage);
    }

    public Address address(int page) {
        return Sites.nth(first, page);
    }

    public <T> List<T> slice(List<T> all, int page) {
        return all.subList((page - 1) * perPage, Math.min(all.size(), page * perPage));
    }

    /** The {@code pager} of {@code templates/README.md}: the first page, the last and two on either side of the current one. */
    public Map<String, Object> model(int page) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("current", page);
        model.put("pages", pages());
        if (page > 1) {
            model.put("previous", address(page - 1).link());
        }
        if (page < pages()) {
            model.put("next", address(page + 1).link());
        }
        TreeSet<Integer> near = new TreeSet<>(List.of(1, pages()));
        for (int n = Math.max(1, page - 2); n <= Math.min(pages(), page + 2); n++) {
            near.add(n);
        }
        List<Map<String, Object>> links = new ArrayList<>();
        near.forEach(n -> links.add(Map.of("number", n, "uri", address(n).link(), "current", n == page)));
        model.put("links", links);
        return model;
    }
}
