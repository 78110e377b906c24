package io.zhibu.diagnostic;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * Finds the word that was probably meant. Knows nothing of what the words stand for. Bounded: a hundred thousand candidates, or a word as
 * long as a book, take milliseconds.
 */
public final class Nearest {
    /** Longer ones are no slips of words, and would take time by the square of their length. */
    private static final int LONGEST = 200;

    private Nearest() {}

    /** The candidate that fewest edits lead to (a swap of neighbours is one edit), if few enough for the word's length. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        int allowed = Math.max(1, word.length() / 3);
        long letters = letters(word);
        int best = allowed + 1;
        Optional<String> nearest = Optional.empty();
        for (String candidate : candidates) {
            int limit = Math.min(best, allowed);
            // Each edit takes one letter out and brings another in, at the most.
            if (Math.abs(candidate.length() - word.length()) > limit
                    || Long.bitCount(letters ^ letters(candidate)) > 2 * limit) {
                continue;
            }
            int distance = distance(word, candidate, limit);
            boolean earlier =
                    nearest.filter(one -> candidate.compareTo(one) < 0).isPresent();
            if (distance <= limit && (distance < best || earlier)) {
                best = distance;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    /** A hint that asks for the nearest candidate, or lists what there is (twelve at the most). */
    public static String hint(String word, Collection<String> candidates) {
        return to(word, candidates).map(near -> "是“" + near + "”吗？").orElseGet(() -> "可用的有：" + listed(candidates));
    }

    /**
     * The same for the key of an entry among others, of which each may stand once.
     *
     * @param taken keys that stand there already
     */
    public static String hint(String word, Collection<String> candidates, Collection<String> taken) {
        return to(word, candidates)
                .filter(taken::contains)
                .map(near -> "“" + near + "”已经写了：删去这一项，或把两项并成一项")
                .orElseGet(() -> hint(word, candidates));
    }

    /** Whether one edit leads from one word to the other. */
    public static boolean slip(String word, String other) {
        return Math.abs(word.length() - other.length()) <= 1 && distance(word, other, 1) == 1;
    }

    private static String listed(Collection<String> candidates) {
        String some = String.join("、", candidates.stream().distinct().limit(12).toList());
        return some.isEmpty() ? "（无）" : candidates.size() > 12 ? some + "…" : some;
    }

    /** A bit for each letter; some letters share one. */
    private static long letters(String word) {
        long letters = 0;
        for (int at = 0; at < word.length(); at++) {
            letters |= 1L << word.charAt(at);
        }
        return letters;
    }

    /** How many edits lead from one word to the other; more than the limit if more than that do. */
    private static int distance(String one, String other, int limit) {
        int shorter = Math.min(one.length(), other.length());
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < shorter - same
                && one.charAt(one.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        return between(one.substring(same, one.length() - tail), other.substring(same, other.length() - tail), limit);
    }

    private static int between(String a, String b, int limit) {
        int far = limit + 1;
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = Math.min(j, far);
        }
        for (int i = 1; i <= a.length(); i++) {
            // What lies further from the diagonal is further than the limit.
            int from = Math.max(1, i - limit);
            int to = Math.min(b.length(), i + limit);
            Arrays.fill(now, far);
            now[0] = Math.min(i, far);
            for (int j = from; j <= to; j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(far, Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + cost));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = now;
            now = free;
        }
        return last[b.length()];
    }
}
