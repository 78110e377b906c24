package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.parallel.Parallel;
import io.zhibu.publish.Packaging;
import io.zhibu.publish.Publishing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhibu package}: bakes a site into one zip for readers without a network, or says why not. */
@Command(
        name = "package",
        customSynopsis = "zhibu package [选项]",
        description = "检查内容，把整个站点做成一个离线压缩包，解压后双击就能看、能检索；有错误时原来的压缩包不动。",
        footer = {"", "退出码：0 成功 · 1 内容、设置或模板有错误 · 2 命令写法有误 · 3 磁盘或程序出错 · 75 另一次打包正在写"})
final class PackageCommand extends SiteCommand {
    @Mixin
    private VerdictOptions verdict;

    @Option(names = "--out", paramLabel = "文件", description = "压缩包写到哪里，默认 <知识库>/target/offline.zip。")
    private Path out;

    PackageCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    Optional<Misuse> misuse() {
        return out == null || out.toString().matches("(?i).+\\.zip")
                ? verdict.misuse()
                : Optional.of(new Misuse("--out 的“" + out + "”不以 .zip 结尾", "写一个文件名，如 target/offline.zip"));
    }

    @Override
    int run() throws IOException {
        Path target = target(out, "target/offline.zip");
        Summary summary;
        try (Progress progress = new Progress(console)) {
            summary = pack(target, progress);
        }
        summary.printPacked(console, site.verbose());
        int exit = summary.written().isPresent() ? Exit.GOOD : Exit.failed(summary.diagnostics());
        verdict.report(Findings.of(summary, exit));
        return exit;
    }

    @Override
    void failed(String what) {
        verdict.reportFault(what);
    }

    private Summary pack(Path target, Progress progress) throws IOException {
        long begun = System.nanoTime();
        Outcome<Building.Built> built = building(progress).build();
        Building.Built baked = built.value();
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(built.diagnostics());
        BuildCommand.misplaced(baked.config(), target).ifPresent(diagnostics::add);
        Optional<Publishing.Written> written = Optional.empty();
        if (!diagnostics.fails(verdict.strict())) {
            Outcome<Publishing.Written> packed = new Packaging(target, Parallel.everywhere(), progress::wrote)
                    .pack(baked.output(), baked.config().settings().title(), baked.today(), verdict.strict());
            diagnostics.addAll(packed.diagnostics());
            written = Optional.of(packed.value()).filter(Publishing.Written::inPlace);
        }
        Map<String, Long> times = new LinkedHashMap<>(baked.times());
        times.put("total", (System.nanoTime() - begun) / 1_000_000);
        return new Summary(baked, diagnostics.list(), written, target, times);
    }
}
