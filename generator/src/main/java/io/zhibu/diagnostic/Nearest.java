package io.zhibu.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was probably meant. Knows nothing of what the words stand for. */
public final class Nearest {
    private Nearest() {}

    /** The candidate that fewest edits lead to (a swap of neighbours is one edit), if few enough for the word's length. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        int allowed = Math.max(1, word.length() / 3);
        return candidates.stream()
                .distinct()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= allowed)
                .filter(candidate -> distance(word, candidate) <= allowed)
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A hint that asks for the nearest candidate, or lists what there is (twelve at the most). */
    public static String hint(String word, Collection<String> candidates) {
        return to(word, candidates).map(near -> "是“" + near + "”吗？").orElseGet(() -> "可用的有：" + listed(candidates));
    }

    /** Whether one edit leads from one word to the other. */
    public static boolean slip(String word, String other) {
        return Math.abs(word.length() - other.length()) <= 1 && distance(word, other) == 1;
    }

    private static String listed(Collection<String> candidates) {
        String some = String.join("、", candidates.stream().distinct().limit(12).toList());
        return some.isEmpty() ? "（无）" : candidates.size() > 12 ? some + "…" : some;
    }

    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + cost);
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
