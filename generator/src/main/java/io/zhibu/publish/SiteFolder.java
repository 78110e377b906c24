package io.zhibu.publish;

import io.zhibu.address.Address;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.output.Standing;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A site that stands in a folder. Knows what it has given, so that nobody need compare that with the file again. Safe from many threads. */
public final class SiteFolder implements Standing {
    private final Path site;
    private final Spare spare;
    private final Map<String, WeakReference<byte[]>> given = new ConcurrentHashMap<>();

    public SiteFolder(Path site) {
        this(site, Memory.NONE);
    }

    /** @param memory of what lies in it, and in the one before it, which then is put aside and brought up to date to take its place */
    public SiteFolder(Path site, Memory memory) {
        this.site = site;
        this.spare = new Spare(site, memory);
    }

    @Override
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

    @Override
    public boolean has(Address address, Digest bytes) {
        return spare.has(address.path(), bytes);
    }

    /** Whether these very bytes were read from there. */
    boolean gave(String path, byte[] bytes) {
        WeakReference<byte[]> read = given.get(path);
        return read != null && read.get() == bytes;
    }

    Spare spare() {
        return spare;
    }

    /** How it stands, in a word that no other state of it has; empty where the disk can't tell. */
    public Optional<String> word(Parallel parallel) throws IOException {
        return Inventory.of(site, parallel).map(Inventory::digest).map(Digest::toString);
    }

    /** The same of what was written last, which nobody need look at. */
    public Optional<String> written() {
        return spare.digest().map(Digest::toString);
    }
}
