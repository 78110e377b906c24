package io.zhibu.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Answers questions from the index: first as they are ranked, then the best of them by exact wording. Made-up pages come after the true ones
 * that have as many of the words: all of them, or some. So do places after pages.
 */
final class Answering {
    private static final int RERANKED = 20;
    private static final int PHRASE_TEXTS = 50;
    /** As many are looked at: the one that is called exactly so is told beside the hits. */
    private static final int PLACES = 3;

    /** Of what answers a question for many so many are told. */
    private static final int LISTS = 2;

    /** Asked for by so few characters, many of them would do: then all else that is asked counts too. */
    private static final int SHORT = 2;

    private final Index index;
    private final Ranking ranking;
    private final Rewording rewording;
    private final String[] flat;

    Answering(Index index, Ranking ranking) {
        this.index = index;
        this.ranking = ranking;
        this.rewording = new Rewording(index);
        this.flat = new String[index.entries().size()];
    }

    /** @param literally whether no other way is tried to take what was typed */
    Answer answer(String typed, boolean literally) {
        Question question = new QueryReading(index.synonyms(), index.folding()).read(typed);
        List<String> listed =
                literally || !question.phrases().isEmpty() ? List.of() : Rewriting.listed(question.text());
        List<Message> messages = new ArrayList<>(question.messages());
        try {
            Ranking.Ranked ranked = ranked(question);
            List<String> absent = List.of();
            boolean other = !literally && question.phrases().isEmpty();
            Question numbered = other && ranked.strict() > 0 && !ranked.isNamed() ? rewording.numbered(question) : null;
            Ranking.Ranked byNumber = numbered == null ? null : ranked(numbered);
            // 5结合 is a name's 五结合 rather than a 5 and a 结合 somewhere in a text.
            if (byNumber != null && byNumber.isNamed()) {
                messages.add(Message.MATTER);
                return answer(numbered, byNumber, lists(listed), messages, absent);
            }
            if (other && ranked.strict() == 0) {
                Question matter = rewording.matter(question);
                if (matter.weights().isEmpty()) {
                    return answer(question, ranked, lists(listed), messages, absent);
                }
                ranked = ranked(matter);
                Question heard = matter;
                Ranking.Ranked byWay = null;
                for (Rewording.Way way : rewording.ways(question)) {
                    Question taken = way.making().question();
                    Ranking.Ranked its = taken == null ? null : ranked(taken);
                    if (its != null && (way.named() ? its.isNamed() : its.strict() > 0)) {
                        messages.add(way.message());
                        return answer(taken, its, lists(listed), messages, absent);
                    }
                    if (way.message() == Message.HOMOPHONES) {
                        byWay = its;
                        heard = taken;
                    }
                }
                question = matter;
                absent = Rewriting.isAsking(question.text()) ? List.of() : absent(matter);
                // What is half right by sound counts only where nothing else is right at all: in a title it counted
                // twice.
                if (ranked.found().isEmpty() && byWay != null && !byWay.found().isEmpty()) {
                    question = heard;
                    ranked = byWay;
                }
                if (ranked.found().isEmpty()) {
                    question = matter.byCharacter();
                    ranked = ranked(question);
                }
            }
            return answer(question, ranked, lists(listed), messages, absent);
        } catch (IOException elsewhere) {
            throw new UncheckedIOException("another engine failed: an index in memory doesn't", elsewhere);
        }
    }

    private Ranking.Ranked ranked(Question question) throws IOException {
        return ranking.ranked(question.sought());
    }

    /** What is asked for and stands on no page, in order; not a character alone, of which most have been seen somewhere. */
    private List<String> absent(Question asked) throws IOException {
        Set<String> absent = new LinkedHashSet<>();
        for (Question.Piece piece : asked.pieces()) {
            BitSet missing = new BitSet();
            piece.tokens().forEach(token -> missing.set(token.from(), token.to()));
            for (Tokens.Token token : piece.tokens()) {
                if (isKnown(QueryReading.word(token))) {
                    missing.clear(token.from(), token.to());
                }
            }
            for (int from = missing.nextSetBit(0); from >= 0; ) {
                int end = missing.nextClearBit(from);
                if (end - from > 1) {
                    absent.add(piece.part().substring(from, end));
                }
                from = missing.nextSetBit(end);
            }
        }
        return List.copyOf(absent);
    }

