package io.zhibu.search;

import java.util.Arrays;

/**
 * The words of a text as numbers, with how often it says each. Kept packed, since those of all pages are in memory at once: two bytes or so
 * a word. Of two hundred thousand words one in twenty shares its number, which is too seldom to make two pages alike. Only capitals are folded: the
 * same text in traditional characters is meant for other readers and is no copy.
 */
final class Counted {
    /** Words are numbers below this. */
    static final int WORDS = 1 << 22;

    private static final int SPREAD = 0x9E3779B9;

    private final byte[] packed;
    private final int different;

    private Counted(byte[] packed, int different) {
        this.packed = packed;
        this.different = different;
    }

    static Counted of(String text) {
        int[] words = numbers(text);
        Arrays.sort(words);
        byte[] packed = new byte[4 * words.length];
        int size = 0;
        int different = 0;
        int before = 0;
        for (int from = 0, to; from < words.length; from = to) {
            to = from + 1;
            while (to < words.length && words[to] == words[from]) {
                to++;
            }
            size = put(packed, size, (words[from] - before) << 1 | (to - from == 1 ? 0 : 1));
            size = to - from == 1 ? size : put(packed, size, to - from);
            before = words[from];
            different++;
        }
        return new Counted(Arrays.copyOf(packed, size), different);
    }

    private static int put(byte[] packed, int at, int number) {
        int end = at;
        int rest = number;
        while (rest >>> 7 != 0) {
            packed[end++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        packed[end++] = (byte) rest;
        return end;
    }

    private static int[] numbers(String text) {
        int[] words = new int[text.length()];
        int count = 0;
        for (int at = 0; at < text.length(); ) {
            Tokens.Kind kind = Tokens.kind(text, at);
            int end = Tokens.runEnd(text, at);
            if (kind == Tokens.Kind.LETTER) {
                words[count++] = number(text, at, end);
            } else if (kind == Tokens.Kind.HAN) {
                for (int i = at; i + 1 < end; i++) {
                    words[count++] = number(text, i, i + 2);
                }
            }
            at = end;
        }
        return Arrays.copyOf(words, count);
    }

    private static int number(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            hash = (hash ^ (c >= 'A' && c <= 'Z' ? c + 32 : c)) * SPREAD;
        }
        return hash >>> 10;
    }

    /** How many different words there are. */
    int different() {
        return different;
    }

    /** What takes each word in turn, the lowest number first. */
    interface Step {
        void word(int word, int times);
    }

    void forEach(Step step) {
        Cursor cursor = new Cursor(packed);
        for (cursor.next(); cursor.word < WORDS; cursor.next()) {
            step.word(cursor.word, cursor.times);
        }
    }

    /** What part of the words of two texts both say, 1 if the same; a word counts for less that many other texts say. */
    float shared(Counted other, Rarity rarity) {
        Cursor own = new Cursor(packed);
        Cursor its = new Cursor(other.packed);
        double both = 0;
        double either = 0;
        own.next();
        its.next();
        while (own.word < WORDS || its.word < WORDS) {
            int word = Math.min(own.word, its.word);
            int here = own.word == word ? own.times : 0;
            int there = its.word == word ? its.times : 0;
            double counts = rarity.beyond(word, here > 0 && there > 0 ? 2 : 1);
            both += Math.min(here, there) * counts;
            either += Math.max(here, there) * counts;
            if (here > 0) {
                own.next();
            }
            if (there > 0) {
                its.next();
            }
        }
        return either == 0 ? 1 : (float) (both / either);
    }

    private static final class Cursor {
        private final byte[] packed;
        private int at;
        private int word;
        private int times;

        Cursor(byte[] packed) {
            this.packed = packed;
        }

        /** Steps to the next word; behind the last one the word is {@link #WORDS}. */
        void next() {
            if (at == packed.length) {
                word = WORDS;
                return;
            }
            int step = number();
            word += step >>> 1;
            times = (step & 1) == 0 ? 1 : number();
        }

        private int number() {
            int number = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = packed[at++];
                number |= (next & 0x7F) << shift;
                if (next >= 0) {
                    return number;
                }
            }
        }
    }
}
