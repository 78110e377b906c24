package io.zhibu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The original JBake 2.7.0 with the libraries it was released with, in a process of its own.
 *
 * <p>Two of its results depend on the machine, and the process is set up so that they do not. Its database spreads records
 * over as many clusters as there are processors, and the order of pages with the same date follows the clusters: it gets
 * one processor. Its previous and next page are found only as long as the database's weak cache still holds the very same
 * objects: the young generation is so large that no collection happens.
 */
final class OriginalJBake {

    static final Path WORK = Path.of("target", "jbake").toAbsolutePath();

    /** Midnight in Shanghai: Zhibu tells templates the day of the build, not the second. */
    static final Instant NOW = Instant.parse("2024-06-06T16:00:00Z");

    private static final Path HOME =
            Path.of("generator", "src", "test", "jbake").toAbsolutePath();
    private static final List<String> SAME_EVERYWHERE = List.of(
            "-XX:ActiveProcessorCount=1",
            "-XX:+UseSerialGC",
            "-XX:+DisableExplicitGC",
            "-Xms1g",
            "-Xmx1g",
            "-Xmn800m",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=Asia/Shanghai",
            "-Duser.language=zh",
            "-Duser.country=CN",
            "-Dorg.freemarker.loggerLibrary=none");

    private final String classPath;

    private OriginalJBake(String classPath) {
        this.classPath = classPath;
    }

    /** Resolves JBake as any project would, so nothing of it is kept in this repository. */
    static OriginalJBake resolve() {
        try {
            return new OriginalJBake(MavenPrograms.classPath(HOME.resolve("pom.xml"), WORK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bakes a project into an empty folder, and gives what JBake itself counts as errors. */
    List<String> bake(Path project, Path output) {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream<String> bake = Stream.of(
                "-Dlogback.configurationFile=" + HOME.resolve("logback.xml"),
                "-cp",
                classPath,
                HOME.resolve("BakeWithJBake.java").toString(),
                project.toString(),
                output.toString(),
                NOW.toString());
        List<String> command = Stream.of(java, SAME_EVERYWHERE.stream(), bake)
                .flatMap(part -> part)
                .toList();
        return run(command, "bake-" + project.getParent().getFileName());
    }

    private static List<String> run(List<String> command, String name) {
        try {
            return MavenPrograms.run(command, WORK, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
