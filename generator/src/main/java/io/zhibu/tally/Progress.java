package io.zhibu.tally;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How far the entries of a unit are.
 *
 * @param unit key of the unit that is responsible; the units below it count for themselves
 * @param waiting branches whose method nobody has begun to write
 * @param counts entries at each stage, none where a stage has none
 * @param due published entries that are to be looked at again
 */
public record Progress(String unit, List<Page> waiting, Map<Stage, Integer> counts, int due) {
    public Progress {
        waiting = List.copyOf(waiting);
        counts = Map.copyOf(counts);
    }

    /** From first words to what readers see. */
    public enum Stage {
        DRAFT("draft", "草稿"),
        FIRST("first-review", "初审"),
        SECOND("second-review", "复审"),
        FINAL("final-review", "终审"),
        SCHEDULED("published-date", "待定时发布"),
        PUBLISHED("published", "已发布");

        private final String key;
        private final String word;

        Stage(String key, String word) {
            this.key = key;
            this.word = word;
        }

        /** As readers know it. */
        public String word() {
            return word;
        }

        /** The stage that the page is at; empty if it was put away. */
        public static Optional<Stage> of(Page page) {
            Optional<String> status =
                    page.fields().first("status", Value.Term.class).map(Value.Term::key);
            return Stream.of(values())
                    .filter(stage -> status.filter(stage.key::equals).isPresent())
                    .findFirst();
        }
    }

    public int count(Stage stage) {
        return counts.getOrDefault(stage, 0);
    }

    /** Each unit that is responsible for something, in the order of the vocabulary; shown and withheld entries of listed types. */
    public static List<Progress> all(Catalogue catalogue, boolean sample, LocalDate today) {
        List<Page> pages = everything(catalogue)
                .filter(page -> page.sample() == sample && catalogue.isListed(page))
                .toList();
        Set<String> begun = begun(pages);
        Map<String, List<Page>> byUnit = new TreeMap<>();
        pages.forEach(page -> page.fields()
                .first("unit", Value.Term.class)
                .ifPresent(unit -> byUnit.computeIfAbsent(unit.key(), any -> new ArrayList<>())
                        .add(page)));
        return catalogue.schemas().vocabulary("unit").stream()
                .flatMap(units -> units.words().stream())
                .filter(unit -> byUnit.containsKey(unit.key()))
                .map(unit -> of(unit.key(), byUnit.get(unit.key()), begun, today))
                .toList();
    }

    private static Progress of(String unit, List<Page> pages, Set<String> begun, LocalDate today) {
        Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
        pages.forEach(page -> Stage.of(page).ifPresent(stage -> counts.merge(stage, 1, Integer::sum)));
        List<Page> published = pages.stream()
                .filter(page -> Stage.of(page).filter(Stage.PUBLISHED::equals).isPresent())
                .toList();
        return new Progress(
                unit,
                published.stream()
                        .filter(page -> page.type().equals("branch") && !begun.contains(page.id()))
                        .toList(),
                counts,
                (int) published.stream()
                        .flatMap(page -> Review.of(page).stream())
                        .filter(review -> review.isOver(today))
                        .count());
    }

    /** Ids of the branches that an entry about a method names as its own. */
    private static Set<String> begun(List<Page> pages) {
        Set<String> begun = new HashSet<>();
        pages.stream()
                .filter(page -> page.type().equals("work-method"))
                .forEach(page -> page.fields()
                        .each("branch", Value.Reference.class)
                        .map(Value.Reference::id)
                        .forEach(begun::add));
        return begun;
    }

    static Stream<Page> everything(Catalogue catalogue) {
        return Stream.concat(catalogue.pages().stream(), catalogue.withheld().stream());
    }
}