    private boolean isKnown(Term word) throws IOException {
        IndexReader reader = index.reader();
        return reader.docFreq(new org.apache.lucene.index.Term(word.family().first(), word.text())) > 0
                || reader.docFreq(new org.apache.lucene.index.Term(word.family().second(), word.text())) > 0;
    }

    private Answer answer(
            Question question, Ranking.Ranked ranked, List<Integer> lists, List<Message> messages, List<String> absent)
            throws IOException {
        List<Answer.Hit> hits = new ArrayList<>();
        boolean exact = ranked.whole();
        if (question.phrases().isEmpty()) {
            ranked.found().forEach(found -> hits.add(hit(found)));
        } else {
            ranked.found().stream()
                    .limit(Math.min(ranked.strict(), PHRASE_TEXTS))
                    .filter(found -> question.phrases().stream().allMatch(phrase -> says(found.doc(), phrase)))
                    .forEach(found -> hits.add(hit(found)));
            exact = ranked.strict() <= PHRASE_TEXTS;
        }
        List<Answer.Hit> called = new ArrayList<>(called(question, hits));
        for (int doc : lists) {
            if (called.stream().noneMatch(hit -> hit.doc() == doc)) {
                called.add(hits.stream()
                        .filter(hit -> hit.doc() == doc)
                        .findFirst()
                        .orElse(hit(new Ranking.Found(doc, unlisted(question, ranked, doc), 0))));
            }
        }
        int strict = (question.phrases().isEmpty() ? ranked.strict() : hits.size())
                - (int) called.stream()
                        .filter(hit -> hit.tier() != Answer.Tier.SOME)
                        .count();
        hits.removeAll(called);
        if (!exact && !question.phrases().isEmpty()) {
            messages.add(Message.PHRASE_STOPPED);
        } else if (!question.phrases().isEmpty() && hits.isEmpty()) {
            messages.add(Message.LITERAL);
        }
        if (strict == 0 && !hits.isEmpty()) {
            messages.add(question.parts().isEmpty() ? Message.CHARACTERS : Message.SOME);
        }
        int samples = (int) hits.stream().filter(Answer.Hit::sample).count();
        return new Answer(
                reranked(question, hits),
                hits.size(),
                exact,
                strict,
                samples,
                called,
                messages,
                Marks.words(question),
                absent);
    }

    /** Of what may have been found and not been told: whoever ranks has counted it among those that have every word. */
    private Answer.Tier unlisted(Question question, Ranking.Ranked ranked, int doc) throws IOException {
        List<List<List<Term>>> groups = question.sought().groups();
        boolean full = !ranked.whole()
                && !groups.isEmpty()
                && matching(LuceneRanking.every(groups, false)).anyMatch(found -> found == doc);
        return full ? Answer.Tier.ALL : Answer.Tier.SOME;
    }

    private Answer.Hit hit(Ranking.Found found) {
        Entry entry = index.entries().get(found.doc());
        return new Answer.Hit(
                found.doc(),
                entry.id(),
                entry.title(),
                entry.uri(),
                entry.type(),
                entry.kind() == Entry.Kind.PLACE,
                entry.sample(),
                found.score(),
                found.tier(),
                1,
                Answer.Wording.NONE);
    }

