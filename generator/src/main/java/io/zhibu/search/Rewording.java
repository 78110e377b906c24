package io.zhibu.search;

import io.zhibu.hanzi.Folding;
import io.zhibu.hanzi.Polyphones;
import io.zhibu.hanzi.Syllables;
import io.zhibu.search.Question.Group;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Other ways to take a question of which no page has everything, the most trusted first. Which words a page must have is all that they
 * change, so that Lucene and the browser's client rank them as they rank any question. The client has the same.
 */
final class Rewording {
    private static final int MOST_BEGUN = 64;
    private static final int MOST_NEAR = 4096;
    private static final int FEWEST_LETTERS = 3;
    /** Letters of a last syllable that is begun: with one more it's a whole one, or soon will be. */
    private static final int MOST_OPEN = 3;
    /** More would be fetched in many pieces. */
    private static final int MOST_ENDED = 32;

    private static final int FEWEST_CHARACTERS = 2;
    private static final int FEWEST_ALL = 3;
    private static final int FEWEST_BUT_ONE = 4;
    /** Of so many characters a name that has all but one is more likely meant than a text that has all, here and there. */
    private static final int FEWEST_NAMED_BUT_ONE = 6;

    private static final int MOST_CHARACTERS = 12;
    private static final int MOST_JOINING = 10;

    private final Synonyms synonyms;
    private final Folding folding;
    private final Polyphones polyphones;
    private final Vocabulary vocabulary;
    private final Syllables syllables = new Syllables();

    Rewording(Index index) {
        this.synonyms = index.synonyms();
        this.folding = index.folding();
        this.polyphones = index.polyphones();
        this.vocabulary = new Vocabulary(index);
    }

    /**
     * A way to take a question, and what to say if a page has everything of it.
     *
     * @param named whether a name must have everything
     */
    record Way(Message message, Making making, boolean named) {
        Way(Message message, Making making) {
            this(message, making, false);
        }
    }

    /** Makes the question, or null if the way leads to no other one. */
    interface Making {
        Question question() throws IOException;
    }

    /** Without what only says that it is a question: what to rank by if no way leads to a page. */
    Question matter(Question asked) {
        String matter = Rewriting.matter(asked.text());
        return matter.equals(asked.text()) ? asked : read(matter);
    }

    /** With its numbers in Han characters; null if it has none that stands before one. */
    Question numbered(Question asked) {
        String text = Rewriting.numerals(asked.text());
        return text.equals(asked.text()) ? null : read(text);
    }

    /** What asks for every character, each beside one of its neighbours. */
    Question apart(String text) {
        return apart(read(text));
    }

    private Question read(String text) {
        return new QueryReading(synonyms, folding).read(text);
    }

