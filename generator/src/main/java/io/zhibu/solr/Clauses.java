package io.zhibu.solr;

import io.zhibu.search.Family;
import io.zhibu.search.Sought;
import io.zhibu.search.Term;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is sought, in the engine's own language: words, fields of one letter, plus signs, brackets and weights, and nothing else of it.
 *
 * @param any scores
 * @param full what must be there; empty if nothing must
 * @param titled the same in what it is called
 * @param not what must not be there; empty if nothing
 */
record Clauses(String any, String full, String titled, String not) {
    static Clauses of(Sought sought) {
        String any = sought.weights().entrySet().stream()
                .map(one -> weighted(first(one.getKey()), one.getKey(), 2 * one.getValue()) + " "
                        + weighted(second(one.getKey()), one.getKey(), one.getValue()))
                .collect(Collectors.joining(" "));
        String not = sought.excluded().stream()
                .map(groups -> "(" + every(groups, false) + ")")
                .collect(Collectors.joining(" "));
        return new Clauses(any, constant(sought.groups(), false), constant(sought.groups(), true), not);
    }

    /** What is full is so and no more: a constant, not a sum of what its words count. */
    private static String constant(List<List<List<Term>>> groups, boolean title) {
        return groups.isEmpty() ? "" : "(" + every(groups, title) + ")^=1";
    }

    private static String every(List<List<List<Term>>> groups, boolean title) {
        return groups.stream()
                .map(group -> "+(" + group.stream().map(all -> all(all, title)).collect(Collectors.joining(" ")) + ")")
                .collect(Collectors.joining(" "));
    }

    private static String all(List<Term> terms, boolean title) {
        return terms.size() == 1
                ? has(terms.get(0), title)
                : terms.stream().map(term -> "+(" + has(term, title) + ")").collect(Collectors.joining(" ", "(", ")"));
    }

    private static String has(Term term, boolean title) {
        return Stream.of(first(term), title ? "" : second(term))
                .filter(field -> !field.isEmpty())
                .flatMap(field -> Stream.of(field, field.toUpperCase(Locale.ROOT)))
                .map(field -> field + ":" + word(term))
                .collect(Collectors.joining(" "));
    }

    private static String weighted(String field, Term term, float weight) {
        String boost = weight == 1 ? "" : "^" + (weight == Math.rint(weight) ? (int) weight + "" : weight + "");
        return field + ":" + word(term) + boost + " " + field.toUpperCase(Locale.ROOT) + ":" + word(term) + boost;
    }

    private static String first(Term term) {
        return term.family() == Family.WORDS ? "t" : "n";
    }

    private static String second(Term term) {
        return term.family() == Family.WORDS ? "b" : "l";
    }

    /** Words are letters and digits, but for the sign before those that are written as an ear hears them. */
    private static String word(Term term) {
        return term.text().replace("~", "\\~");
    }
}
