package io.zhibu;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The program as a process of its own, and what came of it. */
record Started(int exit, String said, long millis) {
    private static final long LONGEST = 120;

    static Started run(Map<String, String> environment, List<String> words) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LONGEST, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Started(process.waitFor(), said, (System.nanoTime() - begun) / 1_000_000);
    }

    /** The words that start it, behind those of another program. */
    static List<String> words(List<String> before, Path java, List<String> options, String... arguments) {
        List<String> words = new ArrayList<>(before);
        words.add(java.toString());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"));
        words.addAll(options);
        words.addAll(List.of(
                "-cp",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(path -> Path.of(path).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)),
                "io.zhibu.cli.Zhibu"));
        words.addAll(List.of(arguments));
        return words;
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin/java");
    }
}