    List<Way> ways(Question asked) {
        List<Way> ways = new ArrayList<>();
        // Before words that stand apart somewhere in texts: what has all characters in its name is more likely meant.
        ways.add(new Way(Message.NEARLY, () -> nearly(asked, FEWEST_ALL, false)));
        Question matter = matter(asked);
        // A name that sounds so throughout is more likely meant than a text that has the characters here and there. It
        // may
        // itself be a question.
        ways.add(new Way(Message.HOMOPHONES, () -> heard(asked, FEWEST_BUT_ONE), true));
        ways.add(new Way(Message.NEARLY, () -> nearly(asked, FEWEST_NAMED_BUT_ONE, true), true));
        // The words of asking, apart in some text, say nothing of what is asked.
        boolean asking = !matter.text().equals(asked.text());
        if (!asking) {
            ways.addAll(apartIn(asked));
        }
        String run = Rewriting.run(asked.text());
        if (!run.isEmpty()) {
            ways.add(new Way(Message.SPELT, () -> spelt(read(run), this::whole)));
            ways.add(new Way(Message.OPENED, () -> spelt(read(run), letters -> joins(syllables.open(letters)))));
        }
        for (String text : Rewriting.of(asked.text())) {
            Question other = read(text);
            ways.add(new Way(Message.MATTER, () -> other.reworded(other.groups(), other.weights())));
            ways.addAll(apartIn(other));
        }
        if (asking) {
            ways.add(new Way(Message.HOMOPHONES, () -> heard(matter, FEWEST_BUT_ONE), true));
            ways.addAll(apartIn(asked));
        }
        ways.add(new Way(Message.SPELT, () -> spelt(matter, this::whole)));
        ways.add(new Way(Message.OPENED, () -> spelt(matter, letters -> joins(syllables.open(letters)))));
        // What stands so on a page comes before what only sounds like it.
        ways.add(new Way(Message.BEGUN, () -> spelt(matter, this::begun)));
        ways.add(new Way(Message.ALIKE, () -> spelt(matter, this::alike)));
        ways.add(new Way(Message.MISSPELT, () -> spelt(matter, letters -> joins(syllables.slips(letters)))));
        ways.add(new Way(Message.MISSPELT, () -> spelt(matter, letters -> near(letters, 2))));
        ways.add(new Way(Message.MISSPELT, () -> spelt(matter, letters -> near(letters, 1))));
        for (int open = MOST_OPEN; open > 1; open--) {
            int begun = open;
            ways.add(new Way(Message.MISSPELT, () -> spelt(matter, letters -> slipsAndOpen(letters, begun))));
        }
        for (int open = 1; open <= MOST_OPEN; open++) {
            int begun = open;
            ways.add(new Way(Message.MISSPELT, () -> spelt(matter, letters -> slipsBefore(letters, begun))));
        }
        ways.add(new Way(Message.HOMOPHONES, () -> heard(matter, 0)));
        ways.add(new Way(Message.NEARLY, () -> nearly(matter, FEWEST_CHARACTERS, false)));
        ways.add(new Way(Message.NEARLY, () -> nearly(matter, FEWEST_BUT_ONE, true)));
        return ways;
    }

    private List<Way> apartIn(Question asked) {
        return List.of(new Way(Message.APART, () -> inTwo(asked)), new Way(Message.APART, () -> apart(asked)));
    }

    /** One word that joins two others may be missing, whichever: the two ideas are whole then. Null if none could be more whole than apart. */
    private Question inTwo(Question asked) {
        Set<Group> groups = new LinkedHashSet<>();
        int most = 0;
        for (Question.Piece piece : asked.pieces()) {
            List<Synonyms.Span> spans = synonyms.spans(piece.part());
            List<Tokens.Token> tokens = piece.tokens();
            List<Group> joining = new ArrayList<>();
            for (int at = 0; at < tokens.size(); at++) {
                Tokens.Token token = tokens.get(at);
                List<Synonyms.Span> met = spans.stream()
                        .filter(span -> span.from() < token.to() && token.from() < span.to())
                        .toList();
                met.stream().filter(span -> span.holds(token)).forEach(span -> groups.add(wordings(piece, span)));
                if (met.isEmpty()) {
                    boolean inside = at > 0
                            && at + 1 < tokens.size()
                            && tokens.get(at - 1).to() > token.from()
                            && token.to() > tokens.get(at + 1).from();
                    (inside ? joining : groups).add(QueryReading.group(token));
                }
            }
            most = Math.max(most, joining.size());
            for (int one = 0; one < joining.size(); one++) {
                for (int other = one + 1; other < joining.size(); other++) {
                    groups.add(either(joining.get(one), joining.get(other)));
                }
            }
            if (joining.size() == 1) {
                groups.add(joining.get(0));
            }
        }
        return most < 2 || most > MOST_JOINING ? null : asked.reworded(List.copyOf(groups), asked.weights());
    }

    private static Group either(Group one, Group other) {
        Set<List<Term>> alternatives = new LinkedHashSet<>(one.alternatives());
        alternatives.addAll(other.alternatives());
        return new Group(List.copyOf(alternatives));
    }

