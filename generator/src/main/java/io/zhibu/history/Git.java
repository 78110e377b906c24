package io.zhibu.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs git in one folder. What the repository's settings or its surroundings would start, such as a monitor or a pager, stays off. */
final class Git {
    private static final List<String> QUIET = List.of(
            "git",
            "--no-optional-locks",
            "--no-pager",
            "-c",
            "core.quotePath=false",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "log.showSignature=false");

    private final Path folder;

    Git(Path folder) {
        this.folder = folder;
    }

    /**
     * What a run of git came to.
     *
     * @param out in UTF-8
     * @param fault what it complained about; empty if it ended well
     */
    record Said(String out, String fault) {
        boolean wentWell() {
            return fault.isEmpty();
        }
    }

    /** @throws IOException if there is no git to run */
    Said say(String... words) throws IOException {
        Process git = start(words);
        try (InputStream out = git.getInputStream();
                InputStream err = git.getErrorStream()) {
            git.getOutputStream().close();
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            String fault = new String(err.readAllBytes(), StandardCharsets.UTF_8);
            boolean well = git.waitFor() == 0;
            return new Said(said, well ? "" : fault.lines().findFirst().orElse("git " + words[0]));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while git ran", stop);
        } finally {
            git.destroy();
        }
    }

    private Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(QUIET);
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        // A hook that starts a build hands these on; the folder alone says which repository is meant.
        List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_EXTERNAL_DIFF")
                .forEach(builder.environment()::remove);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("GIT_NO_LAZY_FETCH", "1");
        return builder.start();
    }
}
