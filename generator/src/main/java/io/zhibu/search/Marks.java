package io.zhibu.search;

import io.zhibu.hanzi.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Where a text has the words that were asked for. The browser's client has the same. */
final class Marks {
    /** Units of a snippet behind the first of its marks. */
    private static final int REACH = 80;

    private final Folding folding;

    Marks(Folding folding) {
        this.folding = folding;
    }

    private record Mark(int from, int to) {}

    /** The words that are marked: those of the question and what else it is looked up by, if it is no sound. */
    static Set<String> words(Question question) {
        Set<String> words = new HashSet<>();
        if (question.parts().isEmpty()) {
            String.join("", question.runs()).codePoints().forEach(one -> words.add(Character.toString(one)));
            return words;
        }
        question.pieces().forEach(piece -> piece.tokens().forEach(token -> words.add(token.text())));
        question.weights().keySet().stream()
                .filter(term -> term.family() == Family.WORDS)
                .forEach(term -> words.add(term.text()));
        return words;
    }

    /** Where the stretch begins that has most of what was asked, the first of those that have as much; none if nothing is there. */
    OptionalInt best(String text, Set<String> words) {
        List<Mark> marks = in(text, words);
        int most = 0;
        OptionalInt best = OptionalInt.empty();
        for (int i = 0; i < marks.size(); i++) {
            int begin = marks.get(i).from();
            Set<String> seen = new HashSet<>();
            int worth = 0;
            for (int j = i; j < marks.size() && marks.get(j).to() <= begin + REACH; j++) {
                String what = text.substring(marks.get(j).from(), marks.get(j).to());
                worth += seen.add(what) ? what.length() : 0;
            }
            if (worth > most) {
                most = worth;
                best = OptionalInt.of(begin);
            }
        }
        return best.isPresent() || marks.isEmpty() ? best : OptionalInt.of(0);
    }

    private List<Mark> in(String text, Set<String> words) {
        String folded = folding.fold(text);
        List<Mark> marks = new ArrayList<>();
        Tokens.of(folded).forEach(token -> {
            if (words.contains(token.text())) {
                marks.add(new Mark(token.from(), token.to()));
            }
        });
        for (String word : words) {
            if (word.length() == Tokens.units(word, 0) && Tokens.kind(word, 0) == Tokens.Kind.HAN) {
                for (int at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
                    marks.add(new Mark(at, at + word.length()));
                }
            }
        }
        return merged(marks);
    }

    private static List<Mark> merged(List<Mark> marks) {
        marks.sort(Comparator.comparingInt(Mark::from).thenComparingInt(Mark::to));
        List<Mark> merged = new ArrayList<>();
        for (Mark mark : marks) {
            Mark last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && mark.from() <= last.to()) {
                merged.set(merged.size() - 1, new Mark(last.from(), Math.max(last.to(), mark.to())));
            } else {
                merged.add(mark);
            }
        }
        return merged;
    }
}