    /** Every character must be there, beside one of its neighbours: two ideas without a space are each a wording of their own. */
    private Question apart(Question asked) {
        Set<Group> groups = new LinkedHashSet<>();
        for (Question.Piece piece : asked.pieces()) {
            List<Synonyms.Span> spans = synonyms.spans(piece.part());
            for (int from = 0; from < piece.part().length(); from++) {
                int at = from;
                List<Tokens.Token> tokens = piece.tokens().stream()
                        .filter(token -> token.from() <= at && at < token.to())
                        .toList();
                if (tokens.isEmpty()) {
                    continue;
                }
                spans.stream()
                        .filter(span -> span.from() <= at && at < span.to())
                        .findFirst()
                        .map(span -> wordings(piece, span))
                        .filter(group -> !group.alternatives().get(0).isEmpty())
                        .ifPresentOrElse(groups::add, () -> groups.add(any(tokens)));
            }
        }
        return asked.reworded(List.copyOf(groups), asked.weights());
    }

    private Question heard(Question asked, int fewest) {
        return String.join("", asked.runs()).length() < fewest ? null : new Sounds(polyphones, folding).heard(asked);
    }

    private static List<String> characters(Question asked) {
        return String.join("", asked.runs())
                .chars()
                .distinct()
                .mapToObj(Character::toString)
                .toList();
    }

    /** A slip in what stands before a last syllable that is only begun, and says little yet. */
    private List<List<Term>> slipsBefore(String letters, int open) {
        int end = letters.length() - open;
        return end >= FEWEST_LETTERS && !syllables.open(letters.substring(end)).isEmpty()
                ? joins(syllables.slips(letters.substring(0, end)))
                : List.of();
    }

    /** The same with what the last syllable may become, if that isn't much. */
    private List<List<Term>> slipsAndOpen(String letters, int open) {
        int end = letters.length() - open;
        if (end < FEWEST_LETTERS) {
            return List.of();
        }
        List<List<String>> ends = syllables.open(letters.substring(end));
        List<List<String>> ways = syllables.slips(letters.substring(0, end)).stream()
                .flatMap(way -> ends.stream()
                        .map(last -> Stream.concat(way.stream(), last.stream()).toList()))
                .toList();
        return ways.size() > MOST_ENDED ? List.of() : joins(ways);
    }

    private Group wordings(Question.Piece piece, Synonyms.Span span) {
        List<Term> own = piece.tokens().stream()
                .filter(span::holds)
                .map(QueryReading::word)
                .toList();
        return QueryReading.wordingsOf(own, synonyms.of(piece.part().substring(span.from(), span.to())));
    }

    private static Group any(List<Tokens.Token> tokens) {
        Set<List<Term>> alternatives = new LinkedHashSet<>();
        tokens.forEach(token -> alternatives.addAll(QueryReading.group(token).alternatives()));
        return new Group(List.copyOf(alternatives));
    }

    /** Words of Latin letters taken another way, the others as they are; null if there are none or one can't be taken so. */
    private Question spelt(Question asked, Taking taking) throws IOException {
        Set<Group> groups = new LinkedHashSet<>();
        Map<Term, Float> weights = new LinkedHashMap<>(asked.weights());
        int taken = 0;
        for (Group group : asked.groups()) {
            String letters = group.alternatives().get(0).get(0).text();
            if (group.alternatives().get(0).size() > 1 || !letters.matches("[a-z]+")) {
                groups.add(group);
                continue;
            }
            List<List<Term>> alternatives = taking.alternatives(letters);
            if (alternatives.isEmpty()) {
                return null;
            }
            taken++;
            Set<List<Term>> any = new LinkedHashSet<>(group.alternatives());
            any.addAll(alternatives);
            groups.add(new Group(List.copyOf(any)));
            alternatives.forEach(terms -> terms.forEach(term -> weights.putIfAbsent(term, 1f)));
        }
        return taken == 0 ? null : asked.reworded(List.copyOf(groups), weights);
    }

    private interface Taking {
        List<List<Term>> alternatives(String letters) throws IOException;
    }

