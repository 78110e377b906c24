package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.diagnostic.Outcome;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhibu check}: reads and checks a site, and writes none. */
@Command(
        name = "check",
        customSynopsis = "zhibu check [选项]",
        description = "检查设置和内容，不生成站点；除了 target/cache 里的缓存，什么也不写。",
        footer = {"", "退出码：0 没有错误 · 1 有错误 · 2 命令写法有误 · 3 磁盘或程序出错"})
final class CheckCommand extends SiteCommand {
    @Mixin
    private VerdictOptions verdict;

    @Option(names = "--search", description = "也逐条试 site-config/search-tests.yml 里的搜索测试。")
    private boolean search;

    CheckCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    Optional<Misuse> misuse() {
        return verdict.misuse();
    }

    @Override
    int run() throws IOException {
        Outcome<Building.Built> checked;
        try (Progress progress = new Progress(console)) {
            checked = building(progress).check(search);
        }
        Summary summary = new Summary(
                checked.value(),
                checked.diagnostics(),
                Optional.empty(),
                site.root(),
                checked.value().times());
        summary.printChecked(console, site.verbose());
        boolean fails = checked.diagnostics().stream().anyMatch(one -> one.fails(verdict.strict()));
        int exit = fails ? Exit.ERRORS : Exit.GOOD;
        verdict.report(Findings.of(summary, exit));
        return exit;
    }

    @Override
    void failed(String what) {
        verdict.reportFault(what);
    }
}
