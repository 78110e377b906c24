package io.zhibu.builtin;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The templates, types, vocabularies and wording that come with the program.
 *
 * @param folder in which they lie, each at the path that it would have in a site
 * @param parts files, and folders with all that is in them, by path from there with forward slashes
 */
public record BuiltIn(Path folder, List<String> parts) {
    /** Before the path of a file that isn't the site's own, wherever an editor is told of it. */
    static final String MARK = "〔内置〕";

    /** Of this program, as its jar says it too. */
    public static final String VERSION = "0.1.0";

    private static final String LIST = "files.txt";

    public BuiltIn {
        parts = List.copyOf(parts);
    }

    /** What this program came with: beside its jar, or in the checkout that it was compiled from; empty if neither is there. */
    public static Optional<BuiltIn> here() {
        return program().flatMap(code -> {
            Path released = code.resolveSibling("builtin");
            Path checkout = released.resolve("../..").normalize();
            return Stream.of(released, checkout)
                    .filter(folder -> folder == released || Files.isRegularFile(folder.resolve("pom.xml")))
                    .filter(folder -> Files.isDirectory(folder.resolve("templates"))
                            && Files.isDirectory(folder.resolve("site-config/schemas")))
                    .findFirst()
                    .map(folder -> new BuiltIn(folder, listed()));
        });
    }

    /** The first two numbers of the version: what a site names. */
    public static String line() {
        return VERSION.replaceFirst("^(\\d+\\.\\d+).*", "$1");
    }

    private static Optional<Path> program() {
        CodeSource source = BuiltIn.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()).toAbsolutePath());
        } catch (URISyntaxException strange) {
            return Optional.empty();
        }
    }

    private static List<String> listed() {
        try (InputStream list = BuiltIn.class.getResourceAsStream(LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The file at a path of a site, if there is such a one. */
    public Optional<Path> file(String path) {
        return Optional.of(folder.resolve(path).normalize())
                .filter(file -> holds(spelt(file)) && file.startsWith(folder) && Files.isRegularFile(file));
    }

    /** The template of this name; none if it leads out of their folder. */
    public Optional<Path> template(String name) {
        return file("templates/" + name).filter(file -> file.startsWith(folder.resolve("templates")));
    }

    private boolean holds(String path) {
        return parts.stream().anyMatch(part -> path.equals(part) || path.startsWith(part + "/"));
    }

    private String spelt(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Every file, or every one in a folder, by the path that it would have in a site. */
    public SortedMap<String, Path> files(String under) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        for (String part : parts) {
            Path start = folder.resolve(part);
            if (!Files.exists(start)) {
                continue;
            }
            try (Stream<Path> all = Files.walk(start)) {
                all.filter(Files::isRegularFile).forEach(file -> files.put(spelt(file), file));
            }
        }
        files.keySet().removeIf(path -> !under.isEmpty() && !path.startsWith(under + "/"));
        return files;
    }

    /** The path that a site's own file in place of this one would have; empty if the place is in a file of the site's. */
    public static Optional<String> path(Where where) {
        return Optional.of(where.file())
                .filter(file -> file.startsWith(MARK))
                .map(file -> file.substring(MARK.length()));
    }

    /** The same, with what can be done about it where the file isn't the editor's own. */
    public static Diagnostic explained(Diagnostic one) {
        return path(one.where())
                .map(path -> new Diagnostic(
                        one.where(),
                        one.severity(),
                        one.rule(),
                        one.message(),
                        Optional.of(one.hint().map(hint -> hint + "；").orElse("")
                                + "这个文件是支部自带的，要改，先拷一份到站点里：zhibu templates --copy " + path)))
                .orElse(one);
    }
}
