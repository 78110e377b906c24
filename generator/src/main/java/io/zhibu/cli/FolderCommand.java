package io.zhibu.cli;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Severity;
import io.zhibu.parallel.Parallel;
import io.zhibu.release.Lock;
import io.zhibu.release.Owner;
import io.zhibu.release.Releases;
import io.zhibu.release.Releasing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A command about a folder of releases: mends first what an earlier one left half done. */
@Command(synopsisHeading = "用法：", optionListHeading = "%n选项：%n", parameterListHeading = "%n参数：%n")
abstract class FolderCommand implements Callable<Integer> {
    final Console console;
    private final Clock clock;

    @Option(names = "--to", paramLabel = "文件夹", description = "发布的文件夹，里面有 current 和 releases。")
    private Path to;

    @Option(names = "--verbose", description = "列出每一条提示；程序出错时显示详情。")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示这份说明。")
    private boolean help;

    FolderCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    /** What is wrong with the words that are the command's own. */
    Optional<Misuse> misuse() {
        return Optional.empty();
    }

    /** Whether it only looks: then it does so beside another that is at work. */
    boolean onlyLooks() {
        return false;
    }

    /** Whether there may be nothing yet. */
    boolean begins() {
        return false;
    }

    /** Does it; the exit code. */
    abstract int run(Releases releases, Releasing releasing) throws IOException;

    @Override
    public final Integer call() throws IOException {
        if (to == null || to.toString().isEmpty()) {
            return new Misuse("没有写发布的文件夹", "加 --to 文件夹，就是 zhibu publish --to 用的那一个").tell(console);
        }
        Optional<Misuse> misuse = misuse();
        if (misuse.isPresent()) {
            return misuse.get().tell(console);
        }
        Instant now = clock.instant();
        Releases releases = new Releases(to);
        Diagnostics diagnostics = new Diagnostics();
        if (!begins()) {
            diagnostics.addAll(releases.missing());
        }
        if (diagnostics.hasErrors()) {
            return refused(diagnostics.list());
        }
        Releasing releasing = new Releasing(releases, Parallel.everywhere(), (files, of) -> {});
        Outcome<Optional<Lock>> entered = entered(releasing, now);
        if (entered.value().isEmpty() && !onlyLooks()) {
            return refused(entered.diagnostics());
        }
        try {
            entered.diagnostics().stream()
                    .filter(one -> verbose || one.rule().matches("publish-(taken-over|put-back|busy)"))
                    .map(one -> onlyLooks() && one.isError() ? one.as(Severity.NOTICE) : one)
                    .forEach(console.err()::println);
            return run(releases, releasing);
        } finally {
            if (entered.value().isPresent()) {
                entered.value().get().close();
            }
        }
    }

    /** Whoever may only read the folder, or has it on a disk that is full, looks at it as it is. */
    private Outcome<Optional<Lock>> entered(Releasing releasing, Instant now) throws IOException {
        try {
            return releasing.enter(Owner.self(now), false);
        } catch (IOException unwritable) {
            if (!onlyLooks()) {
                throw unwritable;
            }
            return Outcome.of(Optional.empty());
        }
    }

    private int refused(Collection<Diagnostic> reasons) {
        say(reasons);
        return Exit.failed(reasons);
    }

    final void say(Collection<Diagnostic> diagnostics) {
        diagnostics.forEach(console.err()::println);
    }
}
