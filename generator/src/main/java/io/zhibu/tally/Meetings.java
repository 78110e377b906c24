package io.zhibu.tally;

import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The monthly days of the Party that branches held in one year.
 *
 * @param lines a branch each, as the catalogue has them
 */
public record Meetings(int year, List<Line> lines) {
    /** Key of the form in the vocabularies of activities and of studies. */
    static final String FORM = "zhuti-dangri";

    public Meetings {
        lines = List.copyOf(lines);
    }

    /**
     * @param branch id of the branch
     * @param months twelve lists; empty where nothing was held that an entry tells of
     * @param undated entries that give a year and no month
     */
    public record Line(String branch, List<List<Page>> months, List<Page> undated) {
        /** Months in which there was at least one. */
        public long held() {
            return months.stream().filter(month -> !month.isEmpty()).count();
        }
    }

    /** Of those of these pages that tell of such a day, the latest year first, branches by id. */
    public static List<Meetings> all(List<Page> pages) {
        Map<Integer, Map<String, Map<Integer, List<Page>>>> held = new TreeMap<>(Comparator.reverseOrder());
        pages.stream()
                .filter(Meetings::isOne)
                .forEach(page -> page.fields()
                        .date("date")
                        .ifPresent(date -> branches(page)
                                .forEach(branch -> held.computeIfAbsent(date.year(), any -> new TreeMap<>())
                                        .computeIfAbsent(branch, any -> new LinkedHashMap<>())
                                        .computeIfAbsent(date.month(), any -> new ArrayList<>())
                                        .add(page))));
        List<Meetings> years = new ArrayList<>();
        held.forEach((year, branches) -> {
            List<Line> lines = new ArrayList<>();
            branches.forEach((branch, months) -> lines.add(line(branch, months)));
            years.add(new Meetings(year, lines));
        });
        return years;
    }

    private static Line line(String branch, Map<Integer, List<Page>> months) {
        List<List<Page>> twelve = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            List<Page> held = new ArrayList<>(months.getOrDefault(month, List.of()));
            held.sort(Comparator.<Page, PartialDate>comparing(
                            page -> page.fields().date("date").orElseThrow())
                    .thenComparing(Page::address));
            twelve.add(Collections.unmodifiableList(held));
        }
        return new Line(branch, List.copyOf(twelve), List.copyOf(months.getOrDefault(0, List.of())));
    }

    /** Whether the page tells of such a day. */
    static boolean isOne(Page page) {
        return page.fields()
                .first("form", Value.Term.class)
                .filter(form -> form.key().equals(FORM))
                .isPresent();
    }

    private static Stream<String> branches(Page page) {
        return Stream.of("branches", "branch")
                .flatMap(field -> page.fields().each(field, Value.Reference.class))
                .map(Value.Reference::id)
                .distinct();
    }
}
