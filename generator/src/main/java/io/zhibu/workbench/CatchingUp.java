package io.zhibu.workbench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Brings the site's folder up to what stands upstream. What was written here and not sent, or sent and not taken over, stays: joined with
 * theirs where that is plain, as a draft beside theirs where it isn't. Either all of it is done or nothing.
 */
final class CatchingUp {
    private static final int MOST_WORDS = 100;

    private final Path root;
    private final Git git;
    private final Drafts drafts;
    private final Path index;

    /** @param index where git may keep what is committed while it is put together */
    CatchingUp(Path root, Drafts drafts, Path index) {
        this.root = root;
        this.git = new Git(root);
        this.drafts = drafts;
        this.index = index;
    }

    /** What became of a file that others changed. */
    enum Became {
        NEW("新的"),
        CHANGED("有改动"),
        GONE("已删去"),
        /** Theirs holds what was written here, or says the same. */
        TAKEN_OVER("你的已经合进去了"),
        JOINED("两边改的不在一处，合在一起了；你原来的另存了一份"),
        BESIDE("两边改了同一处，打开看，两边并排放着"),
        KEPT("仓库里删了；你改过的还在"),
        COME_BACK("这里删了，仓库里又改过，取回来了"),
        COPIED("用了仓库里的；你的另存在 target/edit/kept");

        private final String said;

        Became(String said) {
            this.said = said;
        }

        String said() {
            return said;
        }

        /** Whether something of the editor's own met something of somebody else's. */
        boolean isMet() {
            return ordinal() > GONE.ordinal();
        }
    }

    /**
     * What came of it.
     *
     * @param done whether the folder is as upstream, but for what was written here
     * @param message for the editor, in Chinese
     * @param became by path from the site's root, of what lies in it
     */
    record Result(boolean done, String message, Map<String, Became> became) {
        static Result refused(String message) {
            return new Result(false, message, Map.of());
        }
    }

    /**
     * A file that differs from the last commit here, and that others changed too.
     *
     * @param after what is written in the end; of one that is put beside theirs, what both began from
     */
    private record Own(String path, Optional<byte[]> mine, Became became, Optional<byte[]> after) {}

    /** Wherever it fails, the folder is as before. */
    Result catchUp(Submitting.Author author) throws IOException {
        try {
            git.say("--version");
        } catch (IOException noGit) {
            return Result.refused("这台电脑上没有 git，取不回来；什么也没有动。请管电脑的人装上 git，再点一次");
        }
        Upstream upstream = Upstream.fetched(git);
        if (!upstream.isKnown()) {
            return Result.refused(upstream.obstacle() + "，取不回来；什么也没有动。" + upstream.remedy());
        }
        if (upstream.branch().isEmpty()
                || git.say("rev-parse", "--verify", "--quiet", "MERGE_HEAD").wentWell()) {
            return Result.refused("这个文件夹里有一次没做完的合并，或停在一个旧的提交上，取不回来；什么也没有动。请管仓库的人先理好");
        }
        String head = git.say("rev-parse", "HEAD").out();
        if (git.say("merge-base", "--is-ancestor", upstream.tip(), head).wentWell()) {
            return new Result(true, "已经是最新的，仓库里没有新的改动", Map.of());
        }
        Optional<String> target =
                git.say("merge-base", "--is-ancestor", head, upstream.tip()).wentWell()
                        ? Optional.of(upstream.tip())
                        : replayed(head, upstream.tip(), author);
        if (target.isEmpty()) {
            return Result.refused("这个文件夹里有没推送的提交，和仓库里的改了同一个文件，不能替你定用哪个；什么也没有动。请管仓库的人合并");
        }
        // What is saved meanwhile waits, so that it isn't written over.
        synchronized (drafts) {
            return moved(head, target.get(), upstream.tip());
        }
    }

