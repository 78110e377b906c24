package io.zhibu.cli;

import io.zhibu.address.Address;
import io.zhibu.build.Building;
import io.zhibu.config.Config;
import io.zhibu.config.ConfigReading;
import io.zhibu.config.Settings;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.health.HealthPage;
import io.zhibu.memo.Digest;
import io.zhibu.output.Output;
import io.zhibu.parallel.Parallel;
import io.zhibu.publish.Publishing;
import io.zhibu.publish.SiteFolder;
import io.zhibu.release.GoodSources;
import io.zhibu.release.Limits;
import io.zhibu.release.Lock;
import io.zhibu.release.Manifest;
import io.zhibu.release.Owner;
import io.zhibu.release.Publication;
import io.zhibu.release.Release;
import io.zhibu.release.Releases;
import io.zhibu.release.Releasing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhibu publish}: bakes a site, proves it, and lets readers have it; or says why they keep what they have. */
@Command(
        name = "publish",
        customSynopsis = "zhibu publish --to 文件夹 [选项]",
        description = "生成整个站点，写到现在的旁边，逐个文件核对过才换上；有错误时读者看到的不变。什么都没有动过，只核对读者看到的。",
        footer = {
            "",
            "退出码：0 成功 · 1 内容、设置或模板有错误 · 2 命令写法有误 · 3 磁盘或程序出错 · 4 已发布，有条目留着旧的样子或没有出（--quarantine） · 75 另一次发布正在写"
        })
final class PublishCommand extends SiteCommand {
    @Mixin
    private VerdictOptions verdict;

    @Mixin
    private HealthOptions health;

    @Mixin
    private BulletinOptions bulletins;

    @Option(names = "--to", paramLabel = "文件夹", description = "发布的文件夹；网页服务器指到里面的 current。")
    private Path to;

    @Option(names = "--allow-shrink", description = "这一次条目少得再多也换。")
    private boolean allowShrink;

    @Option(names = "--quarantine", description = "有错误的条目留着上一次的样子，页上注明日期，别的照常发布；从来没有发布过的先不出。")
    private boolean hold;

    @Option(names = "--rsync", paramLabel = "目标", description = "发布后打印把它送到另一台机器的命令，如 www@web1:/srv/zhibu。")
    private String rsync;

    @Option(names = "--rsync-run", description = "那几条命令也执行。")
    private boolean rsyncRun;

    @Option(names = "--plain", description = "第一次发布时用：current 是文件夹，不是符号链接。磁盘不认识符号链接时自己就这样。")
    private boolean plain;

    /** Once readers have the site of tonight: what fails from then on doesn't take it from them. */
    private Optional<Summary> published = Optional.empty();

    PublishCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    Optional<Misuse> misuse() {
        if (rsync != null && !rsync.matches(Rsync.TARGET)) {
            return Optional.of(new Misuse("--rsync 的“" + rsync + "”不是目标", "写成 用户@主机:/文件夹，或本机的 /文件夹，没有空格"));
        }
        if (rsync == null && rsyncRun) {
            return Optional.of(new Misuse("写了 --rsync-run，没有写送到哪里", "加 --rsync 用户@主机:/文件夹"));
        }
        if (to != null && isAmongSources()) {
            return Optional.of(new Misuse("--to 的“" + to + "”在知识库的内容或模板里，下一次会被当作内容", "换一个地方，如 /srv/zhibu"));
        }
        return to == null || to.toString().isEmpty()
                ? Optional.of(new Misuse("没有写发布到哪个文件夹", "加 --to 文件夹，如 --to /srv/zhibu；网页服务器指到里面的 current"))
                : verdict.misuse().or(health::misuse).or(bulletins::misuse);
    }

    @Override
    int run() throws IOException {
        Instant now = now();
        Releases releases = new Releases(to);
        try (Progress progress = new Progress(console)) {
            Releasing releasing = new Releasing(releases, Parallel.everywhere(), progress::wrote);
            Outcome<Optional<Lock>> entered = releasing.enter(Owner.self(now), plain);
            if (entered.value().isEmpty()) {
                return refused(entered.diagnostics());
            }
            Lock lock = entered.value().get();
            try (lock) {
                Diagnostics diagnostics = new Diagnostics();
                diagnostics.addAll(entered.diagnostics());
                leaveWord(releases);
                return publish(releases, releasing, now, diagnostics, progress);
            }
        }
    }

    /** At the usual places; told again, when the settings are read, of those that they name. */
    private boolean isAmongSources() {
        Path there = BuildCommand.real(to.toAbsolutePath().normalize());
        return Stream.of("content", "site-config", "templates")
                .map(name -> BuildCommand.real(site.root().resolve(name)))
                .anyMatch(there::startsWith);
    }

    /** So that the next command about this site, whatever it is, ends what this one may leave half done. */
    private void leaveWord(Releases releases) {
        try {
            Files.createDirectories(word().getParent());
            Files.writeString(word(), releases.folder() + "\n");
        } catch (IOException readOnly) {
            // A checkout may be read-only; the commands about the folder itself mend it too.
            return;
        }
    }

