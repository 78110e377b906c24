package io.zhibu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What an editor has before her: a clone of a bare repository, with a few entries of the repository's own. */
public final class EditorsSite {
    private final Path folder;

    /**
     * @param folder for the clone and the repository
     * @param entries without those that they lead to
     */
    public EditorsSite(Path folder, List<String> entries) throws IOException {
        this.folder = folder;
        Path site = site();
        SmallSite.ofOurTypes(site);
        Files.delete(site.resolve("site-config/search-tests.yml"));
        Copy.of(Path.of("templates"), site.resolve("templates"));
        for (String file : entries) {
            Files.createDirectories(site.resolve(file).getParent());
            Files.writeString(site.resolve(file), alone(Files.readString(Path.of(file)), entries));
            Path beside = Path.of(file.replaceFirst("\\.md$", ""));
            if (Files.isDirectory(beside)) {
                Copy.of(beside, site.resolve(beside.toString()));
            }
        }
        Repository.in(site).write(".gitignore", "target\n").commit("2026-11-01");
        Repository.in(site).git(Map.of(), "clone", "--quiet", "--bare", site.toString(), bare().toString());
        Repository.in(site).git(Map.of(), "remote", "add", "origin", bare().toString());
        // Not who owns the machine.
        Repository.in(site).git(Map.of(), "config", "user.name", "示例编辑");
        Repository.in(site).git(Map.of(), "config", "user.email", "bianji@example.cn");
    }

    private static String alone(String text, List<String> entries) {
        String branch = text.replaceFirst("(?s)^.*?\nbranch: (\\S+)\n.*$", "$1");
        String own = !text.contains("\ntype: work-method\n") || entries.contains("content/branch/" + branch + ".md")
                ? text
                : text.replaceFirst("\nbranch: .*\n", "\n").replaceFirst("\n---\n", "\nbranch: 未载\n---\n");
        return own.replaceAll("(?m)^related: .*\n", "").replaceAll("\\[([^\\]]+)]\\([^)]*\\.md\\)", "$1");
    }

    public Path site() {
        return folder.resolve("站点");
    }

    public Path bare() {
        return folder.resolve("仓库.git");
    }

    /** Somebody else's change of a file, in the repository from now on. */
    public void merged(String file, String text) {
        Path other = folder.resolve("别人的");
        Repository there = Repository.in(other);
        if (!Files.exists(other.resolve("content"))) {
            there.git(Map.of(), "remote", "add", "origin", bare().toString());
        }
        there.git(Map.of(), "pull", "--quiet", "--ff-only", "origin", "main");
        there.write(file, text).commit("2026-11-02");
        there.git(Map.of(), "push", "--quiet", "origin", "main");
    }
}