    private List<Answer.Hit> reranked(Question question, List<Answer.Hit> hits) {
        List<Answer.Hit> first = new ArrayList<>();
        for (Answer.Hit hit : hits.subList(0, Math.min(RERANKED, hits.size()))) {
            boolean full = hit.tier() != Answer.Tier.SOME;
            boolean titled = hit.tier() == Answer.Tier.TITLE && !hit.place() && titled(question, hit);
            first.add(full ? hit.worded(titled ? Answer.Wording.TITLE : Answer.Wording.NONE) : hit);
        }
        boolean named = first.stream().anyMatch(hit -> hit.wording() == Answer.Wording.TITLE);
        long full = first.stream().filter(Answering::isHeldAgainst).count();
        // A text can change the order of two pages and no fewer, and who finds a title has found it: a browser needn't
        // fetch texts then.
        if (!question.joined().isEmpty() && !named && full > 1) {
            first.replaceAll(hit ->
                    isHeldAgainst(hit) && question.joined().stream().allMatch(part -> says(hit.doc(), part))
                            ? hit.worded(Answer.Wording.TEXT)
                            : hit);
        }
        first.sort(Comparator.<Answer.Hit>comparingInt(hit -> place(hit.tier() != Answer.Tier.SOME, hit.sample()))
                .thenComparing(Answer.Hit::wording));
        List<Answer.Hit> all = new ArrayList<>(first);
        all.addAll(hits.subList(first.size(), hits.size()));
        return all;
    }

    private static int place(boolean every, boolean sample) {
        return (every ? 0 : 2) + (sample ? 1 : 0);
    }

    /** Whether its text may change where it stands. */
    private static boolean isHeldAgainst(Answer.Hit hit) {
        return hit.stage() == 2 && !hit.place();
    }

    private boolean titled(Question question, Answer.Hit hit) {
        String title = plain(hit.title());
        return question.parts().stream().allMatch(title::contains);
    }

    /** A few of the best places with all words in their names are looked at. */
    private List<Answer.Hit> called(Question question, List<Answer.Hit> hits) {
        String asked = unspaced(String.join("", question.parts()));
        return hits.stream()
                .filter(hit -> hit.place() && hit.tier() == Answer.Tier.TITLE)
                .limit(PLACES)
                .filter(hit -> index.entries().get(hit.doc()).called().stream()
                        .anyMatch(name -> unspaced(plain(name)).equals(asked)))
                .toList();
    }

    /** Lists and boards that say half of what is asked for at least: first those that say most of what few of them say. */
    private List<Integer> lists(List<String> listed) throws IOException {
        if (listed.isEmpty()) {
            return List.of();
        }
        Map<Integer, Double> worth = new HashMap<>();
        Map<Integer, Integer> said = new HashMap<>();
        Question all = rewording.apart(String.join(" ", listed));
        for (Question.Group group : all.groups()) {
            List<Integer> having = lists(group);
            having.forEach(doc -> worth.merge(doc, 1.0 / having.size(), Double::sum));
        }
        String last = listed.get(listed.size() - 1);
        List<Question.Group> tested = (last.length() > SHORT ? rewording.apart(last) : all).groups();
        for (Question.Group group : tested) {
            lists(group).forEach(doc -> said.merge(doc, 1, Integer::sum));
        }
        return worth.keySet().stream()
                .filter(doc -> 2 * said.getOrDefault(doc, 0) >= tested.size())
                .sorted(Comparator.<Integer>comparingDouble(doc -> -worth.get(doc))
                        .thenComparing(doc -> doc))
                .limit(LISTS)
                .toList();
    }

    private List<Integer> lists(Question.Group group) throws IOException {
        org.apache.lucene.index.Term kind =
                new org.apache.lucene.index.Term(Family.WORDS.first(), io.zhibu.catalogue.Place.INDEX);
        Query query = new BooleanQuery.Builder()
                .add(new TermQuery(kind), Occur.FILTER)
                .add(LuceneRanking.every(List.of(group.alternatives()), false), Occur.FILTER)
                .build();
        return matching(query)
                .filter(doc -> index.entries().get(doc).kind() == Entry.Kind.PLACE)
                .toList();
    }

    private Stream<Integer> matching(Query query) throws IOException {
        return Arrays.stream(new IndexSearcher(index.reader())
                        .search(query, Math.max(1, index.entries().size()))
                        .scoreDocs)
                .map(doc -> doc.doc);
    }

    private static String unspaced(String text) {
        return text.replace(" ", "");
    }

    private String plain(String text) {
        return Tokens.flat(index.folding().fold(text));
    }

    private boolean says(int doc, String wording) {
        if (flat[doc] == null) {
            Entry entry = index.entries().get(doc);
            flat[doc] = plain(entry.title() + "\n" + entry.summary() + "\n" + entry.text());
        }
        return flat[doc].contains(wording);
    }
}
