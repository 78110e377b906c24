package io.zhibu.preview.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What tells whether a file is still the one that it was, of every file of the places: its size, its time and which file it is. */
final class Stamps {
    private record Stamp(long size, FileTime changed, Object file) {}

    private final Map<Path, Stamp> stamps = new HashMap<>();

    private Stamps() {}

    static Stamps of(Places places) {
        Stamps now = new Stamps();
        places.trees().forEach(now::walk);
        places.files().forEach(now::look);
        return now;
    }

    private void look(Path file) {
        try {
            add(file, Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException notThere) {
            stamps.remove(file);
        }
    }

    private void add(Path file, BasicFileAttributes found) {
        if (!Noise.is(file)) {
            stamps.put(file, new Stamp(found.size(), found.lastModifiedTime(), found.fileKey()));
        }
    }

    private void walk(Path tree) {
        new Walking() {
            @Override
            void file(Path file, BasicFileAttributes found) {
                add(file, found);
            }
        }.walk(tree);
    }

    /** Files that came, went or changed between then and now. */
    Set<Path> unlike(Stamps before) {
        Set<Path> unlike = new HashSet<>();
        stamps.forEach((file, stamp) -> {
            if (!stamp.equals(before.stamps.get(file))) {
                unlike.add(file);
            }
        });
        before.stamps.keySet().stream()
                .filter(file -> Objects.isNull(stamps.get(file)))
                .forEach(unlike::add);
        return unlike;
    }
}
