package io.zhibu.preview.watch;

import java.nio.file.Path;
import java.util.Set;

/**
 * What is watched.
 *
 * @param trees folders with all that is in them; one that isn't there may come
 * @param files that are watched alone
 */
public record Places(Set<Path> trees, Set<Path> files) {
    public Places {
        trees = Set.copyOf(trees);
        files = Set.copyOf(files);
    }

    boolean hold(Path path) {
        return files.contains(path) || trees.stream().anyMatch(path::startsWith);
    }
}
