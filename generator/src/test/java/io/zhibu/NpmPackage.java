package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a test holds our work against and isn't ours to keep: fetched with npm into {@code target/} once; without it the test fails. */
public final class NpmPackage {
    private NpmPackage() {}

    /** The folder of the package's files, with all that it leans on. */
    public static Path fetched(String name, String version) throws IOException, InterruptedException {
        Path folder = Path.of("target", name).toAbsolutePath();
        Path files = folder.resolve("node_modules").resolve(name);
        String[] install = {
            "npm", "install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder.toString()
        };
        alone(folder, files, name + "@" + version, List.of(install), List.of());
        return files;
    }

    /** The folder of the files of a package that brings along what it leans on. */
    public static Path packed(String name, String version) throws IOException, InterruptedException {
        Path folder = Path.of("target", name).toAbsolutePath();
        Path files = folder.resolve("package");
        String archive = name + "-" + version + ".tgz";
        alone(folder, files, name + "@" + version, List.of("npm", "pack"), List.of("tar", "-xzf", archive));
        return files;
    }

    private static void alone(Path folder, Path files, String wanted, List<String> fetch, List<String> unpack)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        // Tests run in two processes.
        try (FileChannel lock =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = lock.lock()) {
            if (alone.isValid() && !Files.exists(files.resolve("package.json"))) {
                List<String> words = new ArrayList<>(fetch);
                words.add(wanted);
                run(folder, wanted, words);
                if (!unpack.isEmpty()) {
                    run(folder, wanted, unpack);
                }
            }
        }
    }

    private static void run(Path folder, String wanted, List<String> words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("npm.log").toFile())
                .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        assertThat(ended && process.exitValue() == 0)
                .as("npm can't fetch %s, which this test needs; see %s", wanted, folder.resolve("npm.log"))
                .isTrue();
    }
}
