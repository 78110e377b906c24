package io.zhibu.search;

import io.zhibu.memo.Packing;
import java.util.Arrays;
import org.apache.lucene.util.SmallFloat;

/**
 * How long a field is in some entries in a row.
 *
 * @param lengths of each the byte that Lucene keeps of it; 0 where one hasn't the field
 * @param all of all of them
 * @param places of those that are places
 */
record Measure(byte[] lengths, Extent all, Extent places) {
    static Measure ofNothing(int entries) {
        return new Measure(new byte[entries], Extent.NONE, Extent.NONE);
    }

    /**
     * How much of a field there is.
     *
     * @param pages that have it
     * @param words in all of them
     */
    record Extent(int pages, long words) {
        static final Extent NONE = new Extent(0, 0);

        Extent and(Extent other) {
            return new Extent(pages + other.pages, words + other.words);
        }

        Extent plus(int more) {
            return more == 0 ? this : new Extent(pages + 1, words + more);
        }

        private void write(Packing.Out out) {
            out.number(pages).text(Long.toString(words));
        }

        private static Extent read(Packing.In in) {
            return new Extent(in.number(), Long.parseLong(in.text()));
        }
    }

    /** With one of them measured that wasn't yet. */
    Measure with(int at, int words, Entry.Kind kind) {
        byte[] more = Arrays.copyOf(lengths, lengths.length);
        more[at] = SmallFloat.intToByte4(words);
        return new Measure(more, all.plus(words), kind == Entry.Kind.PLACE ? places.plus(words) : places);
    }

    void write(Packing.Out out) {
        out.bytes(lengths);
        all.write(out);
        places.write(out);
    }

    static Measure read(Packing.In in) {
        return new Measure(in.bytes(), Extent.read(in), Extent.read(in));
    }
}
