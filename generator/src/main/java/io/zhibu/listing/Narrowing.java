package io.zhibu.listing;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Choice;
import io.zhibu.catalogue.Choices;
import io.zhibu.page.Page;
import io.zhibu.site.Sites;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Beside a long list: by what it can be narrowed down, how much is left then, and the search that shows it. */
final class Narrowing {
    private static final int WORTH_IT = 10;
    private static final int SHOWN = 8;
    /** Tags are too many to stand beside a list. */
    private static final List<String> GROUPS =
            List.of("type", "problem", "scene", "mechanism", "unit-kind", "org-level", "unit", "year", "honour");

    private final Choices choices;
    /** An entry stands in a dozen lists. */
    private final Map<Address, List<Choice>> known = new ConcurrentHashMap<>();

    private final Map<Choice, Choice> one = new ConcurrentHashMap<>();

    Narrowing(Choices choices) {
        this.choices = choices;
    }

    private static final class Tally {
        private final Choice choice;
        private int count;
        private int samples;

        Tally(Choice choice) {
            this.choice = choice;
        }
    }

    /**
     * Groups of at least two choices that part the list.
     *
     * @param list what all its entries have in common
     */
    List<Map<String, Object>> of(List<Page> pages, Choice list) {
        if (pages.size() <= WORTH_IT) {
            return List.of();
        }
        Map<Choice, Tally> tallies = tallies(pages);
        List<Map<String, Object>> groups = new ArrayList<>();
        for (String group : GROUPS) {
            List<Tally> parting = tallies.values().stream()
                    .filter(tally -> tally.choice.group().equals(group))
                    .filter(tally -> tally.count + tally.samples < pages.size())
                    .sorted(order(group))
                    .toList();
            if (!group.equals(list.group()) && parting.size() > 1) {
                groups.add(Map.of(
                        "label",
                        Choices.GROUPS.get(group),
                        "choices",
                        parting.stream()
                                .limit(SHOWN)
                                .map(tally -> model(tally, list))
                                .toList()));
            }
        }
        return groups;
    }

    private Map<Choice, Tally> tallies(List<Page> pages) {
        Map<Choice, Tally> tallies = new LinkedHashMap<>();
        for (Page page : pages) {
            for (Choice choice : known.computeIfAbsent(page.address(), any -> parting(page))) {
                Tally tally = tallies.computeIfAbsent(choice, Tally::new);
                tally.count += page.sample() ? 0 : 1;
                tally.samples += page.sample() ? 1 : 0;
            }
        }
        return tallies;
    }

    private List<Choice> parting(Page page) {
        return choices.of(page).stream()
                .filter(choice -> GROUPS.contains(choice.group()))
                .map(choice -> one.computeIfAbsent(choice, any -> choice))
                .toList();
    }

    private static Comparator<Tally> order(String group) {
        Comparator<Tally> byKey = Comparator.comparing(tally -> tally.choice.key());
        return group.equals("year")
                ? byKey.reversed()
                : Comparator.<Tally>comparingInt(tally -> -tally.count)
                        .thenComparing(tally -> -tally.samples)
                        .thenComparing(byKey);
    }

    private static Map<String, Object> model(Tally tally, Choice list) {
        return Map.of(
                "label",
                tally.choice.label(),
                "count",
                tally.count,
                "samples",
                tally.samples,
                "uri",
                search(list, tally.choice));
    }

    /** Link to the search page where both are chosen. */
    static String search(Choice one, Choice other) {
        return Sites.SEARCH.link() + "?" + asked(one) + "&" + asked(other);
    }

    private static String asked(Choice choice) {
        return choice.group() + "=" + URLEncoder.encode(choice.key(), StandardCharsets.UTF_8);
    }
}
