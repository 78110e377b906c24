package io.zhibu.history;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.history.Git.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** A folder to its history, by one walk through the log however many files there are. That there is none is no fault. */
public final class HistoryReading {
    private static final Where REPOSITORY = Where.inFile(".git");
    private static final String COMMIT = "\1";

    private final Path root;
    private final String folder;
    private final ZoneId zone;
    private final Git git;
    private final Diagnostics diagnostics = new Diagnostics();

    /**
     * @param root of the site; it may lie deeper in a repository
     * @param folder whose files are asked for, by its path from the root
     * @param zone in which a moment becomes a day
     */
    public HistoryReading(Path root, String folder, ZoneId zone) {
        this.root = root;
        this.folder = folder;
        this.zone = zone;
        this.git = new Git(root);
    }

    public Outcome<History> read() {
        History history = isInRepository() ? asked() : History.NONE;
        return Outcome.of(history, diagnostics);
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
            Said repository = git.say("rev-parse", "--is-shallow-repository", "HEAD");
            if (repository.out().startsWith("true")) {
                diagnostics.notice(
                        REPOSITORY,
                        "history-shallow",
                        "这份克隆只带了最近的提交，看不出文件是哪天改的，页脚不写“最后修改”",
                        "持续集成里把检出深度设为全部（fetch-depth: 0），本机运行 git fetch --unshallow");
            } else if (repository.wentWell()) {
                return known();
            } else if (!repository.out().startsWith("false")) {
                unreadable(repository);
            }
        } catch (IOException noGit) {
            diagnostics.notice(
                    REPOSITORY,
                    "history-no-git",
                    "这里是 Git 仓库，却运行不了 git，页脚不写“最后修改”",
                    "装上 git；不要日期就写 render.history=false");
        }
        return History.NONE;
    }

    private History known() throws IOException {
        Said log = git.say(
                "log",
                "--format=" + "%x01%at",
                "--name-only",
                "--no-renames",
                "--relative",
                "-z",
                "HEAD",
                "--",
                folder);
        Said changes = git.say(
                "diff",
                "--name-only",
                "--no-renames",
                "--no-ext-diff",
                "--ignore-submodules",
                "--relative",
                "-z",
                "HEAD",
                "--",
                folder);
        if (!log.wentWell() || !changes.wentWell()) {
            unreadable(log.wentWell() ? changes : log);
            return History.NONE;
        }
        Map<String, LocalDate> changed = days(log.out());
        for (String file : changes.out().split("\0")) {
            changed.remove(file);
        }
        return new History(changed);
    }

    /** The latest commit stands first, so that the first mention of a file is the one that counts. */
    private Map<String, LocalDate> days(String log) {
        Map<String, LocalDate> days = new HashMap<>();
        LocalDate day = LocalDate.EPOCH;
        for (String word : log.split("\0")) {
            if (word.startsWith(COMMIT)) {
                day = LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(word.substring(1))), zone);
            } else {
                days.putIfAbsent(word.startsWith("\n") ? word.substring(1) : word, day);
            }
        }
        return days;
    }

    private void unreadable(Said said) {
        diagnostics.notice(
                REPOSITORY,
                "history-unreadable",
                "读不出 Git 的历史，页脚不写“最后修改”。git 说：" + said.fault(),
                "在知识库的文件夹里运行 git log 看是什么问题；不要日期就写 render.history=false");
    }
}
