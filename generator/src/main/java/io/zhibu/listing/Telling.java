package io.zhibu.listing;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.page.Outline;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which work method the first page tells in three lines: the fullest true ones take turns, a week each. */
final class Telling {
    private static final int SECTIONS = 3;
    /** Characters of a text that says how a thing is done. */
    private static final int TEXT = 500;

    private Telling() {}

    /** Of one and the same week always the same. */
    static Optional<Page> of(Catalogue catalogue, LocalDate today) {
        List<Page> methods = catalogue.ofType("work-method").stream()
                .filter(page -> !page.sample() && catalogue.isListed(page))
                .sorted(Comparator.comparing(Page::id))
                .toList();
        int most = methods.stream().mapToInt(Telling::fullness).max().orElse(0);
        List<Page> fullest =
                methods.stream().filter(page -> fullness(page) == most).toList();
        // Weeks begin on Mondays; the first day of 1970 was a Thursday.
        long week = Math.floorDiv(today.toEpochDay() + 3, 7);
        return fullest.isEmpty()
                ? Optional.empty()
                : Optional.of(fullest.get((int) Math.floorMod(week, (long) fullest.size())));
    }

    private static int fullness(Page page) {
        long sections = Outline.of(page.body()).stream()
                .filter(heading -> heading.level() == 2)
                .count();
        return (int) Stream.of(
                        tells(page, "problem"),
                        tells(page, "gloss"),
                        tells(page, "indicators"),
                        tells(page, "citations"),
                        sections >= SECTIONS,
                        page.body().plainText().length() >= TEXT)
                .filter(told -> told)
                .count();
    }

    private static boolean tells(Page page, String field) {
        return page.fields()
                .get(field)
                .filter(value -> value instanceof Value.Many)
                .isPresent();
    }
}
