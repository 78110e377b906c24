package io.zhibu.cli;

import io.zhibu.builtin.BuiltIn;
import io.zhibu.builtin.Copies;
import io.zhibu.builtin.LineDiff;
import io.zhibu.config.Config;
import io.zhibu.config.ConfigReading;
import io.zhibu.config.Layout;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.disk.OneFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code zhibu templates}: which of a site's files lie over built-in ones, and what they miss of them. */
@Command(
        name = "templates",
        customSynopsis = {"zhibu templates [--diff] [选项]", "      zhibu templates --copy 文件 | --seen 文件"},
        description = "站点自己的哪些文件盖住了支部自带的模板、类型、词表和用词；升级以后，自带的变了什么，自己的那份还没有。",
        footer = {"", "退出码：0 没有落下什么 · 1 有自带的改动还没有跟上（--diff），或没有拷 · 2 命令写法有误 · 3 磁盘或程序出错"})
final class TemplatesCommand extends SiteCommand {
    @Option(names = "--diff", description = "逐行列出：“-”只有自己的那份有，“+”只有自带的有。")
    private boolean diff;

    @Option(
            names = "--copy",
            paramLabel = "文件",
            description = "把一个自带的文件（或一个文件夹里的全部）拷到站点里来改，如 templates/assets/tokens.css；已有的不盖掉。")
    private List<String> copy = List.of();

    @Option(names = "--seen", paramLabel = "文件", description = "自己的这份已经照现在自带的改好；以后再变才提。")
    private List<String> seen = List.of();

    @Option(names = "--list", description = "列出自带的全部文件。")
    private boolean list;

    private BuiltIn builtIn;
    private Layout layout;
    private Copies copies;

    TemplatesCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    Optional<Misuse> misuse() {
        int ways = (diff ? 1 : 0) + (list ? 1 : 0) + (copy.isEmpty() ? 0 : 1) + (seen.isEmpty() ? 0 : 1);
        return ways > 1 ? Optional.of(new Misuse("--diff、--list、--copy、--seen 一次只能写一样", "分几次执行")) : Optional.empty();
    }

    @Override
    int run() throws IOException {
        Optional<BuiltIn> here = BuiltIn.here();
        if (here.isEmpty()) {
            return new Misuse("程序里没有自带的模板和类型", "程序不完整：重新解压支部的发布包，整个文件夹一起用").refuse(console, Exit.FAULT);
        }
        builtIn = here.get();
        // What is wrong with the settings may be the very thing that an upgrade changed.
        Outcome<Config> config = new ConfigReading(site.root(), here).read();
        layout = config.value().layout();
        copies = new Copies(site.root());
        if (list) {
            builtIn.files("").keySet().forEach(console.out()::println);
            return Exit.GOOD;
        }
        if (Files.isSameFile(builtIn.folder(), site.root())) {
            console.out().println("这里就是自带的文件本来的地方，没有可比的。");
            return Exit.GOOD;
        }
        if (!copy.isEmpty()) {
            return copied();
        }
        return seen.isEmpty() ? compared() : noted();
    }

    /** Where the site's own file in place of a built-in one is. */
    private Path own(String path) {
        if (path.startsWith("templates/assets/")) {
            return layout.assets().resolve(path.substring("templates/assets/".length()));
        }
        return path.startsWith("templates/")
                ? layout.templates().resolve(path.substring("templates/".length()))
                : site.root().resolve(path);
    }

    private static String plain(String typed) {
        return typed.replace('\\', '/')
                .replaceFirst("^〔内置〕", "")
                .replaceFirst("^(\\./)+", "")
                .replaceFirst("/+$", "");
    }

    /** The built-in files that are meant; none if there are no such. */
    private SortedMap<String, Path> meant(List<String> typed) throws IOException {
        SortedMap<String, Path> meant = new TreeMap<>();
        for (String one : typed) {
            String path = plain(one);
            SortedMap<String, Path> files = new TreeMap<>();
            builtIn.file(path).ifPresent(file -> files.put(path, file));
            if (files.isEmpty() && !path.isEmpty()) {
                files.putAll(builtIn.files(path));
            }
            if (files.isEmpty()) {
                List<String> all = new ArrayList<>(builtIn.files("").keySet());
                new Misuse(
                                "没有自带的文件“" + one + "”",
                                Nearest.to(path, all)
                                        .map(near -> "是“" + near + "”吗？")
                                        .orElse("全部自带的文件：zhibu templates --list"))
                        .tell(console);
                return new TreeMap<>();
            }
            meant.putAll(files);
        }
        return meant;
    }

