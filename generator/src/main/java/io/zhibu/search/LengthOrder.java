package io.zhibu.search;

import io.zhibu.hanzi.Folding;
import io.zhibu.parallel.Parallel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.util.SmallFloat;

/**
 * Entries, those of equal lengths beside each other: then the lengths of all together are a few hundred bytes, and a browser can know
 * them before it knows which pages it is asked for. Those of equal lengths keep their order.
 *
 * @param entry one of them
 * @param sounds by what it is heard
 * @param title the byte that Lucene keeps of how long its names are
 * @param body the byte of how long the rest is
 * @param name the byte of how many its sounds are
 */
record LengthOrder(Entry entry, Index.Heard sounds, byte title, byte body, byte name) {
    static List<LengthOrder> of(List<Entry> entries, List<Index.Heard> sounds, Folding folding, Parallel parallel) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < entries.size(); at++) {
            places.add(at);
        }
        return parallel.map(places, () -> at -> of(entries.get(at), sounds.get(at), folding)).stream()
                .sorted(Comparator.<LengthOrder, Boolean>comparing(
                                one -> one.entry().sample())
                        .thenComparing(one -> one.entry().kind())
                        .thenComparing(LengthOrder::title)
                        .thenComparing(LengthOrder::body)
                        .thenComparing(LengthOrder::name))
                .toList();
    }

    private static LengthOrder of(Entry entry, Index.Heard sounds, Folding folding) {
        return new LengthOrder(
                entry,
                sounds,
                SmallFloat.intToByte4(Tokens.count(Index.titled(entry, folding))),
                SmallFloat.intToByte4(Tokens.count(Index.said(entry, folding))),
                SmallFloat.intToByte4(sounds.names().size()));
    }
}
