package io.zhibu.search;

import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.parallel.Parallel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Files of what a list shows of each page, and of what the pages say. */
final class Titles {
    /** Pages in a file. */
    private static final int PAGES = 8;

    /** The same on a large site, or the names of the files outweighed what a question needs of them. */
    private static final int MANY = 32;

    /** UTF-16 units of texts: with fewer of them there were more files, with more of them a hit dragged its neighbours along. */
    private static final int TEXTS = 2048;

    private final List<Entry> entries;
    private final int pages;
    private final Shards shards;
    private final Parallel parallel;
    private final Memory.Book parts;

    /** @param large whether these are those of a large site */
    Titles(List<Entry> entries, boolean large, Shards shards, Parallel parallel, Memory.Book parts) {
        this.parts = parts;
        this.entries = entries;
        this.pages = large ? MANY : PAGES;
        this.shards = shards;
        this.parallel = parallel;
    }

    /** Entries whose texts stand in one file. */
    private record Texts(List<Entry> entries, byte[] coded) {}

    /** Adds the files and tells the bytes of the names of those with the titles, in order; each of these names its files with texts. */
    List<byte[]> added() {
        List<byte[]> names = new ArrayList<>();
        List<List<Entry>> cut = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += pages) {
            cut(from, Math.min(from + pages, entries.size()), cut);
        }
        Iterator<Texts> texts = parallel.map(cut, () -> {
                    TextCoding coding = new TextCoding();
                    return entries -> new Texts(entries, coded(entries, coding));
                })
                .iterator();
        for (int from = 0; from < entries.size(); from += pages) {
            names.add(titles(from, Math.min(from + pages, entries.size()), texts));
        }
        return names;
    }

    private byte[] coded(List<Entry> entries, TextCoding coding) {
        Digest.Of texts = new Digest.Of().number(-1);
        entries.forEach(entry -> texts.text(entry.summary()).add(entry.said().digest()));
        return Remembered.in(parts, texts.digest(), () -> coding.coded(entries));
    }

    private void cut(int from, int end, List<List<Entry>> cut) {
        int units = 0;
        for (int at = from, first = from; at < end; at++) {
            units += entries.get(at).said().length();
            if (units >= TEXTS || at + 1 == end) {
                cut.add(entries.subList(first, at + 1));
                first = at + 1;
                units = 0;
            }
        }
    }

    private byte[] titles(int from, int end, Iterator<Texts> texts) {
        Bytes titles = new Bytes();
        for (Entry entry : entries.subList(from, end)) {
            titles.text(entry.id()).text(entry.title()).text(entry.uri()).text(entry.type());
            titles.text(entry.unit()).text(entry.year());
        }
        for (int told = from; told < end; ) {
            Texts next = texts.next();
            titles.number(next.entries().size()).raw(shards.addCoded("x", next.coded()));
            told += next.entries().size();
        }
        return shards.add("t", titles.all());
    }
}
