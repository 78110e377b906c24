package io.zhibu.solr;

import io.zhibu.search.Answer;
import io.zhibu.search.Ranking;
import io.zhibu.search.Search;
import io.zhibu.search.Sought;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Has the engine rank what a site's own search looks for, to see whether both find the same. */
public final class Asking implements Ranking {
    /** As many as are held against exact wording. */
    private static final int ROWS = 50;
    /** As many are looked at. */
    private static final int PLACES = 3;

    private final Solr solr;
    private final String collection;
    private final String site;
    private final Map<String, Integer> numbers = new HashMap<>();

    public Asking(Solr solr, String collection, String site, Search search) {
        this.solr = solr;
        this.collection = collection;
        this.site = site;
        AtomicInteger next = new AtomicInteger();
        search.ids().forEach(id -> numbers.put(Documents.key(site, id), next.getAndIncrement()));
    }

    @Override
    public Ranked ranked(Sought sought) throws IOException {
        Clauses clauses = Clauses.of(sought);
        if (clauses.any().isEmpty()) {
            return new Ranked(List.of(), 0, true);
        }
        Map<String, String> values = new LinkedHashMap<>();
        values.put("q", clauses.any());
        values.put("full", clauses.full());
        values.put("titled", clauses.titled());
        values.put("not", clauses.not());
        values.values().removeIf(String::isEmpty);
        values.put("site", site);
        values.put("rows", Integer.toString(ROWS));
        Reply reply = solr.post("/" + collection + "/zhibu", values);
        List<Found> found = new ArrayList<>(found(reply));
        // The engine leaves out a count of none.
        int strict = reply.at("facet_counts", "facet_queries", "strict")
                .map(count -> Integer.parseInt(count.text()))
                .orElse(0);
        boolean whole = response(reply).found() <= ROWS;
        if (!whole && !clauses.titled().isEmpty()) {
            // A place that is called exactly so is told beside the hits, however many stand before it.
            values.put("place", "true");
            values.put("rows", Integer.toString(PLACES));
            found(solr.post("/" + collection + "/zhibu", values)).stream()
                    .filter(place -> place.tier() == Answer.Tier.TITLE && !found.contains(place))
                    .toList()
                    .forEach(found::add);
        }
        return new Ranked(found, strict, whole);
    }

    private static Reply response(Reply reply) throws Fault {
        return reply.at("response").orElseThrow(() -> new Fault("Solr 的答复里少了东西", "看集合的设置有没有被人改过"));
    }

    private List<Found> found(Reply reply) throws Fault {
        List<Found> found = new ArrayList<>();
        for (Reply one : response(reply).all()) {
            Integer number = numbers.get(one.text("id"));
            if (number == null) {
                throw new Fault("Solr 里的“" + one.text("id") + "”这里没有", "先推送一次，再核对");
            }
            Answer.Tier tier =
                    isSet(one, "titled") ? Answer.Tier.TITLE : isSet(one, "full") ? Answer.Tier.ALL : Answer.Tier.SOME;
            found.add(new Found(number, tier, Float.parseFloat(one.text("score"))));
        }
        return found;
    }

    private static boolean isSet(Reply document, String name) {
        return Float.parseFloat(document.text(name)) > 0;
    }
}
