package io.zhibu.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sends an entry to be reviewed: a commit on a branch of its own, made beside the working tree, which stays as it is whatever becomes of
 * the push.
 */
final class Submitting {
    private final Path root;
    private final Git git;
    private final Path index;

    /** @param index where git may keep what is committed while it is put together */
    Submitting(Path root, Path index) {
        this.root = root;
        this.git = new Git(root);
        this.index = index;
    }

    /**
     * Who commits.
     *
     * @param mail may be empty
     */
    record Author(String name, String mail) {}

    /**
     * What came of it.
     *
     * @param done whether it was pushed
     * @param message for the editor, in Chinese
     * @param branch that was pushed to; empty if nothing was
     * @param commit of the branch; empty if there is none
     * @param theirs what stands upstream now, where somebody was faster; empty if nobody was
     * @param upstream which of theirs was seen; to be handed in again when both were put together
     * @param stuck whether there is something to submit and it can't be
     */
    record Result(
            boolean done,
            String message,
            String branch,
            String commit,
            Optional<String> theirs,
            String upstream,
            boolean stuck) {
        static Result refused(String message) {
            return new Result(false, message, "", "", Optional.empty(), "", true);
        }

        static Result needless(String message) {
            return new Result(false, message, "", "", Optional.empty(), "", false);
        }
    }

    /** Paths from the site's root of what differs from the last commit; none where there is no repository. */
    Set<String> changed(String content) {
        try {
            Git.Said prefix = git.say("rev-parse", "--show-prefix");
            Git.Said said =
                    git.say("status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", content);
            Set<String> changed = new HashSet<>();
            if (prefix.wentWell() && said.wentWell()) {
                for (String line : said.out().split("\0")) {
                    if (line.length() > 3) {
                        changed.add(
                                line.substring(3).replaceFirst("^" + java.util.regex.Pattern.quote(prefix.out()), ""));
                    }
                }
            }
            return changed;
        } catch (IOException noGit) {
            return Set.of();
        }
    }

    /** Who git takes the editor for; empty names where it doesn't know. */
    Author author() {
        try {
            return new Author(
                    git.say("config", "user.name").out(),
                    git.say("config", "user.email").out());
        } catch (IOException noGit) {
            return new Author("", "");
        }
    }

    /**
     * Commits the entry with what lies beside it, and pushes.
     *
     * @param file path from the site's root
     * @param name of the branch that was pushed to before, and its commit, for this entry; empty if none was
     * @param seen what of upstream's the editor has put together with the own text; empty if nothing
     */
    Result submit(String file, String title, Author author, String name, String commit, String seen) {
        try {
            return submitted(file, title, author, name, commit, seen);
        } catch (IOException noGit) {
            return Result.refused("这台电脑上没有 git，提交不了；稿子已经存好。请管电脑的人装上 git，再点一次“提交审核”");
        }
    }

    private Result submitted(String file, String title, Author author, String name, String commit, String seen)
            throws IOException {
        Upstream upstream = Upstream.fetched(git);
        if (!upstream.isKnown()) {
            return Result.refused(upstream.obstacle() + "，提交不了；稿子已经存好。" + upstream.remedy());
        }
        String path = git.say("rev-parse", "--show-prefix").out() + file;
        Optional<Result> overtaken = overtaken(file, path, upstream.tip(), seen);
        return overtaken.isPresent() ? overtaken.get() : pushed(file, path, title, author, upstream, name, commit);
    }

    /** Whether somebody changed the entry upstream since this clone was brought up to date, and the editor hasn't seen it. */
    private Optional<Result> overtaken(String file, String path, String tip, String seen) throws IOException {
        String ours = git.say("merge-base", "HEAD", tip).out();
        String before = blob(ours, path);
        String theirs = blob(tip, path);
        boolean same = theirs.equals(before)
                || theirs.equals(git.say("hash-object", "--", file).out())
                || Upstream.orElse(theirs, "-").equals(seen);
        if (same) {
            return Optional.empty();
        }
        String text = theirs.isEmpty() ? "" : git.text("cat-file", "blob", theirs);
        return Optional.of(new Result(
                false,
                "有人先改了这一篇，仓库里的已经不是你开始改时的样子；还没有提交，你的稿子一字没动",
                "",
                "",
                Optional.of(text),
                Upstream.orElse(theirs, "-"),
                false));
    }

