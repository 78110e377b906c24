package io.zhibu.search;

import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Packing;
import io.zhibu.parallel.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Files of what a list shows of each page, and of what the pages say. */
final class Titles {
    /** Pages in a file. */
    private static final int PAGES = 8;

    /** The same on a large site, or the names of the files outweighed what a question needs of them. */
    private static final int MANY = 32;

    /** UTF-16 units of texts: with fewer of them there were more files, with more of them a hit dragged its neighbours along. */
    private static final int TEXTS = 2048;

    private static final int FILES = 3;

    private final List<Parts.Row> rows;
    private final int pages;
    private final Shards shards;
    private final Parallel parallel;
    private final Memory.Book book;

    /** @param large whether these are those of a large site */
    Titles(List<Parts.Row> rows, boolean large, Shards shards, Parallel parallel, Memory.Book book) {
        this.book = book;
        this.rows = rows;
        this.pages = large ? MANY : PAGES;
        this.shards = shards;
        this.parallel = parallel;
    }

    /** Pages whose texts stand in one file. */
    private record Texts(int pages, Shard file) {}

    /**
     * Pages whose titles stand in one file.
     *
     * @param from how many of the row stand before them
     * @param file if all names of its files with texts are as they should be
     */
    private record Group(int from, List<Texts> texts, Shard file) {}

    /** A row, and what it comes to. */
    private record Filed(Parts.Row row, List<Group> groups) {}

    /** Adds the files and tells the bytes of the names of those with the titles, in order; each of these names its files with texts. */
    List<byte[]> added() {
        List<byte[]> names = new ArrayList<>();
        for (Filed filed : parallel.map(rows, () -> {
            TextCoding coding = new TextCoding();
            return row -> new Filed(row, groups(row, coding));
        })) {
            filed.groups().forEach(group -> names.add(added(filed.row(), group)));
        }
        return names;
    }

    private byte[] added(Parts.Row row, Group group) {
        List<byte[]> names = new ArrayList<>();
        boolean all = true;
        for (Texts texts : group.texts()) {
            byte[] name = shards.add("x", texts.file());
            names.add(name);
            all &= Arrays.equals(name, texts.file().hash());
        }
        return shards.add("t", all ? group.file() : titles(row, group.from(), group.texts(), names));
    }

    private List<Group> groups(Parts.Row row, TextCoding coding) {
        Digest key = new Digest.Of().number(pages).add(row.key(FILES)).digest();
        return book.recall(key).flatMap(this::read).orElseGet(() -> {
            List<Group> groups = new ArrayList<>();
            for (int from = 0; from < row.items().size(); from += pages) {
                List<Texts> texts = texts(
                        row.entries()
                                .subList(
                                        from, Math.min(from + pages, row.items().size())),
                        coding);
                List<byte[]> names =
                        texts.stream().map(one -> one.file().hash()).toList();
                groups.add(new Group(from, texts, titles(row, from, texts, names)));
            }
            book.keep(key, packed(groups));
            return groups;
        });
    }

    private static byte[] packed(List<Group> groups) {
        Packing.Out out = new Packing.Out();
        for (Group group : groups) {
            out.number(group.from()).number(group.texts().size());
            for (Texts texts : group.texts()) {
                out.number(texts.pages());
                texts.file().write(out);
            }
            group.file().write(out);
        }
        return out.bytes();
    }

    /** Empty if one of the files isn't there any more. */
    private Optional<List<Group>> read(byte[] packed) {
        List<Group> groups = new ArrayList<>();
        Packing.In in = new Packing.In(packed);
        while (in.hasMore()) {
            int from = in.number();
            List<Texts> texts = new ArrayList<>();
            for (int left = in.number(); left > 0; left--) {
                int pages = in.number();
                Optional<Shard> file = Shard.read(in, shards.book());
                if (file.isEmpty()) {
                    return Optional.empty();
                }
                texts.add(new Texts(pages, file.get()));
            }
            Optional<Shard> file = Shard.read(in, shards.book());
            if (file.isEmpty()) {
                return Optional.empty();
            }
            groups.add(new Group(from, texts, file.get()));
        }
        return Optional.of(groups);
    }

    private List<Texts> texts(List<Entry> entries, TextCoding coding) {
        List<Texts> texts = new ArrayList<>();
        int units = 0;
        for (int at = 0, first = 0; at < entries.size(); at++) {
            units += entries.get(at).text().length();
            if (units >= TEXTS || at + 1 == entries.size()) {
                List<Entry> together = entries.subList(first, at + 1);
                texts.add(new Texts(together.size(), coded(together, coding)));
                first = at + 1;
                units = 0;
            }
        }
        return texts;
    }

    private Shard coded(List<Entry> entries, TextCoding coding) {
        return shards.coded(coding.coded(entries));
    }

    private Shard titles(Parts.Row row, int from, List<Texts> texts, List<byte[]> names) {
        Bytes titles = new Bytes();
        for (Entry entry :
                row.entries().subList(from, Math.min(from + pages, row.items().size()))) {
            titles.text(entry.id()).text(entry.title()).text(entry.uri()).text(entry.type());
            titles.text(entry.unit()).text(entry.year());
        }
        for (int i = 0; i < names.size(); i++) {
            titles.number(texts.get(i).pages()).raw(names.get(i));
        }
        return shards.deflated(titles.all());
    }
}
