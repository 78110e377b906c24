package io.zhibu.history;

import io.zhibu.program.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
            "log.showSignature=false",
            "-c",
            "log.showRoot=true",
            "-c",
            "log.follow=false");

    private static final List<String> SURROUNDINGS = List.of(
            "GIT_DIR",
            "GIT_COMMON_DIR",
            "GIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_OBJECT_DIRECTORY",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
            "GIT_SHALLOW_FILE",
            "GIT_PREFIX",
            "GIT_NAMESPACE",
            "GIT_EXTERNAL_DIFF",
            "GIT_GLOB_PATHSPECS",
            "GIT_NOGLOB_PATHSPECS",
            "GIT_ICASE_PATHSPECS");

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
    Said say(List<String> words) throws IOException {
        return say(List.of(), words);
    }

    /**
     * The same of a command that looks into files: what the repository names to turn a file into what is kept of it isn't started. A file
     * that is kept otherwise than it lies there then counts as changed.
     */
    Said compare(List<String> words) throws IOException {
        Said filters = say(List.of(
                "config", "--name-only", "-z", "--get-regexp", "^filter\\..*\\.(clean|smudge|process|required)$"));
        List<String> off = new ArrayList<>();
        for (String key : filters.out().split("\0")) {
            if (!key.isEmpty()) {
                off.addAll(List.of("-c", key + "=" + (key.endsWith(".required") ? "false" : "")));
            }
        }
        return say(off, words);
    }

    private Said say(List<String> settings, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(QUIET);
        command.addAll(settings);
        command.addAll(words);
        Program.Said said = new Program(command, folder).run(Git::surround);
        String complaint = said.err().lines().findFirst().orElse("git " + words.get(0));
        return new Said(said.out(), said.exit() == 0 ? "" : complaint);
    }

    private static void surround(Map<String, String> environment) {
        // A hook that starts a build hands these on; the folder alone says which repository is meant.
        SURROUNDINGS.forEach(environment::remove);
        // What is kept of a commit must be the commit's own, and the folder's name is a name whatever signs are in it.
        environment.put("GIT_NO_REPLACE_OBJECTS", "1");
        environment.put("GIT_LITERAL_PATHSPECS", "1");
        environment.put("LC_ALL", "C");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_NO_LAZY_FETCH", "1");
    }
}