    private String blob(String commit, String path) throws IOException {
        return commit.isEmpty()
                ? ""
                : git.say("rev-parse", "--verify", "--quiet", commit + ":" + path)
                        .out();
    }

    private Result pushed(
            String file, String path, String title, Author author, Upstream upstream, String name, String commit)
            throws IOException {
        String remote = upstream.remote();
        String tip = upstream.tip();
        boolean goesOn = !name.isEmpty()
                && git.say("ls-remote", remote, Upstream.HEADS + name).out().startsWith(commit)
                && !git.say("merge-base", "--is-ancestor", commit, tip).wentWell();
        String parent = goesOn ? commit : tip;
        Map<String, String> own = new HashMap<>();
        own.put("GIT_INDEX_FILE", index.toString());
        own.put("GIT_AUTHOR_NAME", author.name());
        own.put("GIT_AUTHOR_EMAIL", Upstream.orElse(author.mail(), "editor@localhost"));
        own.put("GIT_COMMITTER_NAME", author.name());
        own.put("GIT_COMMITTER_EMAIL", Upstream.orElse(author.mail(), "editor@localhost"));
        Git.Said read = git.say(own, "read-tree", parent);
        Git.Said added = read.wentWell() ? git.say(own, words(file)) : read;
        Git.Said tree = added.wentWell() ? git.say(own, "write-tree") : added;
        if (!tree.wentWell()) {
            return Result.refused("Git 没有收下这一篇；稿子已经存好。Git 说：" + Upstream.last(tree.err()));
        }
        if (tree.out().equals(git.say("rev-parse", parent + "^{tree}").out())) {
            return Result.needless("这一篇与仓库里的一样，没有要提交的");
        }
        Git.Said made = git.say(own, "commit-tree", tree.out(), "-p", parent, "-m", message(path, title));
        String to = goesOn ? name : free(remote, file);
        Git.Said push = made.wentWell()
                ? git.say("push", "--quiet", "--no-verify", remote, made.out() + ":" + Upstream.HEADS + to)
                : made;
        if (!push.wentWell()) {
            return Result.refused("仓库没有收下（也许没有推送的权限，或要先登录），还没有提交；稿子已经存好，可以再点一次。Git 说：" + Upstream.last(push.err()));
        }
        return new Result(true, "已提交审核：分支 " + to + "。审核的人在代码平台上看得到", to, made.out(), Optional.empty(), "", false);
    }

    private static String message(String path, String title) {
        return "修改“" + title.replace('\n', ' ') + "”\n\n" + path;
    }

    private String free(String remote, String file) throws IOException {
        String stem = file.replaceFirst("^.*/", "").replaceFirst("\\.md$", "");
        String plain = "edit/" + stem.replaceAll("[^\\p{L}\\p{N}-]+", "-");
        String free = plain;
        for (int next = 2;
                !git.say("ls-remote", remote, Upstream.HEADS + free).out().isEmpty();
                next++) {
            free = plain + "-" + next;
        }
        return free;
    }

    /** The entry, what lies beside it, and what an import keeps of it; also what of these is gone. */
    private String[] words(String file) throws IOException {
        Parcel parcel = new Parcel(root, file);
        Set<String> words = new LinkedHashSet<>(List.of("update-index", "--add", "--remove", "--"));
        words.addAll(parcel.files());
        for (String one : git.say("ls-files", "-z", "--", parcel.folder()).out().split("\0")) {
            if (!one.isEmpty()) {
                words.add(one);
            }
        }
        return words.toArray(String[]::new);
    }
}
