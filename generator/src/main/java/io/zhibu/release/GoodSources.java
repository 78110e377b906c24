package io.zhibu.release;

import io.zhibu.disk.Disk;
import io.zhibu.disk.Rights;
import io.zhibu.ownfile.OwnFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sources that the last good site was made of, so that one that is broken tonight can be shown as it was. */
public final class GoodSources {
    private static final long BLOCK = 4096;

    private static final String FIRST = "# zhibu-sources 1\n";

    private final Releases releases;
    private final Disk disk;
    private final SortedMap<String, Good> known;

    /**
     * A source that a published site was made of.
     *
     * @param day on which it was published last
     * @param file with its bytes
     */
    public record Good(String digest, String day, Path file) {}

    private GoodSources(Releases releases, Disk disk, SortedMap<String, Good> known) {
        this.releases = releases;
        this.disk = disk;
        this.known = known;
    }

    public static GoodSources of(Releases releases) throws IOException {
        return of(releases, Disk.REAL);
    }

    static GoodSources of(Releases releases, Disk disk) throws IOException {
        SortedMap<String, Good> known = new TreeMap<>();
        Path list = releases.state().resolve("SOURCES");
        String text = Files.isRegularFile(list) ? Files.readString(list) : "";
        if (text.startsWith(FIRST)) {
            for (String line : text.substring(FIRST.length()).split("\n")) {
                String[] parts = line.split("\t", 3);
                if (parts.length == 3) {
                    known.put(parts[2], new Good(parts[0], parts[1], object(releases, parts[0])));
                }
            }
        }
        return new GoodSources(releases, disk, known);
    }

    private static Path object(Releases releases, String digest) {
        return releases.state().resolve("sources").resolve(digest);
    }

    /**
     * Empty if it never was good, or if what was kept of it is damaged.
     *
     * @param path from the site's root
     */
    public Optional<Good> of(String path) throws IOException {
        Optional<Good> good = Optional.ofNullable(known.get(path));
        return good.isPresent()
                        && Files.isRegularFile(good.get().file())
                        && Digest.of(good.get().file()).equals(good.get().digest())
                ? good
                : Optional.empty();
    }

    /** All paths that were good, in their order. */
    public Set<String> paths() {
        return known.keySet();
    }

    /**
     * How many bytes {@link #keep} would write, at the most.
     *
     * @param sources by path
     */
    public long fresh(Map<String, Path> sources) throws IOException {
        long bytes = 0;
        for (Map.Entry<String, Path> source : sources.entrySet()) {
            long size = Files.size(source.getValue());
            Optional<Good> there = of(source.getKey());
            if (there.isEmpty()
                    || !Digest.of(source.getValue()).equals(there.get().digest())) {
                // A file takes whole blocks, and a line in the list.
                bytes += size + BLOCK;
            }
        }
        return bytes;
    }

    /**
     * Remembers what a site that readers have now was made of, and forgets all else.
     *
     * @param sources by path
     * @param held paths of which the earlier version stays the good one
     */
    public void keep(Map<String, Path> sources, Set<String> held, String day) throws IOException {
        Rights rights = Rights.of(releases.folder());
        Path folder = releases.state().resolve("sources");
        disk.createFolder(folder);
        disk.permit(releases.state(), rights);
        disk.permit(folder, rights);
        SortedMap<String, Good> now = new TreeMap<>();
        for (Map.Entry<String, Path> source : sources.entrySet()) {
            if (!held.contains(source.getKey())) {
                byte[] bytes = OwnFile.bytes(source.getValue());
                String digest = Digest.of(bytes);
                Path object = object(releases, digest);
                if (!Files.isRegularFile(object) || !Digest.of(object).equals(digest)) {
                    put(object, bytes, rights);
                }
                now.put(source.getKey(), new Good(digest, day, object));
            }
        }
        for (String path : held) {
            of(path).ifPresent(good -> now.put(path, good));
        }
        StringBuilder list = new StringBuilder(FIRST);
        now.forEach((path, good) -> list.append(good.digest())
                .append('\t')
                .append(good.day())
                .append('\t')
                .append(path)
                .append('\n'));
        put(releases.state().resolve("SOURCES"), list.toString().getBytes(StandardCharsets.UTF_8), rights);
        forget(folder, now);
        Tree.delete(releases.state().resolve("shown"), disk);
    }

    private void put(Path file, byte[] bytes, Rights rights) throws IOException {
        Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
        disk.write(fresh, bytes);
        disk.permit(fresh, rights);
        disk.replace(fresh, file);
    }

    private void forget(Path folder, SortedMap<String, Good> now) throws IOException {
        Set<Path> needed = new HashSet<>();
        now.values().forEach(good -> needed.add(good.file()));
        for (Path file : Tree.files(folder).values()) {
            if (!needed.contains(file)) {
                disk.delete(file);
            }
        }
    }

    /** A version for readers that says which it is, kept until the next night. */
    public Path told(String path, byte[] bytes) throws IOException {
        Path file = releases.state().resolve("shown").resolve(Digest.of(path) + ".md");
        disk.createFolder(file.getParent());
        disk.write(file, bytes);
        return file;
    }
}
