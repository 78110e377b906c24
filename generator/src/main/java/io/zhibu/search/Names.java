package io.zhibu.search;

import io.zhibu.hanzi.Polyphones;
import io.zhibu.hanzi.Readings;
import io.zhibu.hanzi.Syllables;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The words by which a name is found when it is typed as it sounds: joined syllables, initials, and its single characters. */
final class Names {
    /** The first character that is read. */
    static final char FIRST = '\u3400';

    /** Syllables of a word, unless it is a whole name. */
    static final int LONGEST_JOIN = 4;

    /** Letters of a word that is made of first letters. */
    static final int LONGEST_INITIALS = 6;

    /** What a word begins with that is written as an ear hears it that tells few sounds apart. */
    static final String ALIKE = "~";

    private static final int LONGEST_WHOLE = 12;

    private final Readings readings;
    private final Polyphones polyphones;

    Names(Readings readings, Polyphones polyphones) {
        this.readings = readings;
        this.polyphones = polyphones;
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
                String run = folded.substring(at, end);
                List<String> syllables = readings.of(run);
                joins(syllables, words);
                otherReadings(run, syllables, words);
                for (int i = at; i < end; i++) {
                    words.add(folded.substring(i, i + 1));
                }
            }
            at = Math.max(end, at + units);
        }
        return List.copyOf(words);
    }

    /** Who types a name may read one of its characters in another way. */
    private void otherReadings(String run, List<String> syllables, Set<String> words) {
        for (int at = 0; at < run.length(); at++) {
            for (String other : polyphones.of(run.charAt(at))) {
                if (!other.equals(syllables.get(at)) && !syllables.get(at).isEmpty()) {
                    List<String> read = new ArrayList<>(syllables);
                    read.set(at, other);
                    int from = Math.max(0, at + 1 - LONGEST_INITIALS);
                    joinRuns(read.subList(from, Math.min(run.length(), at + LONGEST_INITIALS)), false, words);
                }
            }
        }
    }

    static boolean isRead(char c) {
        return c >= FIRST && c <= 0x4DBF || c >= 0x4E00 && c <= 0x9FFF;
    }

    /** Words made of neighbouring syllables; one that is not known parts its neighbours. */
    static void joins(List<String> syllables, Set<String> words) {
        joinRuns(syllables, true, words);
    }

    private static void joinRuns(List<String> syllables, boolean whole, Set<String> words) {
        List<String> run = new ArrayList<>();
        for (int i = 0; i <= syllables.size(); i++) {
            if (i < syllables.size() && !syllables.get(i).isEmpty()) {
                run.add(syllables.get(i));
            } else {
                joinRun(run, whole, words);
                run.clear();
            }
        }
    }

    private static void joinRun(List<String> run, boolean whole, Set<String> words) {
        StringBuilder initials = new StringBuilder();
        run.forEach(syllable -> initials.append(syllable.charAt(0)));
        List<String> alikes = run.stream().map(Syllables::alike).toList();
        for (int from = 0; from < run.size(); from++) {
            StringBuilder join = new StringBuilder();
            StringBuilder alike = new StringBuilder(ALIKE);
            for (int to = from; to < Math.min(run.size(), from + LONGEST_JOIN); to++) {
                words.add(join.append(run.get(to)).toString());
                alike.append(alikes.get(to));
                if (to > from) {
                    words.add(alike.toString());
                }
            }
            for (int to = from + 2; to <= Math.min(run.size(), from + LONGEST_INITIALS); to++) {
                words.add(initials.substring(from, to));
            }
        }
        if (whole && run.size() > LONGEST_JOIN && run.size() <= LONGEST_WHOLE) {
            words.add(String.join("", run));
        }
    }
}
