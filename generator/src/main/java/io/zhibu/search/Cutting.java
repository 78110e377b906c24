package io.zhibu.search;

import java.util.ArrayList;
import java.util.List;

/** Cuts the words of a family into shards: large enough to be few, small enough to be fetched for one word. */
final class Cutting {
    private static final int SMALL_SITE = 8_000;
    private static final int CUT_ONE_IN = 48;

    private final int pages;
    private final int smallest;
    private final int largest;

    /**
     * @param pages of the whole site: the more, the larger the shards, or the directory of all outweighed what they save
     * @param pieces whether a question gets pieces of that directory only
     */
    Cutting(int pages, boolean pieces) {
        this.pages = pages;
        this.smallest = pages < SMALL_SITE || pieces ? 1800 : 3600;
        this.largest = 3 * smallest;
    }

    /** Where a shard ends depends on the words around: one word more moves the borders near it and no others. */
    List<List<Lists.Entry>> cut(List<Lists.Entry> lists) {
        List<List<Lists.Entry>> cut = new ArrayList<>();
        List<Lists.Entry> open = new ArrayList<>();
        int size = 0;
        for (Lists.Entry list : lists) {
            int own = ListCoding.size(list, pages);
            boolean ends =
                    size >= smallest && Math.floorMod(spread(list.word()), CUT_ONE_IN) == 0 || size + own > largest;
            if (ends && !open.isEmpty()) {
                cut.add(open);
                open = new ArrayList<>();
                size = 0;
            }
            open.add(list);
            size += own;
        }
        if (!open.isEmpty()) {
            cut.add(open);
        }
        return cut;
    }

    // A word's own hash code takes neighbours to neighbours.
    private static int spread(String word) {
        int hash = word.hashCode() * 0x9E3779B9;
        return hash >>> 15;
    }
}
