package io.zhibu.search;

import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.parallel.Parallel;
import java.util.List;
import java.util.SortedMap;

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
    private final Shards shards;

    /**
     * @param large above how many pages the files are those of a large site
     * @param parts of what was made of the same entries
     * @param files of those that were made before
     */
    Sharding(Index index, int large, Parallel parallel, Memory.Book parts, Memory.Book files) {
        this.parts = parts;
        this.shards = new Shards(files);
        this.index = index;
        this.parallel = parallel;
        this.pages = index.entries().size();
        this.large = pages > large;
    }

    /** By name without ending. */
    SortedMap<String, Shard> files() {
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
            lengths.describe(boot, family, true);
            lengths.describe(boot, family, false);
            words(boot, family);
        }
        pages(boot, lengths);
        Sums sums = new Sums(index.parts().rows(), shards, parallel, parts);
        boot.raw(sums.facets(large));
        boot.raw(shards.add("fold", shards.coded(FoldTable.coded(index.folding().pairs()))));
        readings(boot);
        boot.raw(sums.completions());
        synonyms(boot);
        shards.boot(boot.all());
        return shards.files();
    }

    private void words(Bytes boot, Family family) {
        Directory directory =
                new Merging(index.parts().of(family), pages, large, parallel, parts, shards).added(family);
        boot.raw(large ? directory.inPieces(shards).all() : directory.all());
    }

    /** Of each page its lengths and the file with its title. */
    private void pages(Bytes boot, Lengths lengths) {
        List<byte[]> titles = new Titles(index.parts().rows(), large, shards, parallel, parts).added();
        boot.numbered(lengths.coded(Family.WORDS));
        boot.raw(shards.add("l", shards.coded(lengths.coded(Family.NAMES))));
        titles.forEach(boot::raw);
    }

    private void synonyms(Bytes boot) {
        boot.number(index.synonyms().groups().size());
        for (List<String> group : index.synonyms().groups()) {
            boot.number(group.size());
            group.forEach(boot::text);
        }
    }

    /** The same on every site. */
    private void readings(Bytes boot) {
        boot.raw(readings("sounds 1", 0, SoundTable.FIRST_LEVEL));
        boot.raw(readings("sounds 2", SoundTable.FIRST_LEVEL, Integer.MAX_VALUE));
    }

    private byte[] readings(String key, int from, int end) {
        return shards.add("r", Remembered.file(Digest.of(key), parts, shards, () -> {
            Sounds sounds = new Sounds(index.polyphones(), index.folding());
            List<List<String>> readings =
                    SoundTable.characters().stream().map(sounds::of).toList();
            return shards.coded(SoundTable.coded(readings.subList(from, Math.min(end, readings.size()))));
        }));
    }
}
