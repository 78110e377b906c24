package io.zhibu.board;

import io.zhibu.address.Address;
import io.zhibu.tally.Crosstab;
import io.zhibu.tally.Crosstab.Head;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A table of numbers as templates draw it: each number with the size of its mark, so that a template needn't reckon. */
public final class Charts {
    /** Side of the largest square, and height of the highest column. */
    private static final int SIDE = 18;

    private static final int HEIGHT = 80;

    private final String today;
    private final Function<Head, Optional<Address>> pages;

    /**
     * @param today the year that is marked
     * @param pages of what a line stands for, where there is one
     */
    public Charts(int today, Function<Head, Optional<Address>> pages) {
        this.today = Integer.toString(today);
        this.pages = pages;
    }

    public Map<String, Object> of(Crosstab table) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("columns", columns(table));
        model.put("lines", table.lines().stream().map(line -> line(table, line)).toList());
        model.put("all", table.below().total());
        model.put("most", table.most());
        return model;
    }

    private List<Map<String, Object>> columns(Crosstab table) {
        int most = most(table.below().cells());
        List<Map<String, Object>> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Head head = table.columns().get(i);
            int count = table.below().cells().get(i);
            columns.add(Map.of(
                    "label", head.label(),
                    "current", head.key().equals(today),
                    "count", count,
                    "height", scaled(count, most, HEIGHT)));
        }
        return columns;
    }

    private Map<String, Object> line(Crosstab table, Crosstab.Line line) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("key", line.head().key());
        model.put("label", line.head().label());
        pages.apply(line.head()).ifPresent(page -> model.put("uri", page.link()));
        model.put("total", line.total());
        model.put(
                "cells",
                line.cells().stream()
                        .map(count -> Map.of("count", count, "side", side(count, table.most())))
                        .toList());
        return model;
    }

    /** So that the area, and not the side, goes with the number. */
    private static int side(int count, int most) {
        return count == 0 ? 0 : Math.max(3, (int) Math.round(SIDE * Math.sqrt((double) count / most)));
    }

    private static int scaled(int count, int most, int whole) {
        return count == 0 ? 0 : Math.max(1, Math.round((float) count * whole / most));
    }

    private static int most(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
