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
    private final List<List<Lists.Entry>> cut = new ArrayList<>();
    private List<Lists.Entry> open = new ArrayList<>();
    private int size;

    /**
     * @param pages of the whole site: the more, the larger the shards, or the directory of all outweighed what they save
     * @param pieces whether a question gets pieces of that directory only
     */
    Cutting(int pages, boolean pieces) {
        this.pages = pages;
        this.smallest = pages < SMALL_SITE || pieces ? 1800 : 3600;
        this.largest = 3 * smallest;
    }

    /** Begins with those behind which nothing was cut yet. */
    Cutting from(List<Lists.Entry> begun) {
        begun.forEach(this::open);
        return this;
    }

    /** Where a shard ends depends on the words around: one word more moves the borders near it and no others. */
    void add(Lists.Entry list) {
        boolean ends = size >= smallest && Math.floorMod(spread(list.word()), CUT_ONE_IN) == 0
                || size + ListCoding.size(list, pages) > largest;
        if (ends && !open.isEmpty()) {
            cut.add(open);
            open = new ArrayList<>();
            size = 0;
        }
        open(list);
    }

    private void open(Lists.Entry list) {
        open.add(list);
        size += ListCoding.size(list, pages);
    }

    /** The shards that have an end, in order. */
    List<List<Lists.Entry>> cut() {
        return cut;
    }

    /** What the next one begins with. */
    List<Lists.Entry> open() {
        return open;
    }

    // A word's own hash code takes neighbours to neighbours.
    private static int spread(String word) {
        int hash = word.hashCode() * 0x9E3779B9;
        return hash >>> 15;
    }
}
