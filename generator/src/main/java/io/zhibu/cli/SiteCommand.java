package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.config.Config;
import io.zhibu.config.ConfigReading;
import io.zhibu.config.Dialect;
import io.zhibu.content.Overlay;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.parallel.Parallel;
import io.zhibu.publish.Publishing;
import io.zhibu.publish.SiteFolder;
import io.zhibu.release.Owner;
import io.zhibu.release.Releases;
import io.zhibu.release.Releasing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command about one site: first what is wrong with its words, then what it does. */
abstract class SiteCommand implements Callable<Integer> {
    final Console console;
    private final Clock clock;

    @Mixin
    SiteOptions site;

    /** @param clock read once, when the command runs; by one that keeps running, for each build */
    SiteCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    final Clock clock() {
        return clock;
    }

    /** What is wrong with the words that are the command's own. */
    abstract Optional<Misuse> misuse();

    /** Does it; the exit code. */
    abstract int run() throws IOException;

    /** What a command does with the types of a site. */
    interface Typed {
        /** The exit code. */
        int with(Config config) throws IOException;
    }

    /** @param undone what wasn't done, if the settings must be mended first */
    final int typed(String undone, Typed then) throws IOException {
        Outcome<Config> read = new ConfigReading(site.root()).read();
        read.diagnostics().stream().filter(Diagnostic::isError).forEach(console.err()::println);
        if (read.hasErrors()) {
            console.out().println(undone + "：先改好上面说的设置。");
            return Exit.ERRORS;
        }
        return read.value().dialect() == Dialect.JBAKE
                ? new Misuse("这是 JBake 项目，没有类型和字段", "用 --site 指到知识库的文件夹").tell(console)
                : then.with(read.value());
    }

    /** Told that a fault of the disk or of the program ended it. */
    void failed(String what) {}

    final Instant now() {
        return clock.instant();
    }

    @Override
    public final Integer call() throws IOException {
        Optional<Misuse> misuse = site.misuse().or(this::misuse);
        if (misuse.isPresent()) {
            return misuse.get().tell(console);
        }
        if (new Publishing(published(), Parallel.everywhere(), (files, of) -> {}).recover()) {
            console.err().println("上一次构建在换站点的时候停下了，已把原来的站点放回 " + published());
        }
        mendReleases();
        return run();
    }

    /** Where this site was published last, as publishing left word. */
    final Path word() {
        return site.root().resolve("target/publish.to");
    }

    private void mendReleases() {
        try {
            if (!Files.isRegularFile(word())) {
                return;
            }
            Path to = Path.of(Files.readString(word()).strip());
            Releasing releasing = new Releasing(new Releases(to), Parallel.everywhere(), (files, of) -> {});
            if (releasing.mend(Owner.self(now()))) {
                console.err().println("上一次发布在换站点的时候停下了，已把原来的站点放回 " + to);
            }
        } catch (IOException | InvalidPathException elsewhere) {
            // The folder of the releases has commands of its own, which tell what is wrong there.
            return;
        }
    }

    /** The folder of the published site, whose state is mended first, whatever the command comes to. */
    Path published() {
        return target(null, "target/site");
    }

    /** The site as it is published: without drafts, made by all processors. */
    final Building building(Progress progress) {
        return site.building(
                clock,
                false,
                false,
                Parallel.everywhere(),
                new SiteFolder(published()),
                progress::begins,
                Overlay.NONE,
                file -> Optional.empty());
    }

    /**
     * @param last the site that stands, of which pages may be used again
     * @param found how the sources stood when the command looked
     */
    final Building building(
            boolean drafts,
            boolean styleguide,
            Parallel parallel,
            Progress progress,
            SiteFolder last,
            LastBuild.Found found) {
        return site.building(clock, drafts, styleguide, parallel, last, progress::begins, Overlay.NONE, found::mark);
    }

    /** The site as it is published, with other files in place of some of the content. */
    final Building building(Progress progress, Overlay overlay, SiteFolder last, LastBuild.Found found) {
        return site.building(clock, false, false, Parallel.everywhere(), last, progress::begins, overlay, found::mark);
    }

    /** Where to write: as said, or else at the usual place in the site's folder. */
    final Path target(Path said, String usual) {
        return said == null ? site.root().resolve(usual) : said.toAbsolutePath().normalize();
    }
}
