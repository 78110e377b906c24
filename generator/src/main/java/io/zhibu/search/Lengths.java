package io.zhibu.search;

import java.util.List;

/** How long each page's fields are, as the byte that Lucene keeps of it; 0 where a page hasn't the field. */
final class Lengths {
    private final Index index;

    Lengths(Index index) {
        this.index = index;
    }

    /** Whether lengths of the field count: labels are as many as somebody cares to write. */
    private static boolean isTold(Family family, boolean first) {
        return family == Family.WORDS || first;
    }

    /** Adds what is said of a field once for all pages: how many have it, their average length, whether their lengths are told. */
    void describe(Bytes boot, Family family, boolean first) {
        Measure.Extent all = index.parts().extent(family, first);
        Measure.Extent places = index.parts().places(family, first);
        Measure.Extent pages = places.pages() == all.pages()
                ? all
                : new Measure.Extent(all.pages() - places.pages(), all.words() - places.words());
        boot.number(pages.pages())
                .real(pages.pages() == 0 ? 0 : (float) (pages.words() / (double) pages.pages()))
                .number(isTold(family, first) && !index.entries().isEmpty() ? 1 : 0);
    }

    /** All pages' lengths of a family, a field after the other. */
    byte[] coded(Family family) {
        Coder coder = new Coder(512);
        int context = 0;
        for (boolean first : new boolean[] {true, false}) {
            List<Measure> measures = isTold(family, first) ? index.parts().measures(family, first) : List.of();
            for (Measure measure : measures) {
                for (byte length : measure.lengths()) {
                    coder.symbol(context, 8, length & 0xFF);
                }
            }
            context += 256;
        }
        return coder.all();
    }
}
