package io.zhibu.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;

/**
 * Lucene's searcher for whom places aren't there when it counts how common a word is and how long pages are: a site has more places than
 * entries, and their few words would make every word of a page seem rare and every page seem long.
 */
final class PageSearcher extends IndexSearcher {
    private final Index index;
    private final Map<String, CollectionStatistics> byField = new HashMap<>();
    private final Map<String, Boolean> withPlaces = new HashMap<>();
    /** Of words that the index has: to look one up costs more than all else that is done with it. */
    private final Map<Term, Word> words = new ConcurrentHashMap<>();

    PageSearcher(Index index) throws IOException {
        super(index.reader());
        this.index = index;
        for (Family family : Family.values()) {
            count(family, true);
            count(family, false);
        }
    }

    private void count(Family family, boolean first) throws IOException {
        String field = first ? family.first() : family.second();
        CollectionStatistics all = super.collectionStatistics(field);
        Measure.Extent places = index.parts().places(family, first);
        withPlaces.put(field, places.pages() > 0);
        if (all == null || places.pages() == 0 || places.pages() == all.docCount()) {
            byField.put(field, all);
            return;
        }
        long words = all.sumTotalTermFreq() - places.words();
        long pages = all.docCount() - places.pages();
        byField.put(
                field, new CollectionStatistics(field, all.maxDoc(), pages, words, Math.min(words, all.sumDocFreq())));
    }

    /** Of the pages that have the field; of the places if no page has it. Null if nothing has it. */
    @Override
    public CollectionStatistics collectionStatistics(String field) {
        return byField.get(field);
    }

    @Override
    public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) throws IOException {
        int pages = word(term).pages();
        return new TermStatistics(term.bytes(), pages, pages);
    }

    /**
     * What was looked up once.
     *
     * @param query for it, which knows where it is
     * @param pages how many have the word; 1 if places alone have it, 0 if nothing has
     */
    record Word(TermQuery query, int pages) {}

    Word word(Term term) throws IOException {
        Word known = words.get(term);
        if (known != null) {
            return known;
        }
        TermStates states = TermStates.build(this, term, true);
        Word word = new Word(new TermQuery(term, states), pagesWith(term, states.docFreq()));
        if (states.docFreq() > 0) {
            words.put(term, word);
        }
        return word;
    }

    private int pagesWith(Term term, int all) throws IOException {
        int places = 0;
        if (all > 0 && withPlaces.get(term.field())) {
            for (LeafReaderContext leaf : index.reader().leaves()) {
                PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
                places += postings == null ? 0 : placesAmong(postings, leaf.docBase);
            }
        }
        return all == 0 ? 0 : Math.max(1, all - places);
    }

    /** @param from the number of the first page that they may tell */
    private int placesAmong(PostingsEnum postings, int from) throws IOException {
        int count = 0;
        int doc = postings.advance(Math.max(0, index.from(false, Entry.Kind.PLACE) - from));
        int samples = index.from(true, Entry.Kind.ENTRY) - from;
        for (; doc < samples; doc = postings.nextDoc()) {
            count++;
        }
        int made = index.from(true, Entry.Kind.PLACE) - from;
        for (doc = doc < made ? postings.advance(made) : doc;
                doc != PostingsEnum.NO_MORE_DOCS;
                doc = postings.nextDoc()) {
            count++;
        }
        return count;
    }
}
