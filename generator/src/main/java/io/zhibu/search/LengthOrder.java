package io.zhibu.search;

import io.zhibu.hanzi.Folding;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.parallel.Parallel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.SmallFloat;

/**
 * Entries, those of equal lengths beside each other: then the lengths of all together are a few hundred bytes, and a browser can know
 * them before it knows which pages it is asked for. Those of equal lengths keep their order.
 *
 * @param item one of them
 * @param title the byte that Lucene keeps of how long its names are
 * @param body the byte of how long the rest is
 * @param name the byte of how many its sounds are
 */
record LengthOrder(Item item, byte title, byte body, byte name) {
    private static final int KEY = 5;

    /** @param book of lengths by the same readings */
    static List<LengthOrder> of(
            List<Item> items, Hearing hearing, Folding folding, Parallel parallel, Memory.Book book) {
        List<Optional<byte[]>> known = parallel.map(items, () -> item -> book.recall(key(item)));
        List<Item> unknown = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            if (known.get(at).isEmpty()) {
                unknown.add(items.get(at));
            }
        }
        List<byte[]> written = parallel.map(unknown, () -> item -> written(item.entry(), folding));
        List<LengthOrder> all = new ArrayList<>();
        int made = 0;
        for (int at = 0; at < items.size(); at++) {
            Item item = items.get(at);
            byte[] lengths = known.get(at).orElse(null);
            if (lengths == null) {
                lengths = written.get(made++);
                lengths[2] =
                        SmallFloat.intToByte4(hearing.of(item.entry()).names().size());
                book.keep(key(item), lengths);
            }
            all.add(new LengthOrder(item, lengths[0], lengths[1], lengths[2]));
        }
        return all.stream()
                .sorted(Comparator.<LengthOrder, Boolean>comparing(
                                one -> one.item().sample())
                        .thenComparing(one -> one.item().kind())
                        .thenComparing(LengthOrder::title)
                        .thenComparing(LengthOrder::body)
                        .thenComparing(LengthOrder::name))
                .toList();
    }

    private static Digest key(Item item) {
        return new Digest.Of().number(KEY).add(item.digest()).digest();
    }

    /** With room for what is heard, by one thread. */
    private static byte[] written(Entry entry, Folding folding) {
        return new byte[] {
            SmallFloat.intToByte4(Tokens.count(Index.titled(entry, folding))),
            SmallFloat.intToByte4(Tokens.count(Index.said(entry, folding))),
            0
        };
    }
}
