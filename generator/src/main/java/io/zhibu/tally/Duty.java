package io.zhibu.tally;

import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A thing that is to be done by a day.
 *
 * @param owner who does it; empty where nobody said
 * @param done the day on which it was done
 */
public record Duty(Page page, String owner, LocalDate due, Optional<LocalDate> done) {

    /**
     * What came and what went in a month.
     *
     * @param added published in this month
     * @param closed done in this month
     * @param left at its end
     */
    public record Month(YearMonth month, int added, int closed, int left) {}

    /** Of those of these pages that say by when, the earliest day first. */
    public static List<Duty> all(List<Page> pages) {
        return pages.stream()
                .flatMap(page -> of(page).stream())
                .sorted(Comparator.comparing(Duty::due)
                        .thenComparing(duty -> duty.page().address()))
                .toList();
    }

    private static Optional<Duty> of(Page page) {
        return day(page, "due")
                .map(due -> new Duty(page, page.fields().text("owner").orElse(""), due, day(page, "done")));
    }

    private static Optional<LocalDate> day(Page page, String field) {
        return page.fields().date(field).flatMap(PartialDate::exact);
    }

    /** Not done, and the day has passed. */
    public boolean isOver(LocalDate today) {
        return done.isEmpty() && due.isBefore(today);
    }

    /** From the first month in which something came or went to the last, without gaps. */
    public static List<Month> months(List<Duty> duties) {
        Map<YearMonth, int[]> changes = new TreeMap<>();
        for (Duty duty : duties) {
            day(duty.page(), "published").ifPresent(day -> change(changes, day)[0]++);
            duty.done().ifPresent(day -> change(changes, day)[1]++);
        }
        List<Month> months = new ArrayList<>();
        int left = 0;
        Optional<YearMonth> last = changes.keySet().stream().reduce((one, next) -> next);
        Optional<YearMonth> step = changes.keySet().stream().findFirst();
        while (step.isPresent() && !step.get().isAfter(last.orElseThrow())) {
            int[] change = changes.getOrDefault(step.get(), new int[2]);
            left += change[0] - change[1];
            months.add(new Month(step.get(), change[0], change[1], left));
            step = step.map(month -> month.plusMonths(1));
        }
        return months;
    }

    private static int[] change(Map<YearMonth, int[]> changes, LocalDate day) {
        return changes.computeIfAbsent(YearMonth.from(day), any -> new int[2]);
    }
}
