package io.zhibu.tally;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Value;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * When an entry is to be looked at again.
 *
 * @param cycle how often; empty if only a day is given
 * @param due the day that the entry gives, or else one cycle after it was last published or updated
 * @param derived whether the day was counted and isn't given
 */
public record Review(Page page, Optional<Cycle> cycle, LocalDate due, boolean derived) {

    /** How often an entry is looked at. */
    public enum Cycle {
        MONTH("每月", Period.ofMonths(1)),
        QUARTER("每季", Period.ofMonths(3)),
        YEAR("每年", Period.ofYears(1));

        private final String word;
        private final Period period;

        Cycle(String word, Period period) {
            this.word = word;
            this.period = period;
        }

        /** As editors write it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** As readers know it. */
        public String word() {
            return word;
        }

        private static Optional<Cycle> of(Value given) {
            String key = given instanceof Value.Term word ? word.key() : given.text();
            return Arrays.stream(values())
                    .filter(cycle -> cycle.key().equals(key))
                    .findFirst();
        }
    }

    /** Empty if nothing says that the page is to be looked at again. */
    public static Optional<Review> of(Page page) {
        Optional<Cycle> cycle = page.fields().get("review_cycle").flatMap(Cycle::of);
        Optional<LocalDate> given = day(page, "review_due");
        Optional<LocalDate> counted = cycle.flatMap(
                every -> day(page, "updated").or(() -> day(page, "published")).map(last -> last.plus(every.period)));
        return given.or(() -> counted).map(due -> new Review(page, cycle, due, given.isEmpty()));
    }

    private static Optional<LocalDate> day(Page page, String field) {
        return page.fields().date(field).flatMap(PartialDate::exact);
    }

    /** Of every page that readers see, the longest due first. */
    public static List<Review> all(Catalogue catalogue) {
        return catalogue.pages().stream()
                .flatMap(page -> of(page).stream())
                .sorted(Comparator.comparing(Review::due)
                        .thenComparing(review -> review.page().address()))
                .toList();
    }

    public boolean isOver(LocalDate today) {
        return due.isBefore(today);
    }
}
