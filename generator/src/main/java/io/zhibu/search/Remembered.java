package io.zhibu.search;

import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import java.util.function.Supplier;

/** Bytes as they were made of the same before, or as they are made now. */
final class Remembered {
    private Remembered() {}

    static byte[] in(Memory.Book parts, Digest key, Supplier<byte[]> making) {
        return parts.recall(key).orElseGet(() -> {
            byte[] made = making.get();
            parts.keep(key, made);
            return made;
        });
    }
}
