package io.zhibu.tally;

import io.zhibu.tally.Crosstab.Head;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The latest years as columns of a table, and all before them as one.
 *
 * @param first of the years that have a column of their own
 * @param earlier whether anything is older than that
 */
record RecentYears(int first, int last, boolean earlier) {
    private static final String EARLIER = "earlier";

    /**
     * @param years of everything that is counted
     * @param today the year that is there in any case
     * @param most columns of their own
     */
    static RecentYears of(Collection<Integer> years, int today, int most) {
        int last = years.stream().mapToInt(Integer::intValue).max().orElse(today);
        int oldest = years.stream().mapToInt(Integer::intValue).min().orElse(today);
        int end = Math.max(last, today);
        int first = Math.max(Math.min(oldest, today), end - most + 1);
        return new RecentYears(first, end, oldest < first);
    }

    List<Head> columns() {
        List<Head> columns = new ArrayList<>();
        if (earlier) {
            columns.add(new Head(EARLIER, "更早"));
        }
        for (int year = first; year <= last; year++) {
            columns.add(new Head(Integer.toString(year), Integer.toString(year)));
        }
        return columns;
    }

    String column(int year) {
        return year < first ? EARLIER : Integer.toString(year);
    }
}
