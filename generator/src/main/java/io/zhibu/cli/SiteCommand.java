package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.parallel.Parallel;
import io.zhibu.publish.Publishing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
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

    @Override
    public final Integer call() throws IOException {
        Optional<Misuse> misuse = site.misuse().or(this::misuse);
        if (misuse.isPresent()) {
            return misuse.get().tell(console);
        }
        if (new Publishing(published(), Parallel.everywhere(), (files, of) -> {}).recover()) {
            console.err().println("上一次构建在换站点的时候停下了，已把原来的站点放回 " + published());
        }
        return run();
    }

    /** The folder of the published site, whose state is mended first, whatever the command comes to. */
    Path published() {
        return target(null, "target/site");
    }

    /** The site as it is published: without drafts, made by all processors. */
    final Building building(Progress progress) {
        return building(false, false, Parallel.everywhere(), progress);
    }

    final Building building(boolean drafts, boolean styleguide, Parallel parallel, Progress progress) {
        return site.building(clock, drafts, styleguide, parallel, progress::begins);
    }

    /** Where to write: as said, or else at the usual place in the site's folder. */
    final Path target(Path said, String usual) {
        return said == null ? site.root().resolve(usual) : said.toAbsolutePath().normalize();
    }
}
