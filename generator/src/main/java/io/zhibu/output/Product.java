package io.zhibu.output;

import io.zhibu.memo.Digest;
import java.util.Optional;

/**
 * One file as it was made, or as it lies there already.
 *
 * @param bytes empty if the {@link Standing} site has them
 * @param digest of the bytes, where somebody has reckoned it
 */
public record Product(Optional<byte[]> bytes, Optional<Digest> digest) {
    public static Product of(byte[] bytes) {
        return new Product(Optional.of(bytes), Optional.empty());
    }

    public static Product standing(Digest bytes) {
        return new Product(Optional.empty(), Optional.of(bytes));
    }
}
