package io.zhibu.builtin;

import io.zhibu.diagnostic.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A site's own files over those that come with the program: at each path the site's own counts, and only where it has none the other.
 *
 * @param root the site's folder
 * @param builtIn what lies below; empty for a site that brings everything itself
 */
public record Layers(Path root, Optional<BuiltIn> builtIn) {
    /** A site that brings everything itself. */
    public static Layers of(Path root) {
        return new Layers(root, Optional.empty());
    }

    /**
     * The file that counts.
     *
     * @param path from the site's root, with forward slashes
     * @return the site's own, there or not, if the program brings none
     */
    public Path file(String path) {
        Path own = root.resolve(path);
        return Files.exists(own)
                ? own
                : builtIn.flatMap(below -> below.file(path)).orElse(own);
    }

    /**
     * The files of one folder that count, by name.
     *
     * @param folder path from the site's root
     * @param ending of the names
     */
    public SortedMap<String, Path> files(String folder, String ending) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        if (builtIn.isPresent()) {
            builtIn.get().files(folder).forEach((path, file) -> {
                String name = path.substring(folder.length() + 1);
                if (!name.contains("/") && name.endsWith(ending)) {
                    files.put(name, file);
                }
            });
        }
        Path own = root.resolve(folder);
        if (Files.isDirectory(own)) {
            try (Stream<Path> all = Files.list(own)) {
                all.filter(file -> file.toString().endsWith(ending))
                        .forEach(file -> files.put(file.getFileName().toString(), file));
            }
        }
        return files;
    }

    /** As diagnostics spell it: from the root, with forward slashes; marked if it isn't the site's own. */
    public String spelt(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        boolean own = isOwn(path);
        Path folder =
                own ? root.toAbsolutePath().normalize() : builtIn.orElseThrow().folder();
        return (own ? "" : BuiltIn.MARK) + folder.relativize(whole).toString().replace('\\', '/');
    }

    /** A place that was told by its path alone, in the file of that path that counts. */
    public Where placed(Where where) {
        Path file = file(where.file());
        return isOwn(file) ? where : new Where(spelt(file), where.line(), where.column());
    }

    /** Whether a file is the site's own. */
    public boolean isOwn(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        return whole.startsWith(root.toAbsolutePath().normalize())
                || builtIn.filter(below -> whole.startsWith(below.folder())).isEmpty();
    }
}
