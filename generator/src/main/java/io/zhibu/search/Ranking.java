package io.zhibu.search;

import java.io.IOException;
import java.util.List;

/** Puts what a site has in the order in which it answers what is sought: Lucene in this process does, and so may an engine elsewhere. */
public interface Ranking {
    /** Full ones first; of these and of the others true ones before made-up ones, then pages before places. */
    Ranked ranked(Sought sought) throws IOException;

    /**
     * What was found.
     *
     * @param doc its number in the index
     */
    record Found(int doc, Answer.Tier tier, float score) {}

    /**
     * What was found, best first.
     *
     * @param strict how many there are that have every word, listed or not
     * @param whole whether all are listed
     */
    record Ranked(List<Found> found, int strict, boolean whole) {
        public Ranked {
            found = List.copyOf(found);
        }

        /** Whether a name has every word. */
        boolean isNamed() {
            return found.stream().anyMatch(one -> one.tier() == Answer.Tier.TITLE);
        }
    }
}