    /** What was committed here and isn't upstream, put on top of it; empty if both changed one file. */
    private Optional<String> replayed(String head, String tip, Submitting.Author author) throws IOException {
        Map<String, String> own = new HashMap<>();
        own.put("GIT_INDEX_FILE", index.toString());
        own.put("GIT_COMMITTER_NAME", Upstream.orElse(author.name(), "editor"));
        own.put("GIT_COMMITTER_EMAIL", Upstream.orElse(author.mail(), "editor@localhost"));
        drafts.prepare();
        String onto = tip;
        String range = tip + "..." + head;
        for (String commit : git.say("rev-list", "--reverse", "--cherry-pick", "--right-only", range)
                .out()
                .lines()
                .toList()) {
            String[] who = git.say("log", "-1", "--format=%an%n%ae%n%ad%n%P", "--date=raw", commit)
                    .out()
                    .split("\n");
            if (who.length < 4 || who[3].contains(" ")) {
                return Optional.empty();
            }
            // What another replay left would be taken for staged.
            drafts.vacate(index);
            Git.Said read = git.say(own, "read-tree", "-i", "-m", "--aggressive", who[3], onto, commit);
            Git.Said tree = read.wentWell() ? git.say(own, "write-tree") : read;
            if (!tree.wentWell()) {
                return Optional.empty();
            }
            own.put("GIT_AUTHOR_NAME", who[0]);
            own.put("GIT_AUTHOR_EMAIL", who[1]);
            own.put("GIT_AUTHOR_DATE", who[2]);
            String message = git.say("log", "-1", "--format=%B", commit).out();
            Git.Said made = git.say(own, "commit-tree", tree.out(), "-p", onto, "-m", message);
            if (!made.wentWell()) {
                return Optional.empty();
            }
            onto = made.out();
        }
        return Optional.of(onto);
    }

    private Result moved(String head, String target, String tip) throws IOException {
        Path top = Path.of(git.say("rev-parse", "--show-toplevel").out());
        String prefix = git.say("rev-parse", "--show-prefix").out();
        Git whole = new Git(top);
        Map<String, Became> came = coming(whole, head, target);
        List<Own> met = new ArrayList<>();
        for (String path : inTheWay(whole, top, came)) {
            met.add(own(whole, top, prefix, path, head, target));
        }
        for (Own one : met) {
            if (one.mine().isPresent() && one.became() != Became.TAKEN_OVER) {
                drafts.keepCopy(inSite(prefix, one.path()), one.mine().get());
            }
        }
        Set<String> begun = new TreeSet<>();
        try {
            clear(whole, top, met, head);
            Git.Said said = whole.say("reset", "--quiet", "--keep", target);
            if (!said.wentWell()) {
                putBack(whole, top, met, head, begun);
                return Result.refused("Git 没有取回来；什么也没有动。Git 说：" + Upstream.last(said.err()));
            }
            for (Own one : met) {
                finish(top, prefix, one, begun);
            }
        } catch (IOException disk) {
            putBack(whole, top, met, head, begun);
            throw disk;
        }
        Map<String, Became> became = new TreeMap<>();
        came.forEach((path, kind) -> {
            if (path.startsWith(prefix)) {
                became.put(inSite(prefix, path), kind);
            }
        });
        met.forEach(one -> became.put(inSite(prefix, one.path()), one.became()));
        for (String draft : drafts.begun()) {
            if (became.containsKey(draft)) {
                became.put(draft, Became.BESIDE);
            }
        }
        String count = git.say("rev-list", "--count", head + ".." + tip).out();
        return new Result(true, "取回了仓库里的 " + count + " 次改动", became);
    }

    private void finish(Path top, String prefix, Own one, Set<String> begun) throws IOException {
        String file = inSite(prefix, one.path());
        if (one.became() != Became.BESIDE) {
            if (one.after().isPresent()) {
                drafts.put(top.resolve(one.path()), one.after().get());
            }
        } else if (!drafts.begun().contains(file)) {
            begun.add(file);
            drafts.begin(file, one.mine().orElseThrow(), one.after().orElseThrow());
        }
    }

    private static String inSite(String prefix, String path) {
        return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }

    private static Map<String, Became> coming(Git whole, String head, String target) throws IOException {
        Map<String, Became> coming = new TreeMap<>();
        String[] cells = whole.say("diff", "--name-status", "-z", "--no-renames", head, target)
                .out()
                .split("\0");
        for (int at = 0; at + 1 < cells.length; at += 2) {
            coming.put(
                    cells[at + 1],
                    switch (cells[at]) {
                        case "A" -> Became.NEW;
                        case "D" -> Became.GONE;
                        default -> Became.CHANGED;
                    });
        }
        return coming;
    }

