package io.zhibu.search;

/**
 * The words that tell a page from the others: said often here and on few pages else.
 *
 * @param words the lowest number first
 * @param weights of each word, above 0; with the squares of all that the page says adding up to 1
 */
record Telling(int[] words, float[] weights) {
    static final int MOST = 48;

    /**
     * The telling words of a text. One that no other page has likens it to none: it isn't among them, but makes the others count for less.
     *
     * @param rarity what a word counts for that is said once
     */
    static Telling of(Counted text, Rarity rarity) {
        int[] words = new int[text.different()];
        float[] weights = new float[text.different()];
        int[] count = {0};
        double[] squares = {0};
        Greatest greatest = new Greatest(MOST);
        text.forEach((word, times) -> {
            double weight = rarity.weight(word, times);
            squares[0] += weight * weight;
            if (rarity.isShared(word)) {
                words[count[0]] = word;
                weights[count[0]] = (float) weight;
                greatest.add(count[0], weights[count[0]++]);
            }
        });
        return chosen(words, weights, greatest.inOrder(), (float) Math.sqrt(squares[0]));
    }

    private static Telling chosen(int[] words, float[] weights, int[] places, float length) {
        int[] chosen = new int[places.length];
        float[] parts = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            chosen[i] = words[places[i]];
            parts[i] = weights[places[i]] / length;
        }
        return new Telling(chosen, parts);
    }
}