    private int refused(List<Diagnostic> reasons) throws IOException {
        reasons.forEach(console.err()::println);
        console.out().println("没有发布，读者看到的没有变。");
        int exit = Exit.failed(reasons);
        verdict.report(new Findings(Optional.empty(), reasons, exit));
        return exit;
    }

    private int publish(Releases releases, Releasing releasing, Instant now, Diagnostics diagnostics, Progress progress)
            throws IOException {
        long begun = System.nanoTime();
        LastBuild last = new LastBuild(site, now, releases.current(), wishes(), () -> word(releases));
        LastBuild.Found found = last.look();
        Optional<Release> live = releases.live();
        if (found.same().isPresent()
                && !health.isAsked()
                && releasing.verify(live.orElseThrow()).isEmpty()) {
            progress.close();
            return unchanged(releases, live.get(), found.same().get(), now, diagnostics, begun);
        }
        Quarantine quarantine = new Quarantine(site.root(), GoodSources.of(releases));
        Attempt attempt = attempt(releases, releasing, now, quarantine, progress, found);
        while (hold
                && quarantine.takes(
                        attempt.diagnostics(), attempt.built().config().layout())) {
            attempt = attempt(releases, releasing, now, quarantine, progress, found);
        }
        Building.Built baked = attempt.built();
        Publication publication = attempt.publication();
        diagnostics.addAll(attempt.diagnostics());
        if (publication.isGood()) {
            diagnostics.addAll(quarantine.told());
        }
        Map<String, Long> times = new LinkedHashMap<>(baked.times());
        times.put("total", millis(begun));
        progress.close();
        Optional<Publishing.Written> written = publication.isGood() ? written(publication) : Optional.empty();
        Summary summary = Summary.of(baked, diagnostics.list(), written, releases.current(), times);
        summary.printPublished(console, site.verbose(), publication);
        if (publication.isGood()) {
            published = Optional.of(summary);
            quarantine.remember(baked.config().layout(), baked.today().toString());
            if (attempt.health().isPresent()) {
                attempt.health().get().remember();
            }
        }
        if (quarantine.isEmpty() && baked.config().settings().healthAddress().isEmpty()) {
            Summary kept = Summary.of(baked, lasting(attempt), written, releases.current(), times);
            last.keep(found, baked.config(), kept, last.written());
        }
        int good = quarantine.isEmpty() ? Exit.GOOD : Exit.QUARANTINED;
        int exit = publication.isGood() ? good : Exit.failed(summary.diagnostics());
        verdict.report(Findings.of(summary, exit));
        told(releases, baked, summary.diagnostics());
        return tell(releases, publication, summary, baked.config().settings(), now, exit);
    }

