package io.zhibu.search;

import io.zhibu.hanzi.Readings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The words by which a name is found when it is typed as it sounds: joined syllables, initials, and its single characters. */
final class Names {
    /** The first character that is read. */
    static final char FIRST = '\u3400';

    private static final int LONGEST_JOIN = 4;
    private static final int LONGEST_WHOLE = 12;
    private static final int LONGEST_INITIALS = 6;

    private final Readings readings;

    Names(Readings readings) {
        this.readings = readings;
    }

    /** @param folded a name a line */
    List<String> of(String folded) {
        Set<String> words = new LinkedHashSet<>();
        for (int at = 0; at < folded.length(); ) {
            int units = Tokens.units(folded, at);
            if (Tokens.kind(folded, at) == Tokens.Kind.HAN) {
                words.add(folded.substring(at, at + units));
            }
            int end = at;
            while (end < folded.length() && isRead(folded.charAt(end))) {
                end++;
            }
            if (end > at) {
                joins(readings.of(folded.substring(at, end)), words);
                for (int i = at; i < end; i++) {
                    words.add(folded.substring(i, i + 1));
                }
            }
            at = Math.max(end, at + units);
        }
        return List.copyOf(words);
    }

    static boolean isRead(char c) {
        return c >= FIRST && c <= 0x4DBF || c >= 0x4E00 && c <= 0x9FFF;
    }

    /** Words made of neighbouring syllables; one that is not known parts its neighbours. */
    static void joins(List<String> syllables, Set<String> words) {
        List<String> run = new ArrayList<>();
        for (int i = 0; i <= syllables.size(); i++) {
            if (i < syllables.size() && !syllables.get(i).isEmpty()) {
                run.add(syllables.get(i));
            } else {
                joinRun(run, words);
                run.clear();
            }
        }
    }

    private static void joinRun(List<String> run, Set<String> words) {
        StringBuilder initials = new StringBuilder();
        run.forEach(syllable -> initials.append(syllable.charAt(0)));
        for (int from = 0; from < run.size(); from++) {
            StringBuilder join = new StringBuilder();
            for (int to = from; to < Math.min(run.size(), from + LONGEST_JOIN); to++) {
                words.add(join.append(run.get(to)).toString());
            }
            for (int to = from + 2; to <= Math.min(run.size(), from + LONGEST_INITIALS); to++) {
                words.add(initials.substring(from, to));
            }
        }
        if (run.size() > LONGEST_JOIN && run.size() <= LONGEST_WHOLE) {
            words.add(String.join("", run));
        }
    }
}
