package io.zhibu.search;

import io.zhibu.memo.Digest;
import io.zhibu.memo.Packing;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of some entries in a row with their lists, those that begin alike in one bundle: so that of the words of all entries only those
 * bundles are put together anew in which something changed.
 */
final class Bundles {
    private static final int ASCII = 0x80;
    /** Characters beside each other whose words are in one bundle. */
    private static final int NEIGHBOURS = 5;

    /** More than the number of any bundle. */
    static final int MOST = ASCII * ASCII + (0x10000 >>> NEIGHBOURS);

    private final List<Bundle> bundles;

    /**
     * Words in a row.
     *
     * @param number tells how they begin; in the order of the words
     */
    record Bundle(int number, Digest digest, byte[] lists) {
        /** What takes each list in turn. */
        @FunctionalInterface
        interface Step {
            void list(String word, byte[] packed);
        }

        void forEach(Step step) {
            Packing.In in = new Packing.In(lists);
            String word = "";
            while (in.hasMore()) {
                word = word.substring(0, in.number()) + in.text();
                step.list(word, in.bytes());
            }
        }
    }

    private Bundles(List<Bundle> bundles) {
        this.bundles = bundles;
    }

    /** @param lists in the order of their words */
    static Bundles of(List<Lists.Entry> lists) {
        List<Bundle> bundles = new ArrayList<>();
        for (int from = 0, to; from < lists.size(); from = to) {
            int number = number(lists.get(from).word());
            Packing.Out out = new Packing.Out();
            String before = "";
            for (to = from; to < lists.size() && number(lists.get(to).word()) == number; to++) {
                String word = lists.get(to).word();
                int same = same(before, word);
                out.number(same).text(word.substring(same)).bytes(lists.get(to).packed());
                before = word;
            }
            byte[] packed = out.bytes();
            bundles.add(new Bundle(number, Digest.of(packed), packed));
        }
        return new Bundles(bundles);
    }

    /** Units that two words begin with; no pair is cut in two. */
    private static int same(String before, String word) {
        int same = 0;
        int most = Math.min(before.length(), word.length());
        while (same < most && before.charAt(same) == word.charAt(same)) {
            same++;
        }
        return same > 0 && Character.isHighSurrogate(word.charAt(same - 1)) ? same - 1 : same;
    }

    /** Words of ASCII are told apart by their second character too: all sounds are such. */
    private static int number(String word) {
        char first = word.charAt(0);
        return first < ASCII
                ? first * ASCII + (word.length() == 1 ? 0 : Math.min(ASCII - 1, word.charAt(1)))
                : ASCII * ASCII + (first >>> NEIGHBOURS);
    }

    /** In the order of their words. */
    List<Bundle> all() {
        return bundles;
    }

    void write(Packing.Out out) {
        out.number(bundles.size());
        for (Bundle bundle : bundles) {
            out.number(bundle.number()).bytes(bundle.digest().bytes()).bytes(bundle.lists());
        }
    }

    static Bundles read(Packing.In in) {
        List<Bundle> bundles = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            bundles.add(new Bundle(in.number(), Digest.read(in.bytes(), 0), in.bytes()));
        }
        return new Bundles(bundles);
    }
}
