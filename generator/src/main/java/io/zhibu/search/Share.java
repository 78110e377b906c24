package io.zhibu.search;

import io.zhibu.memo.Packing;

/**
 * What some entries in a row give to a family.
 *
 * @param words of both fields
 * @param first how long the first field is in each
 * @param second how long the second is
 */
record Share(Bundles words, Measure first, Measure second) {
    void write(Packing.Out out) {
        first.write(out);
        second.write(out);
        words.write(out);
    }

    static Share read(Packing.In in) {
        Measure first = Measure.read(in);
        Measure second = Measure.read(in);
        return new Share(Bundles.read(in), first, second);
    }

    Measure measure(boolean ofFirst) {
        return ofFirst ? first : second;
    }
}
