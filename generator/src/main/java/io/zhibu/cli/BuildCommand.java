package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.config.Config;
import io.zhibu.config.Layout;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Severity;
import io.zhibu.diagnostic.Where;
import io.zhibu.parallel.Parallel;
import io.zhibu.publish.Publishing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code zhibu build}: bakes a site and puts it in place, or says why not. */
@Command(
        name = "build",
        description = "检查内容，生成整个站点；有错误时一个文件也不换。",
        synopsisHeading = "用法：",
        optionListHeading = "%n选项：%n",
        footer = {"", "退出码：0 成功 · 1 内容、设置或模板有错误 · 2 命令写法有误 · 3 磁盘或程序出错"})
final class BuildCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Option(names = "--site", paramLabel = "文件夹", description = "知识库所在的文件夹，默认当前文件夹。也可以是一个 JBake 项目。")
    private Path site = Path.of("");

    @Option(names = "--out", paramLabel = "文件夹", description = "站点写到哪里，默认 <知识库>/target/site。")
    private Path out;

    @Option(names = "--clean", description = "先整个试做一遍，没有错误才删旧站点、写新站点；磁盘放不下两份时用。")
    private boolean clean;

    @Option(names = "--drafts", description = "草稿、审核中和定时发布的条目也放进去，标“草稿”。")
    private boolean drafts;

    @Option(names = "--as-of", paramLabel = "日期", description = "把这一天（如 2026-07-01）当作今天。")
    private LocalDate asOf;

    @Option(names = "--jobs", paramLabel = "整数", description = "用几个线程，默认与处理器核数相同；结果与线程数无关。")
    private Integer jobs;

    @Option(names = "--report", paramLabel = "文件", description = "把条数、诊断和用时写成 JSON。")
    private Path report;

    @Option(names = "--strict", description = "有警告也算失败。")
    private boolean strict;

    @Option(names = "--verbose", description = "列出每一条提示；程序出错时显示详情。")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示这份说明。")
    private boolean help;

    BuildCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        long begun = System.nanoTime();
        Instant now = clock.instant();
        int threads = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
        if (threads < 1 || threads > 256) {
            console.err().println("命令写法有误：--jobs 应是 1 到 256 的整数\n    建议：不写就用全部处理器核");
            return Exit.USAGE;
        }
        if (report != null && Files.isDirectory(report)) {
            console.err().println("命令写法有误：--report 的“" + report + "”是文件夹\n    建议：写一个文件名，如 target/report.json");
            return Exit.USAGE;
        }
        Path root = site.toAbsolutePath().normalize();
        Path target =
                out == null ? root.resolve("target/site") : out.toAbsolutePath().normalize();
        Parallel parallel = new Parallel(threads);
        Outcome<Building.Built> built = new Building(
                        root,
                        new Building.Wishes(
                                drafts, zone -> asOf == null ? LocalDate.ofInstant(now, zone) : asOf, parallel))
                .build();
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(built.diagnostics());
        misplaced(built.value().config(), target).ifPresent(diagnostics::add);
        Optional<Publishing.Written> written = Optional.empty();
        Map<String, Long> times = new LinkedHashMap<>(built.value().times());
        if (!fails(diagnostics.list())) {
            long writing = System.nanoTime();
            try (Progress progress = new Progress(console)) {
                Outcome<Publishing.Written> published = new Publishing(target, parallel, progress::wrote)
                        .publish(built.value().output(), strict, clean);
                diagnostics.addAll(published.diagnostics());
                written = Optional.of(published.value()).filter(Publishing.Written::inPlace);
            }
            times.put("render", millis(writing));
        }
        times.put("total", millis(begun));
        Summary summary = new Summary(built.value(), diagnostics.list(), written, target, times);
        summary.print(console, verbose);
        if (report != null) {
            Report.write(report, summary);
        }
        return written.isPresent() ? Exit.GOOD : Exit.ERRORS;
    }

    /** A site written among its own sources would be read as one of them the next time. */
    private static Optional<Diagnostic> misplaced(Config config, Path target) {
        Layout layout = config.layout();
        return Stream.of(
                        layout.content(),
                        layout.templates(),
                        layout.assets(),
                        layout.root().resolve("site-config"))
                .filter(folder -> real(target).startsWith(real(folder)))
                .findFirst()
                .map(folder -> Diagnostic.error(
                        Where.inFile(target.toString()),
                        "target-inside",
                        "输出文件夹在“" + layout.spelt(folder) + "”里，下一次会被当作内容",
                        "换一个文件夹（--out），如知识库里的 target/site"));
    }

    /** With links followed as far as the path exists: a link may lead into the sources. */
    private static Path real(Path path) {
        for (Path there = path; there != null; there = there.getParent()) {
            try {
                return there.toRealPath().resolve(there.relativize(path)).normalize();
            } catch (IOException missing) {
                // Its parent may be there.
            }
        }
        return path;
    }

    private boolean fails(List<Diagnostic> diagnostics) {
        return diagnostics.stream().anyMatch(one -> one.isError() || strict && one.severity() == Severity.WARNING);
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }
}
