package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.parallel.Parallel;
import io.zhibu.publish.Packaging;
import io.zhibu.publish.Publishing;
import io.zhibu.release.Delta;
import io.zhibu.release.Releases;
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

    @Option(names = "--since", paramLabel = "名称", description = "不打离线包，打增量包：从这一次发布到读者现在看到的那一次；写 0 就是全部。")
    private String since;

    @Option(names = "--to", paramLabel = "文件夹", description = "增量包从哪里来：zhibu publish 用的文件夹。")
    private Path to;

    @Option(names = "--sign", paramLabel = "文件", description = "给增量包签名的私钥，用 zhibu key 生成。")
    private Path key;

    @Option(names = "--out", paramLabel = "文件", description = "压缩包写到哪里，默认 <知识库>/target/offline.zip。")
    private Path out;

    PackageCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    Optional<Misuse> misuse() {
        if (since == null && (to != null || key != null)) {
            return Optional.of(new Misuse(
                    "--to 和 --sign 是打增量包用的，没有写从哪一次发布打起", "加 --since 名称，名称用 zhibu releases 看；要全部就写 --since 0"));
        }
        if (since != null && (to == null || key == null)) {
            return Optional.of(new Misuse(
                    "打增量包还要写" + (to == null ? "从哪里打（--to）" : "用什么签名（--sign）"),
                    "写成 zhibu package --since 名称 --to 文件夹 --sign 私钥"));
        }
        return out == null || out.toString().matches("(?i).+\\.zip")
                ? verdict.misuse()
                : Optional.of(new Misuse("--out 的“" + out + "”不以 .zip 结尾", "写一个文件名，如 target/offline.zip"));
    }

    @Override
    int run() throws IOException {
        if (since != null) {
            return delta();
        }
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

    private int delta() throws IOException {
        Releases releases = new Releases(to);
        Path target = target(out, "target/delta.zip");
        Diagnostics diagnostics = new Diagnostics();
        Outcome<Optional<Delta.Packed>> packed = new Delta(releases).pack(since, target, key);
        diagnostics.addAll(packed.diagnostics());
        diagnostics.list().forEach(console.err()::println);
        int exit = packed.value().isPresent() ? Exit.GOOD : Exit.ERRORS;
        packed.value()
                .ifPresentOrElse(
                        one -> console.out()
                                .println("增量包已做好：%s 到 %s，文件 %d 个，%.1f MB：%s"
                                        .formatted(
                                                one.base().isEmpty() ? "从头" : "从 " + one.base(),
                                                one.release(),
                                                one.files(),
                                                one.bytes() / 1e6,
                                                target)),
                        () -> console.out().println("没有打包。"));
        verdict.report(new Findings(Optional.empty(), diagnostics.list(), exit));
        return exit;
    }

    private Summary pack(Path target, Progress progress) throws IOException {
        long begun = System.nanoTime();
        Outcome<Building.Built> built = building(progress).buildToPack();
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
        return Summary.of(baked, diagnostics.list(), written, target, times);
    }
}
