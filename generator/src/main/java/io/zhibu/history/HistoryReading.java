package io.zhibu.history;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.history.Git.Said;
import io.zhibu.memo.Digest;
import io.zhibu.output.Shelf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A folder to its history, by one walk through the commits however many files there are. That there is none is no fault. */
public final class HistoryReading {
    private static final Where REPOSITORY = Where.inFile(".git");

    private final Path root;
    private final String folder;
    private final ZoneId zone;
    private final Shelf shelf;
    private final Git git;
    private final Diagnostics diagnostics = new Diagnostics();

    /**
     * @param root of the site; it may lie deeper in a repository
     * @param folder whose files are asked for, by its path from the root
     * @param zone in which a moment becomes a day
     * @param shelf keeps what commits changed
     */
    public HistoryReading(Path root, String folder, ZoneId zone, Shelf shelf) {
        this.root = root;
        this.folder = folder;
        this.zone = zone;
        this.shelf = shelf;
        this.git = new Git(root);
    }

    public Outcome<History> read() {
        History history = isInRepository() ? asked() : History.NONE;
        return Outcome.of(history, diagnostics);
    }

    /**
     * What the history depends on beyond the files that it tells of: equal ones tell the same of the same files.
     *
     * @param folder whose files are asked for, by its path from the root
     */
    public static Digest mark(Path root, String folder) {
        return new HistoryReading(root, folder, ZoneOffset.UTC, Shelf.NONE).mark();
    }

    private Digest mark() {
        Digest.Of mark = new Digest.Of();
        if (isInRepository()) {
            try {
                for (Said said : List.of(repository(), changes())) {
                    mark.text(said.out()).text(said.fault());
                }
            } catch (IOException | UncheckedIOException noGit) {
                mark.text("no git");
            }
        }
        return mark.digest();
    }

    private Said repository() throws IOException {
        return git.say(List.of("rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD"));
    }

    private Said changes() throws IOException {
        return git.compare(List.of(
                "diff",
                "--name-only",
                "--no-renames",
                "--no-ext-diff",
                "--ignore-submodules",
                "--relative",
                "-z",
                "HEAD",
                "--",
                folder));
    }

    private boolean isInRepository() {
        for (Path there = root.toAbsolutePath(); there != null; there = there.getParent()) {
            if (Files.exists(there.resolve(".git"))) {
                return true;
            }
        }
        return false;
    }

    private History asked() {
        try {
            Said repository = repository();
            if (repository.out().startsWith("true")) {
                diagnostics.notice(
                        REPOSITORY,
                        "history-shallow",
                        "这份克隆只带了最近的提交，看不出文件是哪天改的，页脚不写“最后修改”",
                        "持续集成里把检出深度设为全部（fetch-depth: 0），本机运行 git fetch --unshallow");
            } else if (repository.wentWell()) {
                return known(repository.out().lines().skip(1).findFirst().orElse(""));
            } else if (!repository.out().startsWith("false")) {
                unreadable(repository.fault());
            }
        } catch (UnreadableHistory unreadable) {
            unreadable(unreadable.getMessage());
        } catch (IOException | UncheckedIOException noGit) {
            diagnostics.notice(
                    REPOSITORY,
                    "history-no-git",
                    "这里是 Git 仓库，却运行不了 git，页脚不写“最后修改”",
                    "装上 git；不要日期就写 render.history=false");
        }
        return History.NONE;
    }

    private History known(String prefix) throws IOException {
        // No commit before one that came after it, whatever the clocks were.
        Said commits = good(git.say(List.of("rev-list", "--parents", "--date-order", "--reverse", "HEAD")));
        Said changes = good(changes());
        Map<String, LocalDate> changed = new Dating(git, prefix, folder, zone, shelf)
                .days(commits.out().lines().toList());
        for (String file : changes.out().split("\0")) {
            changed.remove(file);
        }
        return new History(changed);
    }

    private static Said good(Said said) {
        if (!said.wentWell()) {
            throw new UnreadableHistory(said.fault());
        }
        return said;
    }

    private void unreadable(String fault) {
        diagnostics.notice(
                REPOSITORY,
                "history-unreadable",
                "读不出 Git 的历史，页脚不写“最后修改”。git 说：" + fault,
                "在知识库的文件夹里运行 git log 看是什么问题；不要日期就写 render.history=false");
    }
}
