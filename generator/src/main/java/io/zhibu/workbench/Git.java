package io.zhibu.workbench;

import io.zhibu.program.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs git in the site's folder. It never asks: who should be asked sits before a browser. */
final class Git {
    private static final List<String> BEFORE = List.of(
            "git",
            "--no-pager",
            "-c",
            "core.quotePath=false",
            "-c",
            "commit.gpgSign=false",
            "-c",
            "http.lowSpeedLimit=1",
            "-c",
            "http.lowSpeedTime=30");

    private static final List<String> SURROUNDINGS =
            List.of("GIT_DIR", "GIT_COMMON_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE");

    private final Path folder;

    Git(Path folder) {
        this.folder = folder;
    }

    /** @param out without the last line end */
    record Said(int exit, String out, String err) {
        boolean wentWell() {
            return exit == 0;
        }
    }

    /** @throws IOException if there is no git to run */
    Said say(String... words) throws IOException {
        return say(Map.of(), words);
    }

    Said say(Map<String, String> more, String... words) throws IOException {
        Program.Said said = run(more, words);
        return new Said(said.exit(), said.out().stripTrailing(), said.err().strip());
    }

    /** What it prints where line ends at the end count too, as in the text of a file. */
    String text(String... words) throws IOException {
        return run(Map.of(), words).out();
    }

    private Program.Said run(Map<String, String> more, String... words) throws IOException {
        List<String> command = new ArrayList<>(BEFORE);
        command.addAll(List.of(words));
        return new Program(command, folder).run(environment -> {
            SURROUNDINGS.forEach(environment::remove);
            environment.put("LC_ALL", "C.UTF-8");
            environment.put("GIT_TERMINAL_PROMPT", "0");
            environment.put("GIT_ASKPASS", "");
            environment.put("SSH_ASKPASS", "");
            environment.put("GIT_LITERAL_PATHSPECS", "1");
            environment.putIfAbsent("GIT_SSH_COMMAND", "ssh -oBatchMode=yes -oConnectTimeout=15");
            environment.putAll(more);
        });
    }
}
