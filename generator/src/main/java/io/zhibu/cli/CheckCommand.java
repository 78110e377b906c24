package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.diagnostic.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    /** Beyond that, nobody plans. */
    private static final int YEARS = 10;

    private static final Pattern DATE = Pattern.compile("(?<!\\d)20\\d\\d-\\d\\d-\\d\\d(?!\\d)");

    @Mixin
    private VerdictOptions verdict;

    @Option(names = "--search", description = "也逐条试 site-config/search-tests.yml 里的搜索测试。")
    private boolean search;

    @Option(names = "--until", paramLabel = "日期", description = "也说出到这一天为止，哪一天会有新的问题：复核到期、任期届满、条目上架下架等。")
    private LocalDate until;

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
        if (until != null) {
            return foretell(checked.value(), exit);
        }
        return exit;
    }

    private int foretell(Building.Built today, int exit) throws IOException {
        if (!until.isAfter(today.today())) {
            return new Misuse(
                            "--until 的 " + until + " 不在今天（" + today.today() + "）以后",
                            "写以后的一天，如 " + today.today().plusYears(1))
                    .tell(console);
        }
        if (until.isAfter(today.today().plusYears(YEARS))) {
            return new Misuse("--until 的 " + until + " 太远", "最多看 " + YEARS + " 年").tell(console);
        }
        SortedMap<LocalDate, List<String>> news;
        try (Progress progress = new Progress(console)) {
            progress.begins("until");
            news = new Forecast(day -> site.on(day).check(search))
                    .until(today.today(), until, days(today.config().layout().content()));
        }
        news.forEach((day, lines) -> {
            console.out().println(day + "：");
            lines.forEach(line -> console.out().println(line));
        });
        console.out()
                .println("从 " + today.today() + " 到 " + until + "，内容不变的话，"
                        + (news.isEmpty() ? "没有哪一天会有变化。" : "有 " + news.size() + " 天会有变化。"));
        return exit;
    }

    /** Every day that a source writes. */
    private static SortedSet<LocalDate> days(Path content) throws IOException {
        SortedSet<LocalDate> days = new TreeSet<>();
        try (Stream<Path> files = Files.walk(content)) {
            for (Path file : (Iterable<Path>)
                    files.filter(path -> path.toString().endsWith(".md")).sorted()::iterator) {
                DATE.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .results()
                        .forEach(match -> day(match.group()).ifPresent(days::add));
            }
        }
        return days;
    }

    private static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    @Override
    void failed(String what) {
        verdict.reportFault(what);
    }
}
