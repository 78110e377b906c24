package io.zhibu;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
            Files.createDirectories(WORK);
            Path list = WORK.resolve("classpath-" + ProcessHandle.current().pid());
            String maven = File.separatorChar == '\\' ? "mvn.cmd" : "mvn";
            // Surefire tells where the outer Maven keeps its artifacts.
            String repository = System.getProperty("localRepository", "");
            Stream<String> sameRepository =
                    repository.isEmpty() ? Stream.of() : Stream.of("-Dmaven.repo.local=" + repository);
            Stream<String> command = Stream.of(
                    maven,
                    "-q",
                    "-B",
                    "-f",
                    HOME.resolve("pom.xml").toString(),
                    "dependency:build-classpath",
                    "-Dmdep.outputFile=" + list);
            run(Stream.concat(command, sameRepository).toList(), "resolve");
            return new OriginalJBake(Files.readString(list).strip());
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

    /** Runs to the end and gives the lines of its standard output; its standard error is kept beside it. */
    private static List<String> run(List<String> command, String name) {
        try {
            Path out = WORK.resolve(name + ".out");
            Path err = WORK.resolve(name + ".err");
            int exit = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException(
                        command.get(0) + " ended with " + exit + ", see " + out + " and " + err);
            }
            return Files.readAllLines(out).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
