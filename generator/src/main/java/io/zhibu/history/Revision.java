package io.zhibu.history;

import io.zhibu.history.Git.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which state of the sources a folder holds.
 *
 * @param commit its full name
 * @param changed whether files there differ from the commit, or are new
 */
public record Revision(String commit, boolean changed) {
    /** Empty without Git, or before the first commit. */
    public static Optional<Revision> of(Path root) {
        Git git = new Git(root);
        try {
            Said head = git.say(List.of("rev-parse", "--verify", "--quiet", "HEAD"));
            if (!head.wentWell()) {
                return Optional.empty();
            }
            Said changes = git.compare(List.of("status", "--porcelain", "--ignore-submodules", "--", "."));
            return Optional.of(new Revision(head.out().strip(), !changes.out().isBlank() || !changes.wentWell()));
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }
}
