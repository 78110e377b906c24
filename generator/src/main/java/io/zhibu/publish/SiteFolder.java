package io.zhibu.publish;

import io.zhibu.address.Address;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A site that stands in a folder. Knows what it has given, so that nobody need compare that with the file again. Safe from many threads. */
public final class SiteFolder {
    private final Path site;
    private final Map<String, WeakReference<byte[]>> given = new ConcurrentHashMap<>();

    public SiteFolder(Path site) {
        this.site = site;
    }

    /** The bytes at an address, which nobody may change; empty if there is no file of its own. */
    public Optional<byte[]> read(Address address) {
        Path file = site.resolve(address.path());
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            given.put(address.path(), new WeakReference<>(bytes));
            return Optional.of(bytes);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether these very bytes were read from there. */
    boolean gave(String path, byte[] bytes) {
        WeakReference<byte[]> read = given.get(path);
        return read != null && read.get() == bytes;
    }
}
