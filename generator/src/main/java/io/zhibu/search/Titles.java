package io.zhibu.search;

import java.util.ArrayList;
import java.util.List;

/** Files of what a list shows of each page, and of what the pages say. */
final class Titles {
    /** Pages in a file. */
    static final int PAGES = 8;

    private static final int TEXTS = 6 << 10;
    private static final int FEWEST_TEXTS = 2;

    private final List<Entry> entries;
    private final Shards shards;
    private final List<Lengths> lengths;

    /** @param lengths of the fields whose lengths a browser takes from these files; none if it has them otherwise */
    Titles(List<Entry> entries, Shards shards, List<Lengths> lengths) {
        this.entries = entries;
        this.shards = shards;
        this.lengths = lengths;
    }

    /** Adds the files and tells the bytes of the names of those with the titles, in order; each of these names its files with texts. */
    List<byte[]> added() {
        List<byte[]> names = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += PAGES) {
            names.add(titles(from, Math.min(from + PAGES, entries.size())));
        }
        return names;
    }

    private byte[] titles(int from, int end) {
        List<Entry> some = entries.subList(from, end);
        Bytes titles = new Bytes();
        for (Entry entry : some) {
            titles.text(entry.id()).text(entry.title()).text(entry.uri()).text(entry.type());
            titles.text(entry.unit()).text(entry.year()).number(entry.sample() ? 1 : 0);
        }
        titles.raw(texts(some));
        for (int page = from; page < end; page++) {
            for (Lengths one : lengths) {
                one.of(page, titles);
            }
        }
        return shards.add("t", titles.all());
    }

    /** For each file how many pages, and the bytes of its name. */
    private byte[] texts(List<Entry> some) {
        Bytes files = new Bytes();
        Bytes open = new Bytes();
        int count = 0;
        for (int at = 0; at < some.size(); at++) {
            Entry entry = some.get(at);
            open.text(entry.title()).text(entry.summary()).text(entry.text());
            count++;
            if (count >= FEWEST_TEXTS && open.size() >= TEXTS || at + 1 == some.size()) {
                files.number(count).raw(shards.add("x", open.all()));
                open = new Bytes();
                count = 0;
            }
        }
        return files.all();
    }
}
