package io.zhibu.content;

import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What files held that stand on the disk as they stood when they were read last, so that nobody need open them. Safe from many threads.
 *
 * @param marks how a file stood before anything was read, in a word that no other state of it has; empty if that can't be relied on
 * @param book of what they held
 */
record Stood(Function<Path, Optional<Digest>> marks, Memory.Book book) {
    /** {@link Content#source} of the file. */
    Optional<Digest> source(Path file, String name) {
        return key(file, name).flatMap(book::recall).map(packed -> Digest.read(packed, 0));
    }

    /** What it was read as just now: who changed it meanwhile has changed how it stands, too. */
    void keep(Path file, String name, Digest source) {
        key(file, name).ifPresent(key -> book.keep(key, source.bytes()));
    }

    private Optional<Digest> key(Path file, String name) {
        return marks.apply(file)
                .map(mark -> new Digest.Of().text(name).add(mark).digest());
    }
}
