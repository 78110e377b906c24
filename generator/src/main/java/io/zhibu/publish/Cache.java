package io.zhibu.publish;

import io.zhibu.output.Shelf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A shelf in a folder that anybody may empty at any time. Each file ends with the digest of its name and of what it holds: one that was
 * damaged, or cut off by a power failure, is made anew.
 */
public final class Cache implements Shelf {
    private static final int DIGEST = 32;

    private final Path folder;

    /** @param folder made when something is kept */
    public Cache(Path folder) {
        this.folder = folder;
    }

    @Override
    public byte[] keep(String name, Supplier<byte[]> making) {
        Optional<byte[]> kept = kept(name);
        if (kept.isPresent()) {
            return kept.get();
        }
        byte[] made = making.get();
        try {
            write(name, made);
        } catch (IOException unwritable) {
            // The next build takes longer, that's all.
            return made;
        }
        return made;
    }

    private Optional<byte[]> kept(String name) {
        try {
            byte[] file = Files.readAllBytes(folder.resolve(name));
            byte[] held = Arrays.copyOf(file, Math.max(0, file.length - DIGEST));
            byte[] end = Arrays.copyOfRange(file, held.length, file.length);
            return Arrays.equals(end, digest(name, held)) ? Optional.of(held) : Optional.empty();
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    /** Whole or not at all: another build may look at the same time. */
    private void write(String name, byte[] made) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, name, ".new");
        try {
            byte[] file = Arrays.copyOf(made, made.length + DIGEST);
            System.arraycopy(digest(name, made), 0, file, made.length, DIGEST);
            Files.write(fresh, file);
            Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static byte[] digest(String name, byte[] held) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(held);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
