package io.zhibu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The JBake projects of the test resources, each copied to a folder of its own before it is baked. */
final class JBakeProjects {

    private static final Path PROJECTS =
            Path.of("generator", "src", "test", "resources", "jbake-projects").toAbsolutePath();
    private static final Path FAULTS = PROJECTS.resolve("faults");

    private JBakeProjects() {}

    /** An ordinary project's copy, in a new folder where there is room for what is baked of it. */
    static Path site(String project) {
        Path site = emptied(project).resolve("site");
        Copy.of(PROJECTS.resolve(project), site);
        return site;
    }

    /** A small sound project with the files of the given cases added to it. */
    static Path faultySite(String name, List<String> cases) {
        Path site = emptied("fault-" + name).resolve("site");
        Copy.of(FAULTS.resolve("project"), site);
        cases.forEach(each -> Copy.of(FAULTS.resolve("cases").resolve(each), site));
        if (cases.contains("linked-folder")) {
            // Not every checkout keeps a symbolic link.
            try {
                Files.createSymbolicLink(site.resolve("content").resolve("linked"), Path.of("..", "outside"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return site;
    }

    static List<String> cases() {
        try (var cases = Files.list(FAULTS.resolve("cases"))) {
            return cases.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path emptied(String name) {
        Path folder = OriginalJBake.WORK.resolve(name);
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> old = Files.walk(folder)) {
                    for (Path path : (Iterable<Path>) old.sorted(Comparator.reverseOrder())::iterator) {
                        Files.delete(path);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
