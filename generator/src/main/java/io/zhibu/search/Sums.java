package io.zhibu.search;

import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Packing;
import io.zhibu.parallel.Parallel;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is told of all entries at once: what they are filed under, and what begun words may end as. Each row gives its part of both. */
final class Sums {
    private static final int ROW = 4;
    private static final int FACETS = 9;
    private static final int WORDS = 10;

    private final List<Row> rows;
    private final Shards shards;
    private final Memory.Book book;

    /** Of a row, packed, each with its digest. */
    private record Row(Digest facetsDigest, byte[] facets, Digest wordsDigest, byte[] words) {
        static Row of(Parts.Row row) {
            Facets facets = new Facets();
            Completions words = new Completions();
            for (Entry entry : row.entries()) {
                facets.add(entry);
                words.add(entry);
            }
            Packing.Out first = new Packing.Out();
            facets.write(first);
            Packing.Out second = new Packing.Out();
            words.write(second);
            return new Row(Digest.of(first.bytes()), first.bytes(), Digest.of(second.bytes()), second.bytes());
        }

        byte[] packed() {
            return new Packing.Out()
                    .bytes(facetsDigest.bytes())
                    .bytes(facets)
                    .bytes(wordsDigest.bytes())
                    .bytes(words)
                    .bytes();
        }

        static Row read(byte[] packed) {
            Packing.In in = new Packing.In(packed);
            Digest facets = Digest.read(in.bytes(), 0);
            byte[] packedFacets = in.bytes();
            return new Row(facets, packedFacets, Digest.read(in.bytes(), 0), in.bytes());
        }
    }

    /** @param book of what rows, and all of them, came to before */
    Sums(List<Parts.Row> rows, Shards shards, Parallel parallel, Memory.Book book) {
        this.shards = shards;
        this.book = book;
        this.rows = parallel.map(rows, () -> row -> {
            Digest key = row.key(ROW);
            return book.recall(key).map(Row::read).orElseGet(() -> {
                Row made = Row.of(row);
                book.keep(key, made.packed());
                return made;
            });
        });
    }

    /** The bytes of the name of the file with what readers narrow a list down by. */
    byte[] facets(boolean pieces) {
        Supplier<byte[]> making = () -> {
            Facets all = new Facets();
            rows.forEach(row -> all.add(new Packing.In(row.facets())));
            return all.packed(shards, pieces);
        };
        // Pieces are files of their own, whose names stand in it.
        return shards.add("facets", pieces ? shards.deflated(making.get()) : file(FACETS, Row::facetsDigest, making));
    }

    /** The same of what begun words may end as. */
    byte[] completions() {
        return shards.add("c", file(WORDS, Row::wordsDigest, () -> {
            Completions all = new Completions();
            rows.forEach(row -> all.add(new Packing.In(row.words())));
            return new Bytes().text(String.join("\n", all.offered())).all();
        }));
    }

    private Shard file(int what, Function<Row, Digest> part, Supplier<byte[]> making) {
        Digest.Of all = new Digest.Of().number(what).number(rows.size());
        rows.forEach(row -> all.add(part.apply(row)));
        return Remembered.file(all.digest(), book, shards, () -> shards.deflated(making.get()));
    }
}
