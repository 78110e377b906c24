package io.zhibu.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What someone asks, understood.
 *
 * @param text as it was read: folded, not longer than is read
 * @param pieces the words of what was typed between spaces, without what is excluded
 * @param groups all of which a page must have to count as full
 * @param weights what each word counts, in the order in which the question has them
 * @param excluded no page may have all of one of these
 * @param phrases wordings that the text must hold as they are, flat
 * @param parts what was typed between spaces, flat, without what is excluded
 * @param joined those of the parts that are more than one word: only there can a page have the words and not the wording
 * @param runs Chinese characters in a row
 */
record Question(
        String text,
        List<Piece> pieces,
        List<Group> groups,
        Map<Term, Float> weights,
        List<List<Group>> excluded,
        List<String> phrases,
        List<String> parts,
        List<String> joined,
        List<String> runs,
        List<Message> messages) {

    /** Asks for names that have any of the characters: what is left where no page has a word of it. */
    Question byCharacter() {
        Map<Term, Float> single = new LinkedHashMap<>();
        String.join("", runs)
                .codePoints()
                .distinct()
                .limit(QueryReading.MOST_WORDS)
                .forEach(one -> single.put(new Term(Family.NAMES, Character.toString(one)), 1f));
        return new Question(text, pieces, List.of(), single, excluded, phrases, List.of(), List.of(), runs, messages);
    }

    Sought sought() {
        return new Sought(
                weights,
                alternatives(groups),
                excluded.stream().map(Question::alternatives).toList());
    }

    private static List<List<List<Term>>> alternatives(List<Group> groups) {
        return groups.stream().map(Group::alternatives).toList();
    }

    /** Satisfied by any of its alternatives, each of which needs all its words. */
    record Group(List<List<Term>> alternatives) {
        Group {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** With other words; how they were typed doesn't matter then. */
    Question reworded(List<Group> others, Map<Term, Float> counting) {
        return new Question(text, pieces, others, counting, excluded, phrases, parts, List.of(), runs, messages);
    }

    /** What was typed between two spaces, and its words. */
    record Piece(String part, List<Tokens.Token> tokens) {}
}
