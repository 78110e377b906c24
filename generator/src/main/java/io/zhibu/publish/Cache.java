package io.zhibu.publish;

import io.zhibu.output.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;

/** A shelf in a folder that anybody may empty at any time. */
public final class Cache implements Shelf {
    private final Path folder;

    /** @param folder made when something is kept */
    public Cache(Path folder) {
        this.folder = folder;
    }

    @Override
    public byte[] keep(String name, Supplier<byte[]> making) {
        Path file = folder.resolve(name);
        try {
            if (Files.isRegularFile(file)) {
                return Files.readAllBytes(file);
            }
        } catch (IOException unreadable) {
            return making.get();
        }
        byte[] made = making.get();
        try {
            Files.createDirectories(folder);
            // Whole or not at all: another build may look at the same time.
            Path fresh = Files.createTempFile(folder, name, ".new");
            Files.write(fresh, made);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            // The next build takes longer, that's all.
            return made;
        }
        return made;
    }
}