    /** Of what is coming that which isn't here as it was committed. */
    private static Set<String> inTheWay(Git whole, Path top, Map<String, Became> coming) throws IOException {
        Set<String> met = new TreeSet<>();
        String said = whole.say("status", "--porcelain", "-z", "--untracked-files=all", "--no-renames")
                .out();
        Arrays.stream(said.split("\0"))
                .filter(line -> line.length() > 3)
                .map(line -> line.substring(3))
                .filter(coming::containsKey)
                .forEach(met::add);
        // What is ignored here git would write over without a word.
        coming.forEach((path, kind) -> {
            if (kind == Became.NEW && Files.isRegularFile(top.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                met.add(path);
            }
        });
        return met;
    }

    private Own own(Git whole, Path top, String prefix, String path, String head, String target) throws IOException {
        Path file = top.resolve(path);
        String theirs = blob(whole, target, path);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Own(path, Optional.empty(), theirs.isEmpty() ? Became.GONE : Became.COME_BACK, Optional.empty());
        }
        byte[] bytes = Files.readAllBytes(file);
        Optional<byte[]> mine = Optional.of(bytes);
        String hash = whole.say("hash-object", "--", path).out();
        if (hash.equals(theirs) || wasThere(whole, hash, path, head, target)) {
            return new Own(path, mine, Became.TAKEN_OVER, Optional.empty());
        }
        if (theirs.isEmpty()) {
            return new Own(path, mine, Became.KEPT, mine);
        }
        Optional<String> text = text(bytes);
        String base = blob(whole, head, path).isEmpty() ? "" : whole.text("cat-file", "--filters", head + ":" + path);
        String other = whole.text("cat-file", "--filters", target + ":" + path);
        Optional<byte[]> joined = text.isEmpty() ? Optional.empty() : joined(bytes, base, other);
        if (joined.isPresent()) {
            return new Own(path, mine, Became.JOINED, joined);
        }
        if (text.isPresent() && path.startsWith(prefix) && path.endsWith(".md")) {
            return new Own(path, mine, Became.BESIDE, Optional.of(base.getBytes(StandardCharsets.UTF_8)));
        }
        return new Own(path, mine, Became.COPIED, Optional.empty());
    }

    private static String blob(Git whole, String commit, String path) throws IOException {
        return whole.say("rev-parse", "--verify", "--quiet", commit + ":" + path)
                .out();
    }

    /** Whether the file once was, on the way that leads upstream, what it is here: then it was taken over, and changed later. */
    private static boolean wasThere(Git whole, String hash, String path, String head, String target)
            throws IOException {
        for (String commit : whole.say("rev-list", "--full-history", head + ".." + target, "--", path)
                .out()
                .lines()
                .toList()) {
            if (blob(whole, commit, path).equals(hash)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }

    /** Both changes in one text; empty where they touch each other. */
    private Optional<byte[]> joined(byte[] mine, String base, String theirs) throws IOException {
        if ((base + theirs).indexOf('\ufffd') >= 0) {
            return Optional.empty();
        }
        List<String> names = List.of("merge/mine", "merge/base", "merge/theirs");
        try {
            drafts.keepUpload(names.get(0), mine);
            drafts.keepUpload(names.get(1), base.getBytes(StandardCharsets.UTF_8));
            drafts.keepUpload(names.get(2), theirs.getBytes(StandardCharsets.UTF_8));
            Git.Said said = git.say(Stream.concat(
                            Stream.of("merge-file", "--quiet"),
                            names.stream().map(name -> drafts.noteFile(name).toString()))
                    .toArray(String[]::new));
            return said.wentWell() ? Optional.of(Files.readAllBytes(drafts.noteFile(names.get(0)))) : Optional.empty();
        } finally {
            for (String name : names) {
                drafts.vacate(drafts.noteFile(name));
            }
        }
    }

    /** Makes way: these files are as they were committed, here and for git. */
    private void clear(Git whole, Path top, List<Own> met, String head) throws IOException {
        Map<Boolean, List<String>> known = new HashMap<>(Map.of(true, new ArrayList<>(), false, new ArrayList<>()));
        for (Own one : met) {
            known.get(!blob(whole, head, one.path()).isEmpty()).add(one.path());
        }
        inParts(whole, known.get(true), "checkout", "--quiet", head, "--");
        inParts(whole, known.get(false), "rm", "--quiet", "--cached", "--force", "--ignore-unmatch", "--");
        for (String path : known.get(false)) {
            drafts.vacate(top.resolve(path));
        }
    }

    private static void inParts(Git whole, List<String> paths, String... words) throws IOException {
        for (int from = 0; from < paths.size(); from += MOST_WORDS) {
            Git.Said said = whole.say(Stream.concat(
                            Arrays.stream(words), paths.stream().skip(from).limit(MOST_WORDS))
                    .toArray(String[]::new));
            if (!said.wentWell()) {
                throw new IOException(Upstream.last(said.err()));
            }
        }
    }

    /** The folder as it was before, whatever of it was done. */
    private void putBack(Git whole, Path top, List<Own> met, String head, Set<String> begun) throws IOException {
        String now = whole.say("rev-parse", "HEAD").out();
        if (!now.equals(head)) {
            clear(whole, top, met, now);
            whole.say("reset", "--quiet", "--keep", head);
        }
        for (String file : begun) {
            drafts.forget(file);
        }
        for (Own one : met) {
            if (one.mine().isPresent()) {
                drafts.put(top.resolve(one.path()), one.mine().get());
            } else {
                drafts.vacate(top.resolve(one.path()));
            }
        }
    }
}
