package io.zhibu;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs of others that tests start on a class path of their own, resolved as any project would: nothing of them is kept here. */
final class MavenPrograms {
    private MavenPrograms() {}

    /**
     * What a program is made of.
     *
     * @param pom that names it
     * @param work folder for what Maven says
     */
    static String classPath(Path pom, Path work) throws IOException {
        Files.createDirectories(work);
        Path list = work.resolve("classpath-" + ProcessHandle.current().pid());
        String maven = File.separatorChar == '\\' ? "mvn.cmd" : "mvn";
        // Surefire tells where the outer Maven keeps its artifacts.
        String repository = System.getProperty("localRepository", "");
        Stream<String> sameRepository =
                repository.isEmpty() ? Stream.of() : Stream.of("-Dmaven.repo.local=" + repository);
        Stream<String> command = Stream.of(
                maven, "-q", "-B", "-f", pom.toString(), "dependency:build-classpath", "-Dmdep.outputFile=" + list);
        run(Stream.concat(command, sameRepository).toList(), work, "resolve");
        return Files.readString(list).strip();
    }

    /** Runs to the end and gives the lines of its standard output; its standard error is kept beside it. */
    static List<String> run(List<String> command, Path work, String name) throws IOException {
        try {
            Path out = work.resolve(name + ".out");
            Path err = work.resolve(name + ".err");
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
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