    private List<List<Term>> whole(String letters) {
        List<List<Term>> all = new ArrayList<>(joins(syllables.whole(letters)));
        if (letters.length() > Names.LONGEST_INITIALS) {
            all.add(windows(letters.length(), Names.LONGEST_INITIALS, letters::substring));
        }
        return all;
    }

    private List<List<Term>> alike(String letters) {
        List<List<Term>> all = new ArrayList<>();
        for (List<String> way : Stream.concat(syllables.whole(letters).stream(), syllables.open(letters).stream())
                .toList()) {
            List<String> heard = way.stream().map(Syllables::alike).toList();
            if (way.size() > 1) {
                all.add(windows(
                        way.size(),
                        Names.LONGEST_JOIN,
                        (from, to) -> Names.ALIKE + String.join("", heard.subList(from, to))));
            }
        }
        return all.stream().distinct().toList();
    }

    private static List<List<Term>> joins(List<List<String>> ways) {
        return ways.stream()
                .map(way ->
                        windows(way.size(), Names.LONGEST_JOIN, (from, to) -> String.join("", way.subList(from, to))))
                .distinct()
                .toList();
    }

    /** Names hold words up to a size; what is longer is there if all its windows of that size are. */
    private static List<Term> windows(int size, int most, Cut cut) {
        Set<Term> terms = new LinkedHashSet<>();
        for (int from = 0; from < size; from += most) {
            int begin = Math.max(0, Math.min(from, size - most));
            terms.add(new Term(Family.NAMES, cut.text(begin, Math.min(size, begin + most))));
        }
        return List.copyOf(terms);
    }

    private interface Cut {
        String text(int from, int to);
    }

    private List<List<Term>> begun(String letters) throws IOException {
        return letters.length() < FEWEST_LETTERS
                ? List.of()
                : words(vocabulary.beginning(letters, MOST_BEGUN).stream());
    }

    private List<List<Term>> near(String letters, int start) throws IOException {
        return letters.length() <= FEWEST_LETTERS
                ? List.of()
                : words(vocabulary.beginning(letters.substring(0, start), MOST_NEAR).stream()
                        .filter(word -> isNear(letters, word)));
    }

    private static List<List<Term>> words(Stream<String> words) {
        return words.map(word -> List.of(new Term(Family.WORDS, word))).toList();
    }

    /** Whether one letter is wrong, missing or too many, or two changed places. */
    static boolean isNear(String one, String other) {
        int from = 0;
        int least = Math.min(one.length(), other.length());
        while (from < least && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        int end = 0;
        while (end < least - from && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        int left = one.length() - from - end;
        int others = other.length() - from - end;
        boolean swapped = left == 2
                && others == 2
                && one.charAt(from) == other.charAt(from + 1)
                && one.charAt(from + 1) == other.charAt(from);
        return left <= 1 && others <= 1 || swapped;
    }

    /** The characters of the question in names, whatever their order; or all of them but any one. */
    private Question nearly(Question asked, int fewest, boolean butOne) {
        List<String> characters = characters(asked);
        if (characters.size() < fewest || characters.size() > MOST_CHARACTERS) {
            return null;
        }
        Map<Term, Float> weights = new LinkedHashMap<>(asked.weights());
        Set<Group> groups = new LinkedHashSet<>();
        asked.groups().stream().filter(group -> !Sounds.isHan(group)).forEach(groups::add);
        Function<Integer, List<Term>> name = at -> List.of(new Term(Family.NAMES, characters.get(at)));
        IntStream.range(0, characters.size()).forEach(at -> {
            weights.putIfAbsent(name.apply(at).get(0), 1f);
            if (!butOne) {
                groups.add(new Group(List.of(name.apply(at))));
            }
            for (int other = at + 1; butOne && other < characters.size(); other++) {
                groups.add(new Group(List.of(name.apply(at), name.apply(other))));
            }
        });
        return asked.reworded(List.copyOf(groups), weights);
    }
}
