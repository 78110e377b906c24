package io.zhibu.preview;

import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Status;
import io.zhibu.page.Value;
import java.time.LocalDate;
import java.util.Optional;

/** How an entry stands with its readers, in the words of the bar. */
final class Standing {
    private Standing() {}

    /** The status as the vocabulary calls it, or what has come of it since. */
    static String status(Page page, LocalDate today) {
        if (isExpired(page, today)) {
            return "已过期";
        }
        if (page.heading().status() == Status.SCHEDULED) {
            return page.fields()
                    .date("published")
                    .map(day -> "定时发布（" + day + "）")
                    .orElse("定时发布");
        }
        return page.fields()
                .first("status", Value.Term.class)
                .map(Value.Term::label)
                .orElse(page.heading().status() == Status.PUBLISHED ? "已发布" : "草稿");
    }

    /** What sets it apart from what readers see; empty if nothing does. */
    static String mark(Page page, LocalDate today) {
        return switch (page.heading().status()) {
            case DRAFT -> "草稿";
            case IN_REVIEW -> "审核中";
            case SCHEDULED -> "定时";
            case ARCHIVED -> "归档";
            case PUBLISHED -> isExpired(page, today) ? "已过期" : page.sample() ? "示例" : page.restriction();
        };
    }

    private static boolean isExpired(Page page, LocalDate today) {
        Optional<LocalDate> last = page.fields().date("expires").flatMap(PartialDate::exact);
        return page.heading().status() == Status.PUBLISHED
                && last.filter(day -> !day.isAfter(today)).isPresent();
    }
}
