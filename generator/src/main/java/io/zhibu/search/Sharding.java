package io.zhibu.search;

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
    private static final int VERSION = 2;
    /** Above so many pages a browser gets lengths and names of files in pieces, when it needs them. */
    static final int LARGE = 20_000;

    private static final int NAMES_A_PIECE = 256;
    private static final int LENGTHS_A_PIECE = 4096;
    private static final int CHARACTERS_A_PIECE = 512;

    private final Index index;
    private final Parallel parallel;
    private final int pages;
    private final boolean large;
    private final Shards shards = new Shards();

    /** @param large above how many pages the files are those of a large site */
    Sharding(Index index, int large, Parallel parallel) {
        this.index = index;
        this.parallel = parallel;
        this.pages = index.entries().size();
        this.large = pages > large;
    }

    /** Content by name of file. */
    SortedMap<String, byte[]> files() {
        try {
            Bytes boot = new Bytes().number(VERSION).number(pages).number(large ? 1 : 0);
            Lengths lengths = new Lengths(index);
            for (Family family : Family.values()) {
                lengths.describe(boot, family.first());
                lengths.describe(boot, family.second());
                words(boot, family);
            }
            lengths(boot, lengths);
            titles(boot, lengths);
            boot.raw(shards.add("facets", new Facets(index.entries()).packed()));
            boot.raw(
                    shards.add("fold", new Bytes().text(index.folding().pairs()).all()));
            readings(boot);
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
        List<List<Lists.Entry>> cut = new Cutting(pages).cut(lists);
        List<byte[]> coded = parallel.map(cut, () -> one -> ListCoding.coded(one, pages));
        Directory directory = new Directory();
        for (int i = 0; i < cut.size(); i++) {
            List<Lists.Entry> one = cut.get(i);
            byte[] name = shards.addCoded(family.letter() + "", coded.get(i));
            directory.add(one.get(0).word(), one.get(one.size() - 1).word(), name);
        }
        boot.raw(large ? directory.inPieces(shards).all() : directory.all());
    }

    private void lengths(Bytes boot, Lengths lengths) {
        if (!large) {
            boot.numbered(lengths.of(Family.WORDS).coded(0, pages));
            boot.raw(shards.addCoded("l", lengths.of(Family.NAMES).coded(0, pages)));
            return;
        }
        for (Lengths one : lengths.byField()) {
            for (int from = 0; from < pages; from += LENGTHS_A_PIECE) {
                boot.raw(shards.addCoded("l", one.coded(from, Math.min(pages, from + LENGTHS_A_PIECE))));
            }
        }
    }

    private void titles(Bytes boot, Lengths lengths) {
        List<byte[]> names = new Titles(index.entries(), shards, large ? List.of(lengths) : List.of()).added();
        if (!large) {
            names.forEach(boot::raw);
            return;
        }
        for (int from = 0; from < names.size(); from += NAMES_A_PIECE) {
            Bytes piece = new Bytes();
            names.subList(from, Math.min(names.size(), from + NAMES_A_PIECE)).forEach(piece::raw);
            boot.raw(shards.add("td", piece.all()));
        }
    }

    private void synonyms(Bytes boot) {
        boot.number(index.synonyms().groups().size());
        for (List<String> group : index.synonyms().groups()) {
            boot.number(group.size());
            group.forEach(boot::text);
        }
    }

    private void readings(Bytes boot) {
        Sounds sounds = new Sounds(index.readings(), index.folding());
        for (int from = 0x4E00; from <= 0x9FFF; from += CHARACTERS_A_PIECE) {
            boot.raw(shards.add("r", readings(sounds, from, from + CHARACTERS_A_PIECE)));
        }
    }

    private static byte[] readings(Sounds sounds, int from, int end) {
        SortedMap<String, StringBuilder> bySound = new TreeMap<>();
        for (int c = from; c < end; c++) {
            int rank = 0;
            for (String sound : sounds.of((char) c)) {
                // The order of a character's readings is kept by the rank that its line begins with.
                bySound.computeIfAbsent(rank++ + sound, any -> new StringBuilder())
                        .append((char) c);
            }
        }
        StringBuilder table = new StringBuilder();
        bySound.forEach((sound, characters) ->
                table.append(sound.substring(1)).append(' ').append(characters).append('\n'));
        return new Bytes().text(table.toString()).all();
    }
}
