package io.zhibu.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/** The words of a family with the pages that have them, taken out of the index. */
final class Lists {
    private final LeafReader reader;
    private final Family family;

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

        private Walk(byte[] packed) {
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

    Lists(LeafReader reader, Family family) {
        this.reader = reader;
        this.family = family;
    }

    /** In the order of UTF-16, which is JavaScript's. */
    List<Entry> all() throws IOException {
        List<Entry> all = new ArrayList<>();
        Side first = new Side(reader.terms(family.first()));
        Side second = new Side(reader.terms(family.second()));
        while (first.has() || second.has()) {
            int order = !first.has() ? 1 : !second.has() ? -1 : first.word.compareTo(second.word);
            String word = (order <= 0 ? first : second).word.utf8ToString();
            all.add(entry(word, order <= 0 ? first.pages() : Side.NONE, order >= 0 ? second.pages() : Side.NONE));
            if (order <= 0) {
                first.next();
            }
            if (order >= 0) {
                second.next();
            }
        }
        all.sort(Comparator.comparing(Entry::word));
        return all;
    }

    private static Entry entry(String word, int[] first, int[] second) {
        Bytes packed = new Bytes();
        int count = 0;
        int before = 0;
        for (int i = 0, j = 0; i < first.length || j < second.length; count++) {
            int doc = Math.min(
                    i < first.length ? first[i] : Integer.MAX_VALUE, j < second.length ? second[j] : Integer.MAX_VALUE);
            int often = 0;
            int alsoOften = 0;
            if (i < first.length && first[i] == doc) {
                often = first[i + 1];
                i += 2;
            }
            if (j < second.length && second[j] == doc) {
                alsoOften = second[j + 1];
                j += 2;
            }
            step(packed, doc - before, often, alsoOften);
            before = doc;
        }
        return new Entry(word, count, packed.all());
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

    /** One field's words, one after the other. */
    private static final class Side {
        private static final int[] NONE = new int[0];
        private final TermsEnum words;
        private PostingsEnum postings;
        private BytesRef word;

        Side(Terms terms) throws IOException {
            words = terms == null ? TermsEnum.EMPTY : terms.iterator();
            next();
        }

        boolean has() {
            return word != null;
        }

        void next() throws IOException {
            word = words.next();
        }

        /** A page and how often it has the word, in turn. */
        int[] pages() throws IOException {
            postings = words.postings(postings, PostingsEnum.FREQS);
            int[] pages = new int[2 * words.docFreq()];
            int at = 0;
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                pages[at++] = doc;
                pages[at++] = postings.freq();
            }
            return pages;
        }
    }
}
