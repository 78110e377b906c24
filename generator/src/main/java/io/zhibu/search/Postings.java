package io.zhibu.search;

import java.util.Arrays;
import java.util.List;

/** For each telling word the texts that it tells most of, so few that no word makes the comparing quadratic. */
final class Postings {
    private static final int MOST = 64;

    private final List<Telling> texts;
    private final int[] words;
    private final int[][] members;
    private final float[][] weights;

    Postings(List<Telling> texts) {
        this.texts = texts;
        long[] pairs = pairs(texts);
        words = Arrays.stream(pairs)
                .mapToInt(pair -> (int) (pair >>> 32))
                .distinct()
                .toArray();
        members = new int[words.length][];
        weights = new float[words.length][];
        for (int word = 0, from = 0, to; word < words.length; word++, from = to) {
            to = from;
            while (to < pairs.length && pairs[to] >>> 32 == words[word]) {
                to++;
            }
            keep(word, pairs, from, to);
        }
    }

    /** Every telling word of every text, and below it which word of which text it is: by word, then by text. */
    private static long[] pairs(List<Telling> texts) {
        long[] pairs =
                new long[texts.stream().mapToInt(text -> text.words().length).sum()];
        int count = 0;
        for (int text = 0; text < texts.size(); text++) {
            int[] words = texts.get(text).words();
            for (int i = 0; i < words.length; i++) {
                pairs[count++] = (long) words[i] << 32 | text * Telling.MOST + i;
            }
        }
        Arrays.sort(pairs);
        return pairs;
    }

    private void keep(int word, long[] pairs, int from, int to) {
        Greatest greatest = new Greatest(Math.min(MOST, to - from));
        for (int i = from; i < to; i++) {
            greatest.add(i, weight((int) pairs[i]));
        }
        int[] places = greatest.inOrder();
        members[word] = new int[places.length];
        weights[word] = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            int pair = (int) pairs[places[i]];
            members[word][i] = pair / Telling.MOST;
            weights[word][i] = weight(pair);
        }
    }

    private float weight(int pair) {
        return texts.get(pair / Telling.MOST).weights()[pair % Telling.MOST];
    }

    /**
     * The texts that share telling words with one, itself among them if it has any.
     *
     * @param scores of all texts, 0; set for those that are returned
     */
    int[] met(int text, float[] scores) {
        int[] met = new int[16];
        int count = 0;
        Telling own = texts.get(text);
        for (int i = 0; i < own.words().length; i++) {
            int word = Arrays.binarySearch(words, own.words()[i]);
            for (int j = 0; j < members[word].length; j++) {
                int other = members[word][j];
                if (scores[other] == 0) {
                    met = count == met.length ? Arrays.copyOf(met, 2 * count) : met;
                    met[count++] = other;
                }
                scores[other] += own.weights()[i] * weights[word][j];
            }
        }
        return Arrays.copyOf(met, count);
    }
}
