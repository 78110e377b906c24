package io.zhibu.history;

import io.zhibu.history.Git.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a file said before a commit changed it or took it away.
 *
 * @param file path from the site's root, with forward slashes
 * @param day on which the author of that commit made the change
 * @param text bytes as they were, as far as they were UTF-8
 */
public record Former(String file, LocalDate day, byte[] text) {
    /** Each is one question to git: whoever takes away more in a few weeks rearranges the site. */
    private static final int MOST = 200;

    private static final String COMMIT = "\1";

    /** A change that was committed, not yet looked into. */
    private record Change(String commit, LocalDate day, String file) {}

    /**
     * Of each file that is asked for, from the latest change back; none where there is no git, or no past.
     *
     * @param root of the site; it may lie deeper in a repository
     * @param folder whose files are asked for, by its path from the root
     * @param zone in which a moment becomes a day
     * @param since the first day
     */
    public static List<Former> read(Path root, String folder, ZoneId zone, LocalDate since, Predicate<String> asked) {
        Git git = new Git(root);
        List<Former> versions = new ArrayList<>();
        try {
            for (Change change : changes(git, folder, zone, since, asked)) {
                Said before = git.say(List.of("show", change.commit() + "^:./" + change.file()));
                if (before.wentWell()) {
                    versions.add(
                            new Former(change.file(), change.day(), before.out().getBytes(StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException noGit) {
            // Told where the last change of every file is asked for.
        }
        return versions;
    }

    private static List<Change> changes(Git git, String folder, ZoneId zone, LocalDate since, Predicate<String> asked)
            throws IOException {
        Said log = git.say(List.of(
                "log",
                "--since=" + since.atStartOfDay(zone).toEpochSecond(),
                "--no-merges",
                "--diff-filter=DM",
                "--format=%x01%H %at",
                "--name-only",
                "--no-renames",
                "--relative",
                "-z",
                "--",
                folder));
        List<Change> changes = new ArrayList<>();
        String commit = "";
        LocalDate day = since;
        for (String word : log.wentWell() ? log.out().split("\0") : new String[0]) {
            String file = word.startsWith("\n") ? word.substring(1) : word;
            if (word.startsWith(COMMIT)) {
                commit = word.substring(1, word.indexOf(' '));
                day = LocalDate.ofInstant(
                        Instant.ofEpochSecond(Long.parseLong(word.substring(word.indexOf(' ') + 1))), zone);
            } else if (changes.size() < MOST && !day.isBefore(since) && asked.test(file)) {
                changes.add(new Change(commit, day, file));
            }
        }
        return changes;
    }
}
