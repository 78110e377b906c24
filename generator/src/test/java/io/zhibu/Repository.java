package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A folder under Git, whose commits a test dates. */
public final class Repository {
    private final Path folder;

    private Repository(Path folder) {
        this.folder = folder;
    }

    /** A new one with one branch, main. */
    public static Repository in(Path folder) {
        Repository repository = new Repository(folder);
        repository.git(Map.of(), "init", "--quiet", "--initial-branch=main");
        return repository;
    }

    public Repository write(String file, String text) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), text);
            return this;
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** All that is there now, committed at noon of the day in Shanghai. */
    public Repository commit(String day) {
        Map<String, String> dates =
                Map.of("GIT_AUTHOR_DATE", day + "T12:00:00+0800", "GIT_COMMITTER_DATE", day + "T12:00:00+0800");
        git(Map.of(), "add", "--all");
        git(dates, "commit", "--quiet", "--allow-empty", "--message=x");
        return this;
    }

    /** Runs git, and expects it to end well. */
    public void git(Map<String, String> environment, String... words) {
        run(environment, "", words);
    }

    /** Runs git on a text, and expects it to end well. */
    public void feed(String text, String... words) {
        run(Map.of(), text, words);
    }

    private void run(Map<String, String> environment, String text, String... words) {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=x", "-c", "user.email=x", "-c", "commit.gpgSign=false"));
        command.addAll(List.of(words));
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process git = builder.start();
            try (OutputStream in = git.getOutputStream()) {
                in.write(text.getBytes(StandardCharsets.UTF_8));
            }
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(git.waitFor()).as(command + ": " + said).isZero();
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
