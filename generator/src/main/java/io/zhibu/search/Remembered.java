package io.zhibu.search;

import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Packing;
import java.util.Optional;
import java.util.function.Supplier;

/** A file as it was made of the same before, or as it is made now. */
final class Remembered {
    private Remembered() {}

    static Shard file(Digest key, Memory.Book book, Shards shards, Supplier<Shard> making) {
        Optional<Shard> kept = book.recall(key).flatMap(known -> Shard.read(new Packing.In(known), shards.book()));
        return kept.orElseGet(() -> {
            Shard made = making.get();
            Packing.Out out = new Packing.Out();
            made.write(out);
            book.keep(key, out.bytes());
            return made;
        });
    }
}
