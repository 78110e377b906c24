package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.config.Config;
import io.zhibu.config.Layout;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.memo.Digest;
import io.zhibu.parallel.Parallel;
import io.zhibu.publish.Publishing;
import io.zhibu.publish.SiteFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhibu build}: bakes a site and puts it in place, or says why not. */
@Command(
        name = "build",
        customSynopsis = "zhibu build [选项]",
        description = "检查内容，生成整个站点；有错误时一个文件也不换。",
        footer = {"", "退出码：0 成功 · 1 内容、设置或模板有错误 · 2 命令写法有误 · 3 磁盘或程序出错 · 75 另一次构建正在写"})
final class BuildCommand extends SiteCommand {
    @Mixin
    private VerdictOptions verdict;

    @Mixin
    private HealthOptions health;

    @Option(names = "--out", paramLabel = "文件夹", description = "站点写到哪里，默认 <知识库>/target/site。")
    private Path out;

    @Option(names = "--clean", description = "先整个试做一遍，没有错误才删旧站点、写新站点；磁盘放不下两份时用。")
    private boolean clean;

    @Option(names = "--drafts", description = "草稿、审核中和定时发布的条目也放进去，标“草稿”。")
    private boolean drafts;

    @Option(names = "--styleguide", description = "另出一页 styleguide/，列出模板的全部构件，供改样式的人看。")
    private boolean styleguide;

    @Option(names = "--jobs", paramLabel = "整数", description = "用几个线程，默认与处理器核数相同；结果与线程数无关。")
    private Integer jobs;

    BuildCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    Optional<Misuse> misuse() {
        return jobs != null && (jobs < 1 || jobs > 256)
                ? Optional.of(new Misuse("--jobs 应是 1 到 256 的整数", "不写就用全部处理器核"))
                : verdict.misuse().or(health::misuse);
    }

    @Override
    Path published() {
        return target(out, "target/site");
    }

    @Override
    int run() throws IOException {
        Path target = published();
        LastBuild last = new LastBuild(site, now(), target, wishes(), parallel());
        long begun = System.nanoTime();
        LastBuild.Found found = last.look();
        Summary summary;
        if (found.same().isPresent() && !clean && !health.isAsked()) {
            summary = found.same().get().with(Map.of("total", millis(begun)));
            summary.printSame(console, site.verbose());
        } else {
            try (Progress progress = new Progress(console)) {
                summary = build(target, progress, last, found);
            }
            summary.print(console, site.verbose());
        }
        int exit = summary.written().isPresent() ? Exit.GOOD : Exit.failed(summary.diagnostics());
        verdict.report(Findings.of(summary, exit));
        return exit;
    }

    @Override
    void failed(String what) {
        verdict.reportFault(what);
    }

    private Parallel parallel() {
        return jobs == null ? Parallel.everywhere() : new Parallel(jobs);
    }

    /** All that is decided about the site, but for how quickly it is made. */
    private Digest wishes() {
        return new Digest.Of()
                .text(site.access())
                .number(drafts ? 1 : 0)
                .number(styleguide ? 1 : 0)
                .number(verdict.strict() ? 1 : 0)
                .digest();
    }

    private Summary build(Path target, Progress progress, LastBuild last, LastBuild.Found found) throws IOException {
        long begun = System.nanoTime();
        Parallel parallel = parallel();
        SiteFolder standing = new SiteFolder(target, site.memory());
        Outcome<Building.Built> built = building(drafts, styleguide, parallel, progress, standing, found)
                .build();
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(built.diagnostics());
        misplaced(built.value().config(), target).ifPresent(diagnostics::add);
        Optional<Publishing.Written> written = Optional.empty();
        Map<String, Long> times = new LinkedHashMap<>(built.value().times());
        if (!diagnostics.fails(verdict.strict())) {
            long writing = System.nanoTime();
            Outcome<Publishing.Written> published = new Publishing(target, standing, parallel, progress::wrote)
                    .publish(built.value().output(), verdict.strict(), clean);
            diagnostics.addAll(published.diagnostics());
            written = Optional.of(published.value()).filter(Publishing.Written::inPlace);
            built.value().done().run();
            times.put("render", millis(writing));
        }
        times.put("total", millis(begun));
        Summary summary = Summary.of(built.value(), diagnostics.list(), written, target, times);
        last.keep(found, built.value().config(), summary, standing.written());
        health.write(site.root(), built.value(), diagnostics.list());
        return summary;
    }

    /** A site written among its own sources would be read as one of them the next time. */
    static Optional<Diagnostic> misplaced(Config config, Path target) {
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
                        "不能写到“" + layout.spelt(folder) + "”里：下一次会被当作内容",
                        "换一个地方（--out 或 --to），如知识库里的 target"));
    }

    /** With links followed as far as the path exists: a link may lead into the sources. */
    static Path real(Path path) {
        for (Path there = path; there != null; there = there.getParent()) {
            try {
                return there.toRealPath().resolve(there.relativize(path)).normalize();
            } catch (IOException missing) {
                // Its parent may be there.
            }
        }
        return path;
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }
}
