package io.zhibu.feed;

import io.zhibu.address.Address;
import io.zhibu.config.Settings;
import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How feeds name entries and when those were published and changed: from the entries' own dates, never from the clock. Entries of one day
 * have one time, since no hour of theirs is known; the order in the feed tells which is the newer.
 */
final class FeedTimes {
    private final Settings settings;

    FeedTimes(Settings settings) {
        this.settings = settings;
    }

    String id(Address address) {
        return settings.host()
                .map(host -> host + "/" + address.link())
                .orElse("tag:zhibu.invalid,2026:" + address.link());
    }

    Optional<String> published(Page page) {
        return day(page, "published").map(this::instant);
    }

    /** The day of the last change, or else that of publication. */
    Optional<String> updated(Page page) {
        return day(page, "updated").or(() -> day(page, "published")).map(this::instant);
    }

    private static Optional<LocalDate> day(Page page, String field) {
        return page.fields().date(field).flatMap(PartialDate::exact);
    }

    private String instant(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atStartOfDay(settings.zone()));
    }
}