    /** Neither what the live release was made of nor that release itself is other than it was: there is nothing to bake. */
    private int unchanged(Releases releases, Release live, Summary same, Instant now, Diagnostics entered, long begun)
            throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(entered.list());
        diagnostics.addAll(same.diagnostics());
        Summary summary = same.with(diagnostics.list(), Map.of("total", millis(begun)));
        summary.printUnchanged(console, site.verbose(), live);
        published = Optional.of(summary);
        verdict.report(Findings.of(summary, Exit.GOOD));
        Publication publication = new Publication(Publication.What.SAME, Optional.of(live), Optional.of(live), 0);
        Config config = new ConfigReading(site.root()).read().value();
        new Quarantine(site.root(), GoodSources.of(releases))
                .remember(config.layout(), summary.site().today().toString());
        return tell(releases, publication, summary, config.settings(), now, Exit.GOOD);
    }

    /** Other machines, and people. */
    private int tell(
            Releases releases, Publication publication, Summary summary, Settings settings, Instant now, int exit)
            throws IOException {
        int last = publication.isGood() && rsync != null ? sent(releases, exit) : exit;
        bulletins.tell(
                Bulletin.of(
                        settings.title(),
                        summary.site().today().toString(),
                        settings.host(),
                        publication,
                        summary.diagnostics()),
                Optional.of(settings),
                now,
                now.toEpochMilli() + "." + publication.live().map(Release::id).orElse("none"));
        return last;
    }

    /** All that is decided about what readers get, but for how it is put before them. */
    private Digest wishes() {
        return new Digest.Of()
                .text("publish")
                .text(site.access())
                .number(verdict.strict() ? 1 : 0)
                .digest();
    }

    /** Whatever else was published there, or gone back to, has another manifest. */
    private static Optional<String> word(Releases releases) throws IOException {
        return releases.live().flatMap(Release::manifest).map(Manifest::digest);
    }

    /** What is true of the site as long as it stays as it is. */
    private static List<Diagnostic> lasting(Attempt attempt) {
        return attempt.diagnostics().stream()
                .filter(one -> !Releasing.isOfOneNight(one))
                .toList();
    }

    /** Also of a night that went wrong: then it is news to the next one all the same. */
    private void told(Releases releases, Building.Built baked, List<Diagnostic> found) throws IOException {
        if (health.isAsked()) {
            Health told = new Health(site.root(), baked, found, releases.remembered("problems.tsv"));
            health.write(told);
            told.remember();
        }
    }

    private int sent(Releases releases, int exit) throws IOException {
        Rsync there = new Rsync(releases, rsync);
        if (rsyncRun) {
            return there.run(console) ? exit : Exit.FAULT;
        }
        console.out().println("送到另一台机器：");
        there.commands().forEach(command -> console.out().println(Rsync.line(command)));
        return exit;
    }

    /** One try of the night, with what is in quarantine as readers last had it. */
    private record Attempt(
            Building.Built built, Publication publication, List<Diagnostic> diagnostics, Optional<Health> health) {}

    private Attempt attempt(
            Releases releases,
            Releasing releasing,
            Instant now,
            Quarantine quarantine,
            Progress progress,
            LastBuild.Found found)
            throws IOException {
        SiteFolder standing = new SiteFolder(releases.current());
        Outcome<Building.Built> built =
                building(progress, quarantine.overlay(), standing, found).build();
        Building.Built baked = built.value();
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(quarantine.others(built.diagnostics()));
        BuildCommand.misplaced(baked.config(), releases.folder()).ifPresent(diagnostics::add);
        Publication publication = new Publication(Publication.What.KEPT, Optional.empty(), Optional.empty(), 0);
        Optional<Health> health = Optional.empty();
        if (!diagnostics.fails(verdict.strict())) {
            health = health(releases, baked, quarantine, diagnostics.list());
            Outcome<Output> whole = health.isPresent() ? with(health.get(), baked) : Outcome.of(baked.output());
            diagnostics.addAll(whole.diagnostics());
            if (!whole.hasErrors()) {
                Outcome<Publication> published = releasing.publish(whole.value(), night(baked, now, quarantine));
                baked.done().run();
                diagnostics.addAll(published.diagnostics());
                publication = published.value();
            }
        }
        return new Attempt(baked, publication, diagnostics.list(), health);
    }

    /** The report that is part of the site, if its owner says so. Of what is found while pages are written, it can't tell. */
    private Optional<Health> health(
            Releases releases, Building.Built baked, Quarantine quarantine, List<Diagnostic> found) throws IOException {
        if (baked.config().settings().healthAddress().isEmpty()) {
            return Optional.empty();
        }
        List<Diagnostic> all = new ArrayList<>(found);
        all.addAll(quarantine.told());
        return Optional.of(new Health(site.root(), baked, all, releases.remembered("problems-page.tsv")));
    }

    private static Outcome<Output> with(Health health, Building.Built baked) {
        Settings settings = baked.config().settings();
        Address address = settings.healthAddress().orElseThrow();
        Where setting = settings.where("health.address").orElseThrow();
        byte[] page = health.page().beside("health.css").getBytes(StandardCharsets.UTF_8);
        byte[] style = HealthPage.style().getBytes(StandardCharsets.UTF_8);
        Output.Builder whole = new Output.Builder();
        baked.output().files().forEach((file, source) -> whole.add(file, Where.inFile(file.path()), source));
        return whole.add(address, setting, () -> Outcome.of(page))
                .add(new Address(address.folder() + "health.css"), setting, () -> Outcome.of(style))
                .build();
    }

    @Override
    void failed(String what) {
        String told = published.isPresent() ? what + "；站点已发布，读者看到的是今天的" : what;
        verdict.reportFault(told, published);
        try {
            bulletins.tell(
                    Bulletin.ofFault(told, published.isPresent()),
                    Optional.empty(),
                    now(),
                    now().toEpochMilli() + ".fault");
        } catch (IOException twice) {
            // What happened is told on the console, and by the exit code.
            return;
        }
    }

    private static Optional<Publishing.Written> written(Publication publication) {
        return publication
                .live()
                .flatMap(Release::manifest)
                .map(manifest -> new Publishing.Written(
                        manifest.files().size(), Long.parseLong("0" + manifest.fact("bytes")), true));
    }

    private Releasing.Night night(Building.Built baked, Instant now, Quarantine quarantine) throws IOException {
        Settings settings = baked.config().settings();
        return new Releasing.Night(
                baked.today().toString(),
                Provenance.facts(site.root(), baked.today(), now, settings.zone()),
                new Entries(site.root(), baked, quarantine).listed(),
                limits(baked, settings),
                verdict.strict(),
                () -> quarantine.toRemember(baked.config().layout()));
    }

    private Limits limits(Building.Built baked, Settings settings) {
        Where properties = Where.inFile(
                baked.config().layout().spelt(baked.config().layout().properties()));
        return new Limits(
                allowShrink ? 100 : settings.shrinkAtMost(),
                settings.megabytesAtMost(),
                settings.keepReleases(),
                settings.where("publish.shrink-at-most").orElse(properties));
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }
}
