package io.zhibu.search;

import io.zhibu.hanzi.Folding;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Packing;
import io.zhibu.parallel.Parallel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Entries in rows of equal length, and what each row gives to the files: kept under all that it is made from, so that of a site in which one
 * entry changed, one row is made anew.
 */
final class Parts {
    /** Entries in a row; the files of titles end with one. */
    private static final int ROW = 64;

    private static final int WORDS = 1;
    private static final int NAMES = 2;

    private final List<Item> items;
    private final Folding folding;
    private final Hearing hearing;
    private final Parallel parallel;
    private final Memory.Book book;
    private final List<Row> rows;
    private Map<Family, List<Share>> shares;

    /**
     * @param items in the order of their numbers
     * @param book of what rows came to by the same readings
     */
    Parts(List<Item> items, Folding folding, Hearing hearing, Parallel parallel, Memory.Book book) {
        this.items = items;
        this.folding = folding;
        this.hearing = hearing;
        this.parallel = parallel;
        this.book = book;
        this.rows = IntStream.iterate(0, from -> from < items.size(), from -> from + ROW)
                .mapToObj(from -> new Row(from, items.subList(from, Math.min(items.size(), from + ROW))))
                .toList();
    }

    /**
     * Entries in a row.
     *
     * @param from the number of the first
     */
    record Row(int from, List<Item> items) {
        List<Entry> entries() {
            return items.stream().map(Item::entry).toList();
        }

        /** For what is made from all that these entries hold. */
        Digest key(int what) {
            Digest.Of key = new Digest.Of().number(what);
            items.forEach(item -> key.add(item.digest()));
            return key.digest();
        }
    }

    List<Row> rows() {
        return rows;
    }

    /** In the order of the rows. */
    synchronized List<Share> of(Family family) {
        if (shares == null) {
            List<Worded> worded = parallel.map(rows, () -> this::worded);
            List<Optional<Share>> known = parallel.map(
                    worded, () -> row -> book.recall(row.heard()).map(kept -> Share.read(new Packing.In(kept))));
            List<Share> heard = new ArrayList<>();
            for (int at = 0; at < rows.size(); at++) {
                Row row = rows.get(at);
                Digest key = worded.get(at).heard();
                heard.add(known.get(at).orElseGet(() -> heard(row, key)));
            }
            shares = new EnumMap<>(
                    Map.of(Family.WORDS, worded.stream().map(Worded::share).toList(), Family.NAMES, heard));
        }
        return shares.get(family);
    }

    /** How long a field is in each row. */
    List<Measure> measures(Family family, boolean first) {
        return of(family).stream().map(share -> share.measure(first)).toList();
    }

    Measure.Extent extent(Family family, boolean first) {
        return measures(family, first).stream().map(Measure::all).reduce(Measure.Extent.NONE, Measure.Extent::and);
    }

    /** How much of a field is of places. */
    Measure.Extent places(Family family, boolean first) {
        return measures(family, first).stream().map(Measure::places).reduce(Measure.Extent.NONE, Measure.Extent::and);
    }

    /**
     * What a row says.
     *
     * @param heard for what is made from its names
     */
    private record Worded(Share share, Digest heard) {}

    private Worded worded(Row row) {
        Digest key = row.key(WORDS);
        Optional<byte[]> kept = book.recall(key);
        if (kept.isPresent()) {
            Packing.In in = new Packing.In(kept.get());
            Digest heard = Digest.read(in.bytes(), 0);
            return new Worded(Share.read(in), heard);
        }
        Lists lists = new Lists();
        Measure first = Measure.ofNothing(row.items().size());
        Measure second = first;
        Digest.Of heard = new Digest.Of().number(NAMES);
        for (int at = 0; at < row.items().size(); at++) {
            Entry entry = row.items().get(at).entry();
            first = first.with(at, lists.cut(at, true, Index.titled(entry, folding)), entry.kind());
            second = second.with(at, lists.cut(at, false, Index.said(entry, folding)), entry.kind());
            heard.text(entry.names()).text(entry.labels()).text(String.join(" ", entry.reading()));
            heard.number(entry.kind().ordinal());
        }
        Worded worded = new Worded(new Share(Bundles.of(lists.all()), first, second), heard.digest());
        Packing.Out out = new Packing.Out().bytes(worded.heard().bytes());
        worded.share().write(out);
        book.keep(key, out.bytes());
        return worded;
    }

    private Share heard(Row row, Digest key) {
        Lists lists = new Lists();
        Measure first = Measure.ofNothing(row.items().size());
        Measure second = first;
        for (int at = 0; at < row.items().size(); at++) {
            Entry entry = row.items().get(at).entry();
            Hearing.Heard heard = hearing.of(entry);
            first = first.with(at, lists.add(at, true, heard.names()), entry.kind());
            second = second.with(at, lists.add(at, false, heard.labels()), entry.kind());
        }
        Share share = new Share(Bundles.of(lists.all()), first, second);
        Packing.Out out = new Packing.Out();
        share.write(out);
        book.keep(key, out.bytes());
        return share;
    }
}
