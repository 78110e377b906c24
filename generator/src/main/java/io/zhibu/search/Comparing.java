package io.zhibu.search;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Likeness;
import io.zhibu.page.Page;
import io.zhibu.parallel.Parallel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which pages are alike, as Lucene's MoreLikeThis would tell it: by the words that tell each from the others. Not asked of the index,
 * which knows only what is shown and is costly to make for a check or a site without a search.
 */
public final class Comparing {
    private static final int MOST = 12;
    /** Above it, editors had named three in four of what was found as related themselves; below, less than half. */
    private static final float LEAST = 0.06F;

    private final List<Page> pages;
    private final List<Counted> texts;
    private final Rarity rarity;
    private final Postings postings;
    private final Parallel parallel;

    public Comparing(Catalogue catalogue, Parallel parallel) {
        this.parallel = parallel;
        this.pages = Stream.concat(catalogue.pages().stream(), catalogue.withheld().stream())
                .filter(catalogue::isListed)
                .sorted(Comparator.comparing(Page::address)
                        .thenComparing(page -> page.where().file()))
                .toList();
        this.texts = parallel.map(pages, () -> page -> Counted.of(Gathering.all(page)));
        this.rarity = new Rarity(texts);
        this.postings = new Postings(parallel.map(texts, () -> text -> Telling.of(text, rarity)));
    }

    public Likeness likeness() {
        List<Integer> places = IntStream.range(0, pages.size()).boxed().toList();
        List<List<Likeness.Match>> matches = parallel.map(places, () -> {
            float[] scores = new float[pages.size()];
            return place -> matches(place, scores);
        });
        Map<String, List<Likeness.Match>> byId = new HashMap<>();
        places.forEach(place -> byId.put(pages.get(place).id(), matches.get(place)));
        return new Likeness(byId);
    }

    /** @param scores of all pages, 0 before and after */
    private List<Likeness.Match> matches(int page, float[] scores) {
        Greatest greatest = new Greatest(MOST);
        int[] met = postings.met(page, scores);
        for (int other : met) {
            if (other != page && scores[other] >= LEAST) {
                greatest.add(other, scores[other]);
            }
        }
        List<Likeness.Match> matches = new ArrayList<>();
        for (int other : greatest.places()) {
            matches.add(match(page, other, scores));
        }
        for (int other : met) {
            scores[other] = 0;
        }
        return matches;
    }

    private Likeness.Match match(int page, int other, float[] scores) {
        float shared = scores[other] < scores[page] / 2 ? 0 : texts.get(page).shared(texts.get(other), rarity);
        return new Likeness.Match(pages.get(other), scores[other], shared);
    }
}
