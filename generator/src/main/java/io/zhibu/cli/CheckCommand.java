package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Severity;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code zhibu check}: reads and checks a site, and writes nothing of it. */
@Command(
        name = "check",
        description = "检查设置和内容，不生成站点，什么也不写。",
        synopsisHeading = "用法：",
        optionListHeading = "%n选项：%n",
        footer = {"", "退出码：0 没有错误 · 1 有错误 · 2 命令写法有误 · 3 磁盘或程序出错"})
final class CheckCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Option(names = "--site", paramLabel = "文件夹", description = "知识库所在的文件夹，默认当前文件夹。")
    private Path site = Path.of("");

    @Option(names = "--search", description = "也逐条试 site-config/search-tests.yml 里的搜索测试。")
    private boolean search;

    @Option(names = "--as-of", paramLabel = "日期", description = "把这一天（如 2026-07-01）当作今天。")
    private LocalDate asOf;

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

    CheckCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Instant now = clock.instant();
        Path root = site.toAbsolutePath().normalize();
        Parallel parallel = new Parallel(Runtime.getRuntime().availableProcessors());
        Outcome<Building.Built> checked = new Building(
                        root,
                        new Building.Wishes(
                                false, zone -> asOf == null ? LocalDate.ofInstant(now, zone) : asOf, parallel))
                .check(search);
        Summary summary = new Summary(
                checked.value(),
                checked.diagnostics(),
                Optional.empty(),
                root,
                checked.value().times());
        summary.printChecked(console, verbose);
        if (report != null) {
            Report.write(report, summary);
        }
        return fails(checked.diagnostics()) ? Exit.ERRORS : Exit.GOOD;
    }

    private boolean fails(List<Diagnostic> diagnostics) {
        return diagnostics.stream().anyMatch(one -> one.isError() || strict && one.severity() == Severity.WARNING);
    }
}
