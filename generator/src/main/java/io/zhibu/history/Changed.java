package io.zhibu.history;

import io.zhibu.history.Git.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which files a site's folder has otherwise than at a commit: changed, new, and not yet known to Git. */
public final class Changed {
    private final Git git;

    /** @param root of the site; it may lie deeper in a repository */
    public Changed(Path root) {
        this.git = new Git(root);
    }

    /**
     * What changed since a commit.
     *
     * @param files paths from the site's root
     * @param fault what Git complained about; empty if all went well
     */
    public record Since(List<String> files, String fault) {}

    /** @param revision any name that Git has for a commit */
    public Since since(String revision) {
        try {
            Said commit =
                    git.say(List.of("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"));
            if (!commit.wentWell()) {
                return new Since(List.of(), "没有“" + revision + "”这个提交");
            }
            Said changed = git.compare(List.of(
                    "diff",
                    "--name-only",
                    "--no-ext-diff",
                    "--ignore-submodules",
                    "-z",
                    "--relative",
                    "--diff-filter=d",
                    commit.out().strip(),
                    "--",
                    "."));
            Said fresh = git.say(List.of("ls-files", "--others", "--exclude-standard", "-z", "--", "."));
            String fault = changed.wentWell() ? fresh.fault() : changed.fault();
            TreeSet<String> files = new TreeSet<>();
            Stream.of(changed, fresh)
                    .flatMap(said -> Arrays.stream(said.out().split("\0")))
                    .filter(name -> !name.isEmpty())
                    .forEach(files::add);
            return new Since(List.copyOf(files), fault);
        } catch (IOException none) {
            return new Since(List.of(), "没有装 Git");
        }
    }

    /** The site's folder from the top of its repository; empty if it is the top. */
    public String prefix() throws IOException {
        return git.say(List.of("rev-parse", "--show-prefix")).out().strip();
    }

    /** The folder of the repository's hooks; empty if the site is in none. */
    public String hooks() {
        try {
            Said folder = git.say(List.of("rev-parse", "--git-path", "hooks"));
            return folder.wentWell() ? folder.out().strip() : "";
        } catch (IOException none) {
            return "";
        }
    }
}
