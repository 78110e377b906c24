package io.zhibu.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of some entries in a row, each with the entries that have it. A word of two characters is a number by itself, since nearly
 * all are; others are numbered as they come.
 */
final class Lists {
    private static final long OTHERS = 1L << 32;
    /** Below the number of a word the entry, and in the last bit the field. */
    private static final int WORD = 17;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> others = new ArrayList<>();
    private long[] said = new long[1 << 12];
    private int size;

    /**
     * A word's pages.
     *
     * @param count how many
     * @param packed for each the step from the one before, and how often each field has the word
     */
    record Entry(String word, int count, byte[] packed) {
        Walk walk() {
            return new Walk(packed);
        }
    }

    /** Goes through a word's pages. Before the first, it stands on none. */
    static final class Walk {
        private final byte[] packed;
        private int at;
        private int doc;
        private int first;
        private int second;

        Walk(byte[] packed) {
            this.packed = packed;
        }

        boolean next() {
            if (at == packed.length) {
                return false;
            }
            int code = number();
            doc += code >>> 2;
            first = (code & 2) == 0 ? 0 : 1;
            second = (code & 3) == 0 ? 1 : 0;
            if ((code & 3) == 1) {
                second = number() + 2;
            } else if ((code & 3) == 3) {
                first = number();
                second = number();
            }
            return true;
        }

        private int number() {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                int next = packed[at++];
                value |= (next & 0x7F) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        int doc() {
            return doc;
        }

        /** How often the first field has the word; 0 or more. */
        int first() {
            return first;
        }

        int second() {
            return second;
        }
    }

    /** A word's pages from lists of entries that follow each other. */
    static final class Joining {
        private final Bytes packed = new Bytes();
        private int count;
        private int last;

        /** @param from what number in all the list's first entry has */
        void add(int from, byte[] list) {
            Walk walk = new Walk(list);
            walk.next();
            int first = walk.doc();
            int code = list[0] & 3;
            int head = 1;
            while (list[head - 1] < 0) {
                head++;
            }
            packed.number(from + first - last << 2 | code).raw(list, head, list.length);
            count++;
            while (walk.next()) {
                count++;
            }
            last = from + walk.doc();
        }

        Entry list(String word) {
            return new Entry(word, count, packed.all());
        }
    }

    /**
     * Adds the words of a text and tells how many they are.
     *
     * @param doc which of the entries says them
     */
    int cut(int doc, boolean first, String folded) {
        int before = size;
        Tokens.cut(folded, (from, to, han) -> add(doc, first, folded, from, Math.min(to, from + Index.LONGEST)));
        return size - before;
    }

    /** Adds words, none of them twice. */
    int add(int doc, boolean first, List<String> words) {
        words.forEach(word -> add(doc, first, word, 0, word.length()));
        return words.size();
    }

    private void add(int doc, boolean first, String text, int from, int to) {
        long word = to - from == 2
                ? (long) text.charAt(from) << 16 | text.charAt(from + 1)
                : OTHERS + numbers.computeIfAbsent(text.substring(from, to), this::numbered);
        if (size == said.length) {
            said = Arrays.copyOf(said, 2 * size);
        }
        said[size++] = word << WORD | (long) doc << 1 | (first ? 0 : 1);
    }

    private int numbered(String word) {
        others.add(word);
        return others.size() - 1;
    }

    /** In the order of UTF-16, which is JavaScript's. */
    List<Entry> all() {
        Arrays.sort(said, 0, size);
        List<Entry> all = new ArrayList<>();
        for (int from = 0, to; from < size; from = to) {
            to = from + 1;
            while (to < size && said[to] >>> WORD == said[from] >>> WORD) {
                to++;
            }
            all.add(list(from, to));
        }
        all.sort(Comparator.comparing(Entry::word));
        return all;
    }

    private Entry list(int from, int to) {
        Bytes packed = new Bytes();
        int count = 0;
        int before = 0;
        for (int at = from; at < to; count++) {
            int doc = doc(at);
            int first = 0;
            int second = 0;
            for (; at < to && doc(at) == doc; at++) {
                first += (said[at] & 1) == 0 ? 1 : 0;
                second += (said[at] & 1) == 0 ? 0 : 1;
            }
            step(packed, doc - before, first, second);
            before = doc;
        }
        return new Entry(word(said[from] >>> WORD), count, packed.all());
    }

    private int doc(int at) {
        return (int) (said[at] & (1 << WORD) - 1) >>> 1;
    }

    private String word(long number) {
        return number >= OTHERS
                ? others.get((int) (number - OTHERS))
                : new String(new char[] {(char) (number >>> 16), (char) number});
    }

    private static void step(Bytes packed, int step, int first, int second) {
        if (first == 0) {
            packed.number(step << 2 | (second == 1 ? 0 : 1));
            if (second > 1) {
                packed.number(second - 2);
            }
        } else if (first == 1 && second == 0) {
            packed.number(step << 2 | 2);
        } else {
            packed.number(step << 2 | 3).number(first).number(second);
        }
    }
}
