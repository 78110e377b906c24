package io.zhibu.search;

import io.zhibu.hanzi.Folding;
import io.zhibu.hanzi.Polyphones;
import io.zhibu.search.Question.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A question by the sound of its characters, for one typed with a wrong character of the right sound. */
final class Sounds {
    private static final int MOST_READINGS = 3;

    private final Polyphones polyphones;
    private final Folding folding;

    Sounds(Polyphones polyphones, Folding folding) {
        this.polyphones = polyphones;
        this.folding = folding;
    }

    /** The readings that count, of a character that is in common use; none for others. */
    List<String> of(char c) {
        if (!folding.isCommon(c)) {
            return List.of();
        }
        List<String> all = polyphones.of(c);
        return all.subList(0, Math.min(MOST_READINGS, all.size()));
    }

    /** The question with its Chinese words taken by sound; the same words count as before, those by sound as much again. */
    Question heard(Question asked) {
        Set<Group> groups = new LinkedHashSet<>();
        Map<Term, Float> weights = new LinkedHashMap<>(asked.weights());
        asked.groups().stream().filter(group -> !isHan(group)).forEach(groups::add);
        for (String run : asked.runs()) {
            for (int at = 0; at + 1 < run.length() || at == 0; at++) {
                List<List<Term>> joined = joined(run, at);
                if (!joined.isEmpty()) {
                    groups.add(new Group(joined));
                    joined.forEach(terms -> weights.putIfAbsent(terms.get(0), 1f));
                }
            }
        }
        return new Question(
                asked.text(),
                asked.pieces(),
                List.copyOf(groups),
                weights,
                asked.excluded(),
                asked.phrases(),
                asked.parts(),
                asked.joined(),
                asked.runs(),
                asked.messages());
    }

    private List<List<Term>> joined(String run, int at) {
        List<List<Term>> joined = new ArrayList<>();
        for (String first : of(run.charAt(at))) {
            for (String second : run.length() == 1 ? List.of("") : of(run.charAt(at + 1))) {
                joined.add(List.of(new Term(Family.NAMES, first + second)));
            }
        }
        return joined;
    }

    static boolean isHan(Group group) {
        return group.alternatives().stream()
                .anyMatch(terms -> terms.stream().anyMatch(term -> Tokens.kind(term.text(), 0) == Tokens.Kind.HAN));
    }
}
