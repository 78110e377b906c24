package io.zhibu.history;

import io.zhibu.history.Git.Said;
import io.zhibu.unicode.Spelling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who wrote each file, as far as Git knows: by name and never by address. A {@code .mailmap} makes one of a person's several names. */
public final class Authors {
    /** Nothing is known. */
    public static final Authors NONE = new Authors(Map.of());

    private static final String COMMIT = "\1";

    /** The one of the last commit first; with how many commits each has. */
    private final Map<String, Map<String, Integer>> byFile;

    private Authors(Map<String, Map<String, Integer>> byFile) {
        this.byFile = byFile;
    }

    /**
     * By one walk through the commits. That there is no Git, or only the last of the commits, is no fault: then nobody is known.
     *
     * @param root of the site; it may lie deeper in a repository
     * @param folder whose files are asked for, by its path from the root
     */
    public static Authors read(Path root, String folder) {
        Git git = new Git(root);
        try {
            Said shallow = git.say(List.of("rev-parse", "--is-shallow-repository"));
            if (!shallow.wentWell() || !shallow.out().startsWith("false")) {
                return NONE;
            }
            Said log = git.say(List.of(
                    "log",
                    "--use-mailmap",
                    "--no-merges",
                    "--date-order",
                    "--format=%x01%aN",
                    "--name-only",
                    "--no-renames",
                    "--relative",
                    "-z",
                    "HEAD",
                    "--",
                    folder));
            return log.wentWell() ? of(log.out()) : NONE;
        } catch (IOException noGit) {
            return NONE;
        }
    }

    private static Authors of(String log) {
        Map<String, Map<String, Integer>> byFile = new HashMap<>();
        String author = "";
        for (String word : log.split("\0")) {
            if (word.startsWith(COMMIT)) {
                author = word.substring(1).strip();
            } else if (!author.isEmpty()) {
                String file = Spelling.bare(word.startsWith("\n") ? word.substring(1) : word);
                byFile.computeIfAbsent(file, any -> new LinkedHashMap<>()).merge(author, 1, Integer::sum);
            }
        }
        return new Authors(byFile);
    }

    /**
     * Those whose commits touched the file, who made the most of them first.
     *
     * @param file path from the site's root, with forward slashes
     */
    public List<String> of(String file, int atMost) {
        return known(file).entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(atMost)
                .toList();
    }

    /** The author of the last commit that touched the file: whom to ask about it. */
    public Optional<String> last(String file) {
        return known(file).keySet().stream().findFirst();
    }

    private Map<String, Integer> known(String file) {
        return byFile.getOrDefault(Spelling.bare(file), Map.of());
    }
}
