package io.zhibu.tally;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Schema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far the three reviews of one type of entries are.
 *
 * @param under entries that are under review, at each of the three
 * @param complete published entries whose three reviews are recorded
 * @param part published entries of which one or two are recorded
 * @param none published entries of which nothing is recorded
 */
public record Reviewing(
        Schema type, Map<Progress.Stage, Integer> under, List<Page> complete, List<Page> part, List<Page> none) {
    private static final int REVIEWS = 3;

    public Reviewing {
        under = Map.copyOf(under);
        complete = List.copyOf(complete);
        part = List.copyOf(part);
        none = List.copyOf(none);
    }

    /** Each listed type that has entries, in the order of the schemas. */
    public static List<Reviewing> all(Catalogue catalogue, boolean sample) {
        return catalogue.schemas().types().stream()
                .filter(Schema::listed)
                .map(type -> of(
                        type,
                        Progress.everything(catalogue)
                                .filter(page -> page.type().equals(type.key()) && page.sample() == sample)
                                .toList()))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static Reviewing of(Schema type, List<Page> pages) {
        Map<Progress.Stage, Integer> under = new EnumMap<>(Progress.Stage.class);
        List<Page> complete = new ArrayList<>();
        List<Page> part = new ArrayList<>();
        List<Page> none = new ArrayList<>();
        for (Page page : pages) {
            Progress.Stage.of(page).ifPresent(stage -> {
                under.merge(stage, 1, Integer::sum);
                if (stage == Progress.Stage.PUBLISHED) {
                    int recorded = recorded(page);
                    (recorded == 0 ? none : recorded < REVIEWS ? part : complete).add(page);
                }
            });
        }
        return new Reviewing(type, under, complete, part, none);
    }

    private static int recorded(Page page) {
        Set<String> stages = new HashSet<>();
        page.fields()
                .each("reviews", Value.Record.class)
                .forEach(review -> review.fields().text("stage").ifPresent(stages::add));
        return stages.size();
    }

    public int under(Progress.Stage stage) {
        return under.getOrDefault(stage, 0);
    }

    private boolean isEmpty() {
        return under.isEmpty();
    }
}
