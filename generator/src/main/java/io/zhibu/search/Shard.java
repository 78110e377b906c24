package io.zhibu.search;

import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import java.util.Optional;

/**
 * A file as a browser gets it.
 *
 * @param hash of what it holds: the bytes of its name
 * @param digest of the script
 */
record Shard(byte[] hash, Digest digest, byte[] script) {
    /** One that is kept, or was already. */
    static Shard of(byte[] content, Memory.Book files) {
        byte[] script = Packing.script(content);
        Digest digest = Digest.of(script);
        files.keep(digest, script);
        return new Shard(Shards.hash(content), digest, script);
    }

    void write(io.zhibu.memo.Packing.Out out) {
        out.bytes(hash).bytes(digest.bytes());
    }

    /** Empty if the file isn't among those that were kept. */
    static Optional<Shard> read(io.zhibu.memo.Packing.In in, Memory.Book files) {
        byte[] hash = in.bytes();
        Digest digest = Digest.read(in.bytes(), 0);
        return files.recall(digest).map(script -> new Shard(hash, digest, script));
    }
}
