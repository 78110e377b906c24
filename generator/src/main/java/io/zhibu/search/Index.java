package io.zhibu.search;

import io.zhibu.hanzi.Folding;
import io.zhibu.hanzi.Polyphones;
import io.zhibu.hanzi.Readings;
import io.zhibu.memo.Memory;
import io.zhibu.parallel.Parallel;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;

/**
 * The entries, what each part of them gives to the words of all, and Lucene's index over them for whoever asks. Their numbers tell what they
 * are: true ones first, and of these as of the made-up ones first the entries, then pages, then places; otherwise the order is that of the
 * entries, on large sites that of their lengths.
 */
final class Index {
    /** UTF-16 units of a word. */
    static final int LONGEST = 64;

    private static final int KINDS = Entry.Kind.values().length;

    private final List<Item> items;
    private final Folding folding;
    private final Polyphones polyphones;
    private final Synonyms synonyms;
    private final Parts parts;
    private final int[] borders;
    private final Hearing hearing;
    private final LuceneIndex lucene;

    private Index(
            List<Item> items,
            Folding folding,
            Polyphones polyphones,
            Hearing hearing,
            Synonyms synonyms,
            Parallel parallel,
            Memory.Book book) {
        this.items = List.copyOf(items);
        this.borders = new int[2 * KINDS];
        for (Item item : items) {
            for (int later = border(item.sample(), item.kind()) + 1; later < borders.length; later++) {
                borders[later]++;
            }
        }
        this.folding = folding;
        this.polyphones = polyphones;
        this.hearing = hearing;
        this.synonyms = synonyms;
        this.parts = new Parts(this.items, folding, hearing, parallel, book);
        this.lucene = new LuceneIndex(this.items, folding, hearing, parallel, book);
    }

    static Index of(List<Entry> found, Folding folding, Readings readings, Synonyms synonyms, Parallel parallel) {
        return of(found.stream().map(Item::of).toList(), folding, readings, synonyms, parallel, Memory.Book.BLANK);
    }

    /** @param book of what parts of entries came to by the same readings */
    static Index of(
            List<Item> found,
            Folding folding,
            Readings readings,
            Synonyms synonyms,
            Parallel parallel,
            Memory.Book book) {
        Polyphones polyphones = new Polyphones(readings);
        Hearing hearing = new Hearing(folding, new Names(readings, polyphones));
        List<Item> items = found.size() > Sharding.LARGE
                ? LengthOrder.of(found, hearing, folding, parallel, book).stream()
                        .map(LengthOrder::item)
                        .toList()
                : found.stream()
                        .sorted(Comparator.comparing(Item::sample).thenComparing(Item::kind))
                        .toList();
        return new Index(items, folding, polyphones, hearing, synonyms, parallel, book);
    }

    static String titled(Entry entry, Folding folding) {
        return folding.fold(entry.names() + "\n" + entry.labels());
    }

    static String said(Entry entry, Folding folding) {
        return folding.fold(entry.summary() + "\n" + entry.text());
    }

    /** Some of the entries, each with its words when it is asked for. */
    Stream<Indexed> indexed(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::indexed);
    }

    private Indexed indexed(int at) {
        Entry entry = entries().get(at);
        Hearing.Heard heard = hearing.of(entry);
        boolean place = entry.kind() == Entry.Kind.PLACE;
        return new Indexed(
                entry.id(),
                entry.kind().ordinal()
                        + (place
                                ? "%07d".formatted(at - from(entry.sample(), Entry.Kind.PLACE))
                                : URLDecoder.decode(entry.uri().replace("+", "%2B"), StandardCharsets.UTF_8)),
                entry.title(),
                entry.uri(),
                entry.summary(),
                entry.type(),
                entry.unit(),
                entry.year(),
                entry.sample(),
                entry.kind() == Entry.Kind.ENTRY,
                place,
                entry.choices(),
                entry.day(),
                entry.text(),
                entry.sections().stream()
                        .map(section -> new Indexed.Section(section.at(), section.anchor()))
                        .toList(),
                counted(titled(entry, folding)),
                counted(said(entry, folding)),
                heard.names(),
                heard.labels());
    }

    private static Map<String, Integer> counted(String folded) {
        Map<String, Integer> words = new LinkedHashMap<>();
        Tokens.of(folded).forEach(token -> words.merge(shortened(token.text()), 1, Integer::sum));
        return words;
    }

    /** Longer ones are no words, and Lucene refuses those above 32 KB. */
    static String shortened(String word) {
        return word.length() > LONGEST ? word.substring(0, LONGEST) : word;
    }

    /** Each is put together when it is asked for. */
    List<Entry> entries() {
        return new AbstractList<>() {
            @Override
            public Entry get(int at) {
                return items.get(at).entry();
            }

            @Override
            public int size() {
                return items.size();
            }
        };
    }

    /** Those that are found by their names. */
    Stream<Entry> places() {
        return items.stream().filter(item -> item.kind() == Entry.Kind.PLACE).map(Item::entry);
    }

    /** How many stand before the first true one, or the first made-up one, of this kind or a later one. */
    int from(boolean sample, Entry.Kind kind) {
        return borders[border(sample, kind)];
    }

    private static int border(boolean sample, Entry.Kind kind) {
        return (sample ? KINDS : 0) + kind.ordinal();
    }

    /** What entries in a row give to all. */
    Parts parts() {
        return parts;
    }

    Folding folding() {
        return folding;
    }

    Polyphones polyphones() {
        return polyphones;
    }

    Synonyms synonyms() {
        return synonyms;
    }

    /** Lucene's index, which is there from now on. */
    IndexReader reader() {
        return lucene.reader();
    }
}
