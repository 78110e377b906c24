package io.zhibu.search;

import java.util.Arrays;

/** Keeps the greatest few of many values; of equal ones those that stand first. */
final class Greatest {
    /** The value above, the place below and turned round; the least of those kept is the first. */
    private final long[] kept;

    private int count;

    Greatest(int most) {
        kept = new long[most];
    }

    /** @param value 0 or above */
    void add(int place, float value) {
        long one = (long) Float.floatToIntBits(value) << 32 | Integer.MAX_VALUE - place;
        if (count < kept.length) {
            count++;
        } else if (one < kept[kept.length - count]) {
            return;
        }
        int at = kept.length - count;
        while (at + 1 < kept.length && kept[at + 1] < one) {
            kept[at] = kept[++at];
        }
        kept[at] = one;
    }

    /** Where those kept stand, the greatest first. */
    int[] places() {
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = Integer.MAX_VALUE - (int) kept[kept.length - 1 - i];
        }
        return places;
    }

    /** Where those kept stand, the first place first. */
    int[] inOrder() {
        int[] places = places();
        Arrays.sort(places);
        return places;
    }
}
