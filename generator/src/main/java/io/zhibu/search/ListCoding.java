package io.zhibu.search;

import java.util.List;

/** Words and the pages that have them, to the bytes of a shard. */
final class ListCoding {
    private static final int SIZES = 24;
    private static final int TERMS = 0;
    private static final int POSTINGS = Coder.NUMBER;
    private static final int FIRST_STEP = 2 * Coder.NUMBER;
    private static final int SECOND_STEP = 3 * Coder.NUMBER;
    private static final int SECOND = 4 * Coder.NUMBER;
    private static final int SHARED = 5 * Coder.NUMBER;
    private static final int REST = 6 * Coder.NUMBER;
    private static final int COUNT = 7 * Coder.NUMBER;
    private static final int BOTH_FIRST = 8 * Coder.NUMBER;
    private static final int BOTH_SECOND = 9 * Coder.NUMBER;
    private static final int STEP = 10 * Coder.NUMBER;
    private static final int OFTEN = STEP + SIZES * Coder.NUMBER;
    private static final int HAS_FIRST = OFTEN + SIZES * Coder.NUMBER;
    private static final int PAIR = HAS_FIRST + SIZES;
    private static final int SAME = PAIR + 1;
    private static final int ASCII = PAIR + 2;
    private static final int LETTER = PAIR + 3;
    private static final int CONTEXTS = LETTER + 128;

    private final int pages;
    private final Coder coder = new Coder(CONTEXTS);
    private String before = "";

    /** @param pages of the whole site */
    private ListCoding(int pages) {
        this.pages = pages;
    }

    static byte[] coded(List<Lists.Entry> lists, int pages) {
        ListCoding coding = new ListCoding(pages);
        coding.coder.number(TERMS, lists.size());
        coding.coder.number(
                POSTINGS, lists.stream().mapToInt(Lists.Entry::count).sum());
        lists.forEach(coding::list);
        return coding.coder.all();
    }

    /** Words alone, in order. */
    static byte[] words(List<String> words) {
        ListCoding coding = new ListCoding(1);
        words.forEach(coding::word);
        return coding.coder.all();
    }

    /** About how many bytes a list takes. */
    static int size(Lists.Entry list, int pages) {
        return 2 + list.count() * (bits(pages / list.count()) + 3) / 8;
    }

    private static int bits(int value) {
        return Math.min(SIZES - 1, 31 - Integer.numberOfLeadingZeros(Math.max(1, value)));
    }

    private void list(Lists.Entry list) {
        word(list.word());
        int count = list.count();
        coder.number(COUNT, count);
        int sparse = STEP + Coder.NUMBER * bits(pages / count);
        int common = bits(count);
        Lists.Walk walk = list.walk();
        for (int doc = -1; walk.next(); doc = walk.doc()) {
            coder.number(sparse, walk.doc() - doc);
            coder.bit(HAS_FIRST + common, walk.first() > 0 ? 1 : 0);
            if (walk.first() > 0) {
                coder.number(BOTH_FIRST, walk.first());
                coder.number(BOTH_SECOND, walk.second() + 1);
            } else {
                coder.number(OFTEN + Coder.NUMBER * common, walk.second());
            }
        }
    }

    private void word(String word) {
        boolean pair = isPair(word);
        coder.bit(PAIR, pair ? 1 : 0);
        if (pair) {
            pair(word);
        } else {
            other(word);
        }
        before = word;
    }

    private void pair(String word) {
        boolean afterPair = isPair(before);
        boolean same = afterPair && before.charAt(0) == word.charAt(0);
        if (afterPair) {
            coder.bit(SAME, same ? 1 : 0);
        }
        if (same) {
            coder.number(SECOND_STEP, word.charAt(1) - before.charAt(1));
        } else {
            char from = before.isEmpty() ? 0 : before.charAt(0);
            coder.number(FIRST_STEP, word.charAt(0) - Math.max(from, Names.FIRST) + 1);
            coder.number(SECOND, word.charAt(1) - Names.FIRST + 1);
        }
    }

    private void other(String word) {
        int same = 0;
        int most = Math.min(before.length(), word.length());
        while (same < most && before.charAt(same) == word.charAt(same)) {
            same++;
        }
        coder.number(SHARED, same + 1);
        coder.number(REST, word.length() - same + 1);
        for (char c : word.substring(same).toCharArray()) {
            coder.bit(ASCII, c < 128 ? 0 : 1);
            if (c < 128) {
                coder.symbol(LETTER, 7, c);
            } else {
                coder.plain(16, c);
            }
        }
    }

    private static boolean isPair(String word) {
        return word.length() == 2 && Names.isRead(word.charAt(0)) && Names.isRead(word.charAt(1));
    }
}
