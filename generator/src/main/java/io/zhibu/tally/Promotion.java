package io.zhibu.tally;

import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far a method went.
 *
 * @param level how far, in the schema's word; empty where nobody said
 * @param adopters ids of the branches that took it over, each once
 * @param events how many steps of the way are told
 */
public record Promotion(Page page, Optional<String> level, List<String> adopters, int events) {
    public Promotion {
        adopters = List.copyOf(adopters);
    }

    /** Those of these pages that tell of it, most adopters first, then most steps, then by address. */
    public static List<Promotion> all(List<Page> pages) {
        return pages.stream()
                .flatMap(page -> of(page).stream())
                .sorted(Comparator.<Promotion>comparingInt(
                                one -> -one.adopters().size())
                        .thenComparingInt(one -> -one.events())
                        .thenComparing(one -> one.page().address()))
                .toList();
    }

    private static Optional<Promotion> of(Page page) {
        return page.fields()
                .first("promotion", Value.Record.class)
                .map(Value.Record::fields)
                .map(told -> of(page, told));
    }

    private static Promotion of(Page page, Fields told) {
        return new Promotion(
                page,
                told.text("level"),
                told.each("adopted_by", Value.Reference.class)
                        .map(Value.Reference::id)
                        .distinct()
                        .toList(),
                told.list("events").size());
    }
}
