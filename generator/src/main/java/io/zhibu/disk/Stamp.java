package io.zhibu.disk;

import io.zhibu.memo.Digest;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * How files stand on a disk, told without reading them: their names, sizes and numbers, and the times of their last changes, of which the
 * system keeps one that nobody can set back.
 *
 * @param digest equal if nothing was changed
 * @param newest milliseconds since 1970 of the latest change; what was changed once more in the same moment might not show
 */
public record Stamp(Digest digest, long newest) {
    /**
     * Of all that lies at these places, which may be files or folders or nothing.
     *
     * @return empty where the disk keeps no such times, or a link or a pipe is among the files: what that leads to may change unseen
     * @throws IOException if the disk fails
     */
    public static Optional<Stamp> of(List<Path> places) throws IOException {
        return of(places, (file, mark) -> {});
    }

    /** @param seen told of each file on the way */
    public static Optional<Stamp> of(List<Path> places, BiConsumer<Path, Mark> seen) throws IOException {
        Looking looking = new Looking(seen);
        try {
            for (Path place : places) {
                looking.all.text(place.toString());
                if (!looking.look(place)) {
                    return Optional.empty();
                }
            }
        } catch (UnsupportedOperationException | IllegalArgumentException noSuchTimes) {
            return Optional.empty();
        }
        return Optional.of(new Stamp(looking.all.digest(), looking.newest));
    }

    private static final class Looking {
        private final Digest.Of all = new Digest.Of();
        private final BiConsumer<Path, Mark> seen;
        private long newest;

        Looking(BiConsumer<Path, Mark> seen) {
            this.seen = seen;
        }

        boolean look(Path place) throws IOException {
            Mark mark;
            try {
                mark = Mark.of(place);
            } catch (NoSuchFileException nothing) {
                // A folder with nothing in it is something else.
                all.number(-1);
                return true;
            }
            newest = Math.max(newest, mark.changed());
            if (mark.kind() == Mark.Kind.FOLDER) {
                return lookInto(place);
            }
            all.add(mark.digest());
            seen.accept(place, mark);
            return mark.kind() == Mark.Kind.FILE;
        }

        private boolean lookInto(Path folder) throws IOException {
            Map<String, Path> children = new TreeMap<>();
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
                found.forEach(child -> children.put(child.getFileName().toString(), child));
            }
            all.number(children.size());
            for (Map.Entry<String, Path> child : children.entrySet()) {
                all.text(child.getKey());
                if (!look(child.getValue())) {
                    return false;
                }
            }
            return true;
        }
    }
}
