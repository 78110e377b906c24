package io.zhibu.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectionStatistics;

/** How long each page's fields are, as the byte that Lucene keeps of it; 0 where a page hasn't the field. */
final class Lengths {
    private final Index index;
    private final Map<String, byte[]> byField = new LinkedHashMap<>();

    private Lengths(Index index, Map<String, byte[]> byField) {
        this.index = index;
        this.byField.putAll(byField);
    }

    Lengths(Index index) throws IOException {
        this.index = index;
        for (Family family : Family.values()) {
            read(family.first());
            read(family.second());
        }
    }

    private void read(String field) throws IOException {
        for (LeafReader reader : index.leaves()) {
            NumericDocValues norms = reader.getNormValues(field);
            if (norms != null) {
                byte[] lengths = new byte[reader.maxDoc()];
                for (int doc = norms.nextDoc(); doc < lengths.length; doc = norms.nextDoc()) {
                    lengths[doc] = (byte) norms.longValue();
                }
                byField.put(field, lengths);
            }
        }
    }

    /** Adds what is said of a field once for all pages: how many have it, their average length, whether their lengths are told. */
    void describe(Bytes boot, String field) throws IOException {
        CollectionStatistics pages = new PageSearcher(index).collectionStatistics(field);
        boot.number(pages == null ? 0 : (int) pages.docCount())
                .real(pages == null ? 0 : (float) (pages.sumTotalTermFreq() / (double) pages.docCount()))
                .number(byField.containsKey(field) ? 1 : 0);
    }

    /** Those of a family's fields. */
    Lengths of(Family family) {
        Map<String, byte[]> own = new LinkedHashMap<>(byField);
        own.keySet().retainAll(List.of(family.first(), family.second()));
        return new Lengths(index, own);
    }

    /** All pages' lengths, a field after the other. */
    byte[] coded() {
        Coder coder = new Coder(256 * byField.size());
        int context = 0;
        for (byte[] lengths : byField.values()) {
            for (byte length : lengths) {
                coder.symbol(context, 8, length & 0xFF);
            }
            context += 256;
        }
        return coder.all();
    }
}
