package io.zhibu.search;

import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReader;

/** An index to the files that a browser searches. Their format is written down in {@code generator/docs/search.md}. */
final class Sharding {
    private static final int VERSION = 7;
    /** Above so many pages a browser gets directories and facets in pieces, when it needs them. */
    static final int LARGE = 20_000;

    private final Index index;
    private final Parallel parallel;
    private final int pages;
    private final boolean large;
    private final Memory.Book parts;
    private final Shards shards = new Shards();

    /**
     * @param large above how many pages the files are those of a large site
     * @param parts of files that were made of the same entries
     */
    Sharding(Index index, int large, Parallel parallel, Memory.Book parts) {
        this.parts = parts;
        this.index = index;
        this.parallel = parallel;
        this.pages = index.entries().size();
        this.large = pages > large;
    }

    /** Content by name of file. */
    SortedMap<String, byte[]> files() {
        try {
            Bytes boot = new Bytes()
                    .number(VERSION)
                    .number(pages)
                    .number(index.from(false, Entry.Kind.PAGE))
                    .number(index.from(false, Entry.Kind.PLACE))
                    .number(index.from(true, Entry.Kind.ENTRY))
                    .number(index.from(true, Entry.Kind.PLACE))
                    .number(large ? 1 : 0);
            Lengths lengths = new Lengths(index);
            for (Family family : Family.values()) {
                lengths.describe(boot, family.first());
                lengths.describe(boot, family.second());
                words(boot, family);
            }
            pages(boot, lengths);
            boot.raw(shards.add("facets", new Facets(index.entries()).packed(shards, large)));
            boot.raw(shards.addCoded("fold", FoldTable.coded(index.folding().pairs())));
            readings(boot);
            boot.raw(shards.add(
                    "c",
                    new Bytes()
                            .text(String.join("\n", Completions.of(index.entries())))
                            .all()));
            synonyms(boot);
            shards.boot(boot.all());
        } catch (IOException impossible) {
            throw new UncheckedIOException("an index in memory failed", impossible);
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        shards.files().forEach((name, content) -> files.put(name + ".js", content));
        return files;
    }

    private void words(Bytes boot, Family family) throws IOException {
        List<Lists.Entry> lists = new ArrayList<>();
        for (LeafReader reader : index.leaves()) {
            lists.addAll(new Lists(reader, family).all());
        }
        List<List<Lists.Entry>> cut = new Cutting(pages, large).cut(lists);
        List<byte[]> coded = parallel.map(cut, () -> this::coded);
        Directory directory = new Directory();
        for (int i = 0; i < cut.size(); i++) {
            List<Lists.Entry> one = cut.get(i);
            byte[] name = shards.addCoded(family.letter() + "", coded.get(i));
            directory.add(one.get(0).word(), one.get(one.size() - 1).word(), name);
        }
        boot.raw(large ? directory.inPieces(shards).all() : directory.all());
    }

    private byte[] coded(List<Lists.Entry> lists) {
        Digest.Of all = new Digest.Of().number(pages);
        lists.forEach(list -> all.text(list.word()).bytes(list.packed()));
        return Remembered.in(parts, all.digest(), () -> ListCoding.coded(lists, pages));
    }

    /** Of each page its lengths and the file with its title. */
    private void pages(Bytes boot, Lengths lengths) {
        List<byte[]> titles = new Titles(index.entries(), large, shards, parallel, parts).added();
        boot.numbered(lengths.of(Family.WORDS).coded());
        boot.raw(shards.addCoded("l", lengths.of(Family.NAMES).coded()));
        titles.forEach(boot::raw);
    }

    private void synonyms(Bytes boot) {
        boot.number(index.synonyms().groups().size());
        for (List<String> group : index.synonyms().groups()) {
            boot.number(group.size());
            group.forEach(boot::text);
        }
    }

    private void readings(Bytes boot) {
        Sounds sounds = new Sounds(index.polyphones(), index.folding());
        List<List<String>> readings =
                SoundTable.characters().stream().map(sounds::of).toList();
        boot.raw(shards.addCoded("r", SoundTable.coded(readings.subList(0, SoundTable.FIRST_LEVEL))));
        boot.raw(shards.addCoded("r", SoundTable.coded(readings.subList(SoundTable.FIRST_LEVEL, readings.size()))));
    }
}
