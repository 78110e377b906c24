package io.zhibu.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;

/** Ranks by Lucene's scores: having every word is worth more than all words together can count, and having them in the title as much again. */
final class LuceneRanking implements Ranking {
    private static final int MOST_CLAUSES = 1 << 16;

    private final Index index;
    private PageSearcher searcher;

    LuceneRanking(Index index) {
        this.index = index;
    }

    /** Made for the first question. */
    private synchronized PageSearcher searcher() throws IOException {
        if (searcher == null) {
            searcher = opened();
        }
        return searcher;
    }

    private PageSearcher opened() throws IOException {
        // Words with several readings multiply; what is asked is bounded where it is read.
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
        PageSearcher searcher = new PageSearcher(index);
        searcher.setSimilarity(new BM25Similarity());
        searcher.setQueryCache(null);
        return searcher;
    }

    @Override
    public Ranked ranked(Sought sought) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        double sum = 0;
        for (Map.Entry<Term, Float> one : sought.weights().entrySet()) {
            Family family = one.getKey().family();
            sum += scored(query, family.first(), one.getKey().text(), 2 * one.getValue());
            sum += scored(query, family.second(), one.getKey().text(), one.getValue());
        }
        if (sum == 0) {
            return new Ranked(List.of(), 0, true);
        }
        double bonus = 1;
        while (bonus < sum) {
            bonus *= 2;
        }
        if (!sought.groups().isEmpty()) {
            query.add(new BoostQuery(new ConstantScoreQuery(all(sought.groups(), false)), (float) bonus), Occur.SHOULD);
            query.add(new BoostQuery(new ConstantScoreQuery(all(sought.groups(), true)), (float) bonus), Occur.SHOULD);
        }
        for (List<List<List<Term>>> groups : sought.excluded()) {
            query.add(all(groups, false), Occur.MUST_NOT);
        }
        ScoreDoc[] docs = searcher()
                .search(
                        query.build(),
                        new TopScoreDocCollectorManager(
                                Math.max(1, index.entries().size()), null, Integer.MAX_VALUE))
                .scoreDocs;
        double least = bonus;
        Arrays.sort(
                docs,
                Comparator.<ScoreDoc, Boolean>comparing(doc -> doc.score < least)
                        .thenComparing(doc -> index.entries().get(doc.doc).sample())
                        .thenComparing(doc -> index.entries().get(doc.doc).kind() == Entry.Kind.PLACE));
        List<Found> found = new ArrayList<>(docs.length);
        int strict = 0;
        for (ScoreDoc doc : docs) {
            Answer.Tier tier = doc.score >= 2 * least
                    ? Answer.Tier.TITLE
                    : doc.score >= least ? Answer.Tier.ALL : Answer.Tier.SOME;
            strict += tier == Answer.Tier.SOME ? 0 : 1;
            found.add(new Found(doc.doc, tier, doc.score));
        }
        return new Ranked(found, strict, true);
    }

    /** Adds the clause and tells the most that it can score. */
    private float scored(BooleanQuery.Builder query, String field, String text, float boost) throws IOException {
        org.apache.lucene.index.Term term = new org.apache.lucene.index.Term(field, text);
        PageSearcher.Word word = searcher().word(term);
        int with = word.pages();
        CollectionStatistics all = searcher().collectionStatistics(field);
        if (with == 0 || all == null) {
            return 0;
        }
        query.add(new BoostQuery(word.query(), boost), Occur.SHOULD);
        return boost * (float) Math.log(1 + (all.docCount() - with + 0.5D) / (with + 0.5D));
    }

    private Query all(List<List<List<Term>>> groups, boolean title) throws IOException {
        return every(groups, title, term -> searcher().word(term).query());
    }

    /** @param title whether in titles alone */
    static Query every(List<List<List<Term>>> groups, boolean title) throws IOException {
        return every(groups, title, TermQuery::new);
    }

    /** Makes the query for one word. */
    private interface Asking {
        Query of(org.apache.lucene.index.Term term) throws IOException;
    }

    private static Query every(List<List<List<Term>>> groups, boolean title, Asking asking) throws IOException {
        BooleanQuery.Builder every = new BooleanQuery.Builder();
        for (List<List<Term>> group : groups) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            for (List<Term> terms : group) {
                BooleanQuery.Builder all = new BooleanQuery.Builder();
                for (Term term : terms) {
                    all.add(has(term, title, asking), Occur.FILTER);
                }
                any.add(all.build(), Occur.SHOULD);
            }
            every.add(any.build(), Occur.FILTER);
        }
        return every.build();
    }

    private static Query has(Term term, boolean title, Asking asking) throws IOException {
        Query first = asking.of(new org.apache.lucene.index.Term(term.family().first(), term.text()));
        if (title) {
            return first;
        }
        Query second = asking.of(new org.apache.lucene.index.Term(term.family().second(), term.text()));
        return new BooleanQuery.Builder()
                .add(first, Occur.SHOULD)
                .add(second, Occur.SHOULD)
                .build();
    }
}
