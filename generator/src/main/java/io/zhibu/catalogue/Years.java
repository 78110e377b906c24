package io.zhibu.catalogue;

import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Value;
import java.util.LinkedHashSet;
import java.util.Set;

/** The years that an entry is about. */
public final class Years {
    /** What readers see of an entry that has none. */
    public static final String NONE = "年份未载";

    private Years() {}

    /**
     * In the order in which the entry names them. That of its publication where it says nothing; none where it says that nobody recorded
     * the year: that of its source is another thing's.
     */
    public static Set<Integer> of(Page page) {
        Set<Integer> years = new LinkedHashSet<>();
        page.fields()
                .each("years", Value.Number.class)
                .forEach(year -> years.add(year.number().intValue()));
        if (years.isEmpty() && !(page.fields().get("years").orElse(null) instanceof Value.Unrecorded)) {
            page.fields().date("published").map(PartialDate::year).ifPresent(years::add);
        }
        return years;
    }
}
