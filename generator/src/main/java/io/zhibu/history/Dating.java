package io.zhibu.history;

import io.zhibu.history.Git.Said;
import io.zhibu.output.Shelf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Commits to the day on which each file was changed last. What a commit changed never becomes another: git's answer for a stretch of
 * commits is kept under what the question was, so that no rewriting of the past can make it untrue.
 */
final class Dating {
    /** Changes whenever the same question would get another answer. */
    private static final String RECIPE = "1";

    /** Commits that are asked for and kept together: few enough for the longest command that Windows takes. */
    private static final int STRETCH = 400;

    private static final String COMMIT = "\1";

    private final Git git;
    private final String prefix;
    private final String folder;
    private final ZoneId zone;
    private final Shelf shelf;

    /**
     * @param prefix from the repository's root to the site's
     * @param folder whose files are asked for, by its path from the site's root
     */
    Dating(Git git, String prefix, String folder, ZoneId zone, Shelf shelf) {
        this.git = git;
        this.prefix = prefix;
        this.folder = folder;
        this.zone = zone;
        this.shelf = shelf;
    }

    /**
     * By path from the site's root.
     *
     * @param commits each with its parents behind it, the oldest first: so the stretches stay the same when others are added
     * @throws UnreadableHistory if git can't tell
     * @throws UncheckedIOException if there is no git to run
     */
    Map<String, LocalDate> days(List<String> commits) {
        Map<String, LocalDate> days = new HashMap<>();
        int whole = commits.size() / STRETCH * STRETCH;
        if (whole < commits.size()) {
            add(changes(commits.subList(whole, commits.size())), days);
        }
        for (int end = whole; end > 0; end -= STRETCH) {
            List<String> stretch = commits.subList(end - STRETCH, end);
            add(shelf.keep(name(stretch), () -> changes(stretch)), days);
        }
        return days;
    }

    private String name(List<String> stretch) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String question = String.join("\0", RECIPE, prefix, folder, String.join("\n", stretch));
            return "history-" + HexFormat.of().formatHex(digest.digest(question.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The latest first: for each the moment when its author made it, and the files that it changed. */
    private byte[] changes(List<String> stretch) {
        List<String> words = new ArrayList<>(List.of(
                "log", "--no-walk=unsorted", "--format=%x01%at", "--name-only", "--no-renames", "--relative", "-z"));
        List<String> latestFirst = new ArrayList<>(stretch);
        Collections.reverse(latestFirst);
        latestFirst.forEach(commit -> words.add(commit.split(" ", 2)[0]));
        words.addAll(List.of("--", folder));
        try {
            Said log = git.say(words);
            if (!log.wentWell()) {
                throw new UnreadableHistory(log.fault());
            }
            return log.out().getBytes(StandardCharsets.UTF_8);
        } catch (IOException noGit) {
            throw new UncheckedIOException(noGit);
        }
    }

    /** The first mention of a file is the one that counts. */
    private void add(byte[] changes, Map<String, LocalDate> days) {
        LocalDate day = LocalDate.EPOCH;
        for (String word : new String(changes, StandardCharsets.UTF_8).split("\0")) {
            if (word.startsWith(COMMIT)) {
                day = LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(word.substring(1))), zone);
            } else {
                days.putIfAbsent(word.startsWith("\n") ? word.substring(1) : word, day);
            }
        }
    }
}
