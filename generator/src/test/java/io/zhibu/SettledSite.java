package io.zhibu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A site under Git that nobody has touched for a while, and whether runs on it touch anything. */
abstract class SettledSite {
    @TempDir
    Path folder;

    Path site;
    Repository git;

    @BeforeEach
    void copied() throws IOException {
        site = folder.resolve("站点");
        Copy.of(Path.of("generator/src/test/resources/bad-inputs/site"), site);
        git = Repository.in(site).write(".gitignore", "target\n").commit("2026-11-01");
        settle();
    }

    /** Longer than a moment in which two changes may have one time. */
    static void settle() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    Run run(String command, String[] more, String... always) {
        List<String> words = new ArrayList<>(List.of(command, "--site", site.toString()));
        words.addAll(List.of(always));
        words.addAll(Arrays.asList(more));
        return Run.of(words);
    }

    static void append(Path file, String text) throws IOException {
        Files.writeString(file, Files.exists(file) ? Files.readString(file) + text : text);
    }

    /** What a report says of the site, and not of how it was made. */
    static String counts(Path report) throws IOException {
        return Files.readString(report, StandardCharsets.UTF_8)
                .replaceAll("(?s)\"milliseconds\" : \\{.*?\\}", "")
                .replaceAll("(?s)\"remembered\" : \\{.*?\\n  \\}", "");
    }

    /** When each file below was last written. */
    static Map<String, String> times(Path below) throws IOException {
        Map<String, String> times = new TreeMap<>();
        try (Stream<Path> all = Files.walk(below)) {
            for (Path file : all.toList()) {
                times.put(
                        below.relativize(file).toString(),
                        Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                                .toString());
            }
        }
        return times;
    }
}
