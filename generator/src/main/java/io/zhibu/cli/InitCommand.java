package io.zhibu.cli;

import io.zhibu.builtin.BuiltIn;
import io.zhibu.builtin.Starter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zhibu init}: a new site in an empty folder, which stands on the built-in templates and types. */
@Command(
        name = "init",
        customSynopsis = "zhibu init 文件夹 [--name 站名]",
        description = "建一个新站点：每类一篇虚构的示例、最少的设置，模板和类型用支部自带的。只写进空的或还没有的文件夹。",
        synopsisHeading = "用法：",
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        footer = {"", "退出码：0 已建好 · 1 文件夹不是空的，没有动它 · 2 命令写法有误 · 3 磁盘或程序出错"})
final class InitCommand implements Callable<Integer> {
    private static final int LONGEST = 60;

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "文件夹", description = "新站点的文件夹，如 我的支部。")
    private Path folder;

    @Option(names = "--name", paramLabel = "站名", description = "每一页上方的名称；不写是“支部工作法知识库”。")
    private String name = "支部工作法知识库";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示这份说明。")
    private boolean help;

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (folder == null || folder.toString().isEmpty()) {
            return new Misuse("没有写建在哪个文件夹", "写成 zhibu init 我的支部 --name 站名").tell(console);
        }
        String title = name.strip();
        if (title.isEmpty()
                || title.codePointCount(0, title.length()) > LONGEST
                || title.codePoints().anyMatch(Character::isISOControl)) {
            return new Misuse(
                            "--name 的“" + name.replaceAll("\\p{Cntrl}", "␣") + "”不能作站名",
                            "写 1 至 " + LONGEST + " 个字，写在一行里")
                    .tell(console);
        }
        Path target = folder.toAbsolutePath().normalize();
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(target)) {
            return new Misuse("“" + folder + "”不是文件夹", "换一个名称").tell(console);
        }
        if (!isEmpty(target)) {
            return new Misuse("“" + folder + "”里已经有东西，没有动它", "换一个空的或还没有的文件夹").refuse(console, Exit.ERRORS);
        }
        if (BuiltIn.here().isEmpty()) {
            return new Misuse("程序里没有自带的模板和类型", "程序不完整：重新解压支部的发布包，整个文件夹一起用").refuse(console, Exit.FAULT);
        }
        int entries = written(target, title);
        console.out().println("已建好 " + target + "：" + entries + " 篇虚构的示例，每类一篇。");
        console.out().println("下一步：cd " + quoted(folder.toString()) + "，zhibu serve --open 看一看；怎样改，写在里面的 README.md。");
        return Exit.GOOD;
    }

    /** A repository of Git's in which nothing was put yet is empty too. */
    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.allMatch(one -> one.getFileName().toString().equals(".git"));
        }
    }

    /** Written beside it first, so that what fails half way leaves nothing in it. */
    private static int written(Path target, String title) throws IOException {
        Files.createDirectories(target);
        Path fresh = Files.createTempDirectory(target, ".zhibu-init");
        try {
            Map<String, String> files = new Starter(title).files();
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = fresh.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            List<Path> parts;
            try (Stream<Path> all = Files.list(fresh)) {
                parts = all.sorted().toList();
            }
            for (Path part : parts) {
                Files.move(part, target.resolve(part.getFileName().toString()));
            }
            return (int) files.keySet().stream()
                    .filter(path -> path.startsWith("content/"))
                    .count();
        } finally {
            remove(fresh);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walked = Files.walk(folder)) {
            all = walked.sorted((one, other) -> other.compareTo(one)).toList();
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }

    private static String quoted(String path) {
        return path.contains(" ") ? "\"" + path + "\"" : path;
    }
}
