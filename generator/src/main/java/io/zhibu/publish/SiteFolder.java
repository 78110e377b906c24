package io.zhibu.publish;

import io.zhibu.address.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** A site that stands in a folder. */
public final class SiteFolder {
    private SiteFolder() {}

    /** The bytes at an address; empty if there is no file of its own. */
    public static Optional<byte[]> read(Path site, Address address) {
        Path file = site.resolve(address.path());
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