    private int copied() throws IOException {
        SortedMap<String, Path> meant = meant(copy);
        if (meant.isEmpty()) {
            return Exit.USAGE;
        }
        int exit = Exit.GOOD;
        for (Map.Entry<String, Path> one : meant.entrySet()) {
            Path own = own(one.getKey());
            if (Files.exists(own)) {
                console.err().println("站点里已经有 " + layout.spelt(own) + "，没有动它");
                console.err().println("    建议：看它与自带的差在哪里：zhibu templates --diff");
                exit = Exit.ERRORS;
                continue;
            }
            byte[] bytes = Files.readAllBytes(one.getValue());
            new OneFile(own, "").write(fresh -> {
                Files.write(fresh, bytes);
                return !Files.exists(own);
            });
            copies.note(one.getKey(), one.getValue());
            console.out().println("已拷到 " + layout.spelt(own) + "，改这一份");
        }
        record();
        if (layout.layers().builtIn().isEmpty()) {
            console.out().println("站点没有写 zhibu.version，自带的文件不起作用；要用，在设置里写 zhibu.version=" + BuiltIn.line());
        }
        return exit;
    }

    private int noted() throws IOException {
        SortedMap<String, Path> meant = meant(seen);
        if (meant.isEmpty()) {
            return Exit.USAGE;
        }
        for (Map.Entry<String, Path> one : meant.entrySet()) {
            if (Files.exists(own(one.getKey()))) {
                copies.note(one.getKey(), one.getValue());
                console.out().println("记下了：" + layout.spelt(own(one.getKey())) + " 已照 " + BuiltIn.VERSION + " 自带的改好");
            }
        }
        record();
        return Exit.GOOD;
    }

    private void record() throws IOException {
        new OneFile(site.root().resolve(Copies.FILE), "").write(fresh -> {
            Files.writeString(fresh, copies.text());
            return true;
        });
    }

    private int compared() throws IOException {
        int over = 0;
        int behind = 0;
        SortedMap<String, Path> all = builtIn.files("");
        for (Map.Entry<String, Path> one : all.entrySet()) {
            Path own = own(one.getKey());
            if (Files.isRegularFile(own)) {
                over++;
                behind += told(one.getKey(), own, one.getValue()) ? 1 : 0;
            }
        }
        console.out()
                .println(
                        over == 0
                                ? "站点没有自己的模板、类型、词表，全部 " + all.size() + " 个文件用支部 " + BuiltIn.VERSION + " 自带的。"
                                : "站点有 " + over + " 个文件盖住了支部 " + BuiltIn.VERSION + " 自带的，"
                                        + (behind == 0 ? "没有落下什么。" : behind + " 个要看。"));
        if (behind > 0) {
            console.out().println((diff ? "" : "zhibu templates --diff 逐行看；") + "照着改好以后：zhibu templates --seen 文件");
        }
        return diff && behind > 0 ? Exit.ERRORS : Exit.GOOD;
    }

    /** Whether there is something to look at. */
    private boolean told(String path, Path own, Path below) throws IOException {
        String file = layout.spelt(own);
        if (Files.mismatch(own, below) < 0) {
            console.out().println(file + "：与自带的一样；删去它，升级时就自动用新的");
            return false;
        }
        Optional<Copies.Base> base = copies.base(path);
        Optional<List<String>> mine = lines(own);
        Optional<List<String>> theirs = lines(below);
        Optional<LineDiff> lines = mine.isPresent() && theirs.isPresent()
                ? Optional.of(new LineDiff(mine.get(), theirs.get()))
                : Optional.empty();
        String what = lines.map(one -> "自己多 " + one.removed() + " 行，少自带的 " + one.added() + " 行")
                .orElse("内容不同，不是文字");
        if (base.isPresent() && base.get().sum().equals(Copies.sum(below))) {
            console.out().println(file + "：自己改过（" + what + "）；自带的没有再变");
            return false;
        }
        console.out()
                .println(file + "："
                        + base.map(one -> "照 " + one.version() + " 改的，自带的后来变了").orElse("与自带的不同，没有记下照哪一版改的") + "（" + what
                        + "）");
        if (diff) {
            lines.ifPresent(one -> one.shown().forEach(console.out()::println));
        }
        return true;
    }

    /** Empty if it isn't text. */
    private static Optional<List<String>> lines(Path file) throws IOException {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString()
                    .lines()
                    .toList());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
