package io.zhibu.tally;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Gone;
import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What came, changed and went in a week. What is made up is no news; what came in a week didn't change in it as well.
 *
 * @param monday its first day
 * @param added published in it, the latest first; those of a day in the order of the types
 * @param changed last changed in it, likewise
 * @param gone the latest first
 */
public record Week(LocalDate monday, List<News> added, List<News> changed, List<Gone> gone) {
    private static final int MOST = 8;

    public Week {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        gone = List.copyOf(gone);
    }

    /** An entry and the day of what happened to it. */
    public record News(Page page, LocalDate day) {}

    /** The first day that is told of on this day. */
    public static LocalDate first(LocalDate today) {
        return monday(today).minusWeeks(MOST - 1);
    }

    /**
     * The last weeks in which something happened, the latest first.
     *
     * @param modified what is known of the last change beyond what an entry says itself
     */
    public static List<Week> all(
            Catalogue catalogue, Function<Page, Optional<LocalDate>> modified, List<Gone> gone, LocalDate today) {
        List<News> added = new ArrayList<>();
        List<News> changed = new ArrayList<>();
        List<Page> byType = catalogue.schemas().types().stream()
                .flatMap(type -> catalogue.ofType(type.key()).stream())
                .toList();
        for (Page page : byType) {
            if (!page.sample() && catalogue.isListed(page)) {
                Optional<LocalDate> came = day(page, "published");
                came.ifPresent(day -> added.add(new News(page, day)));
                Stream.of(day(page, "updated"), modified.apply(page))
                        .flatMap(Optional::stream)
                        .filter(day -> !day.isAfter(today))
                        .max(Comparator.naturalOrder())
                        .filter(day -> came.isEmpty() || monday(came.get()).isBefore(monday(day)))
                        .ifPresent(day -> changed.add(new News(page, day)));
            }
        }
        return Stream.iterate(monday(today), monday -> !monday.isBefore(first(today)), monday -> monday.minusWeeks(1))
                .map(monday -> new Week(
                        monday,
                        in(monday, added, News::day),
                        in(monday, changed, News::day),
                        in(monday, gone, Gone::day)))
                .filter(week -> !week.added().isEmpty()
                        || !week.changed().isEmpty()
                        || !week.gone().isEmpty())
                .toList();
    }

    private static <T> List<T> in(LocalDate monday, List<T> all, Function<T, LocalDate> day) {
        return all.stream()
                .filter(one -> monday(day.apply(one)).equals(monday))
                .sorted(Comparator.comparing(day).reversed())
                .toList();
    }

    /** Its last day. */
    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Optional<LocalDate> day(Page page, String field) {
        return page.fields().date(field).flatMap(PartialDate::exact);
    }
}
