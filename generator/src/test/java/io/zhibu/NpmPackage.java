package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** What a test holds our work against and isn't ours to keep: fetched with npm into {@code target/} once; without it the test fails. */
public final class NpmPackage {
    private NpmPackage() {}

    /** The folder of the package's files. */
    public static Path fetched(String name, String version) throws IOException, InterruptedException {
        Path folder = Path.of("target", name).toAbsolutePath();
        Path files = folder.resolve("node_modules").resolve(name);
        Files.createDirectories(folder);
        // Tests run in two processes.
        try (FileChannel lock =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = lock.lock()) {
            if (alone.isValid()) {
                fetch(folder, files, name, version);
            }
        }
        return files;
    }

    private static void fetch(Path folder, Path files, String name, String version)
            throws IOException, InterruptedException {
        if (!Files.exists(files.resolve("package.json"))) {
            Process npm = new ProcessBuilder(
                            "npm",
                            "install",
                            "--no-save",
                            "--no-audit",
                            "--no-fund",
                            "--ignore-scripts",
                            "--prefix",
                            folder.toString(),
                            name + "@" + version)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("npm.log").toFile())
                    .start();
            boolean ended = npm.waitFor(120, TimeUnit.SECONDS);
            assertThat(ended && npm.exitValue() == 0)
                    .as(
                            "npm can't fetch %s@%s, which this test needs; see %s",
                            name, version, folder.resolve("npm.log"))
                    .isTrue();
        }
    }
}
