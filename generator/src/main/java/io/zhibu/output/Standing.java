package io.zhibu.output;

import io.zhibu.address.Address;
import io.zhibu.memo.Digest;
import java.util.Optional;

/** What stands at the addresses of a site that was made before. Nothing of it is taken for what it was unless somebody looked. */
@FunctionalInterface
public interface Standing {
    /** The bytes at an address, which nobody may change; empty if there is no file of its own. */
    Optional<byte[]> read(Address address);

    /** Whether a file with these bytes already lies where the new site will have it, so that nobody need read it. */
    default boolean has(Address address, Digest bytes) {
        return false;
    }
}
