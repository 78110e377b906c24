package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Severity;
import io.zhibu.disk.OneFile;
import io.zhibu.page.Page;
import io.zhibu.rulebook.Debt;
import io.zhibu.rulebook.Debts;
import io.zhibu.rulebook.Rulebook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhibu check}: reads and checks a site, and makes none. It writes only where it is told to. */
@Command(
        name = "check",
        customSynopsis = "zhibu check [选项] [文件…]",
        description = "检查设置和内容，不生成站点；不写 --fix、--health、--external 和 --baseline-… 时，除了 target/cache 里的缓存，什么也不写。",
        parameterListHeading = "%n文件：%n",
        footer = {"", "退出码：0 没有错误 · 1 有错误 · 2 命令写法有误 · 3 磁盘或程序出错"})
final class CheckCommand extends SiteCommand {
    /** Beyond that, nobody plans. */
    private static final int YEARS = 10;

    private static final Pattern DATE = Pattern.compile("(?<!\\d)20\\d\\d-\\d\\d-\\d\\d(?!\\d)");

    @Mixin
    private VerdictOptions verdict;

    @Mixin
    private HealthOptions health;

    @Mixin
    private Scope scope;

    @Option(names = "--search", description = "也逐条试 site-config/search-tests.yml 里的搜索测试。")
    private boolean search;

    @Option(names = "--external", description = "也问一问链接的外站还在不在；要有网络，结果带日期记在 target/external-links.tsv，七天内通的不再问。")
    private boolean external;

    @Option(names = "--explain", paramLabel = "规则", description = "说明一条规则：查什么、为什么、错的对的各一例、怎样不查。")
    private String explain = "";

    @Option(names = "--fix", description = "先改好能放心改的（半角标点、全角数字、直引号、重复的标点），再检查；不动代码、网址、引文。")
    private boolean fix;

    @Option(names = "--diff", description = "和 --fix 一起写：只列出会怎样改，不改。")
    private boolean diff;

    @Option(names = "--baseline-write", description = "把现在的错误和警告记成旧账（" + Debts.FILE + "），以后只挡新的。")
    private boolean write;

    @Option(names = "--baseline-trim", description = "从旧账里划去已经改好的，不添新的。")
    private boolean trim;

    @Option(names = "--until", paramLabel = "日期", description = "也说出到这一天为止，哪一天会有新的问题：复核到期、任期届满、条目上架下架等。")
    private LocalDate until;

    CheckCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    Optional<Misuse> misuse() {
        if (!explain.isEmpty()) {
            return new Explaining().misuse(explain);
        }
        if (diff && !fix) {
            return Optional.of(new Misuse("--diff 要和 --fix 一起写", "写成 zhibu check --fix --diff"));
        }
        if (write && trim) {
            return Optional.of(new Misuse("--baseline-write 和 --baseline-trim 只能写一种", "只划去改好的，写 --baseline-trim"));
        }
        if ((write || trim) && !scope.isAll()) {
            return Optional.of(new Misuse("记旧账要查整个站点", "不写文件、--changed-since 和 --sample"));
        }
        if (health.isAsked() && (write || trim || !scope.isAll())) {
            return Optional.of(new Misuse("体检要查整个站点", "--health 不和文件、--changed-since、--sample、--baseline-… 一起写"));
        }
        return verdict.misuse().or(health::misuse).or(() -> scope.misuse(site.root()));
    }

    @Override
    int run() throws IOException {
        if (!explain.isEmpty()) {
            new Explaining().print(explain, console);
            return Exit.GOOD;
        }
        if (fix) {
            List<String> entries;
            try (Progress progress = new Progress(console)) {
                entries = entries(building(progress).check(false).value());
            }
            Optional<Scope.Found> found = found(entries, "");
            if (found.isEmpty()) {
                return Exit.USAGE;
            }
            Scope.Found wanted = found.get();
            new Mending(console, site.root(), diff)
                    .mend(entries.stream()
                            .filter(file -> scope.isAll() || wanted.holds(file))
                            .toList());
            if (diff) {
                return Exit.GOOD;
            }
        }
        Outcome<Building.Checked> checked;
        try (Progress progress = new Progress(console)) {
            checked = building(progress).judged(search);
            if (external) {
                progress.begins("external");
                checked = asked(checked);
            }
        }
        if (write || trim) {
            return baseline(checked);
        }
        return scope.isAll() ? whole(checked) : part(checked);
    }

    private Outcome<Building.Checked> asked(Outcome<Building.Checked> checked) throws IOException {
        ExternalLinks links = new ExternalLinks(site.root(), checked.value().built());
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(checked.diagnostics());
        diagnostics.addAll(links.ask());
        console.out().println(links.told());
        return Outcome.of(checked.value(), diagnostics);
    }

    private int whole(Outcome<Building.Checked> checked) throws IOException {
        Summary summary = summary(checked, checked.diagnostics());
        summary.printChecked(console, site.verbose());
        explained(checked.diagnostics(), site.verbose());
        int exit = exit(checked.diagnostics());
        verdict.report(Findings.of(summary, exit));
        health.write(site.root(), checked.value().built(), checked.diagnostics());
        return until == null ? exit : foretell(checked.value().built(), exit);
    }

    /** What is found in the files that were asked for, hints too; of all others how many there are. */
    private int part(Outcome<Building.Checked> checked) throws IOException {
        Building.Built built = checked.value().built();
        Optional<Scope.Found> found = found(entries(built), built.today().toString());
        if (found.isEmpty()) {
            return Exit.USAGE;
        }
        Scope.Found wanted = found.get();
        String content = built.config().layout().spelt(built.config().layout().content()) + "/";
        // With settings that are wrong nothing of the content may have been looked at.
        Predicate<Diagnostic> wantedOrGrave =
                one -> wanted.holds(one) || one.isError() && !one.where().file().startsWith(content);
        List<Diagnostic> own =
                checked.diagnostics().stream().filter(wantedOrGrave).toList();
        List<Diagnostic> others =
                checked.diagnostics().stream().filter(wantedOrGrave.negate()).toList();
        if (scope.isSample()) {
            console.out().println("抽查 " + wanted.files().size() + " 篇：");
            wanted.files()
                    .forEach(file -> console.out()
                            .println("  " + file + "："
                                    + counted(own.stream()
                                            .filter(one -> one.where().file().equals(file))
                                            .toList())));
        }
        own.forEach(console.err()::println);
        console.out().println("这些文件里：" + counted(own));
        console.out().println("别处另有：" + counted(others) + "（不写文件名，列出全部）");
        explained(own, true);
        verdict.report(Findings.of(summary(checked, own), exit(own)));
        return exit(own);
    }

    private Optional<Scope.Found> found(List<String> entries, String today) {
        Scope.Found found = scope.found(site.root(), entries, today);
        if (found.fault().isEmpty()) {
            return Optional.of(found);
        }
        new Misuse("--changed-since 查不出改了哪些文件：" + found.fault(), "写 Git 认得的提交或分支，如 HEAD、main").tell(console);
        return Optional.empty();
    }

    private int baseline(Outcome<Building.Checked> checked) throws IOException {
        List<Debt> debts = new ArrayList<>(checked.value().debts());
        if (write) {
            debts.addAll(Debts.of(checked.diagnostics(), Rulebook.own()));
        }
        Path file = site.root().resolve(Debts.FILE);
        if (trim && !Files.exists(file)) {
            console.out().println("没有旧账，不用划。");
            return Exit.GOOD;
        }
        new OneFile(file, Debts.BEGIN).write(fresh -> {
            Files.writeString(fresh, Debts.written(debts));
            return true;
        });
        int count = debts.stream().mapToInt(Debt::count).sum();
        console.out().println("旧账还有 " + count + " 处，记在 " + Debts.FILE + "。");
        List<Diagnostic> kept = checked.diagnostics().stream()
                .filter(one -> one.fails(verdict.strict()))
                .filter(one -> !one.rule().equals("debt-paid"))
                .filter(one -> !write || !Rulebook.own().isAdjustable(one.rule()))
                .toList();
        kept.forEach(console.err()::println);
        return exit(kept);
    }

    private Summary summary(Outcome<Building.Checked> checked, List<Diagnostic> diagnostics) {
        Building.Built built = checked.value().built();
        return Summary.of(built, diagnostics, Optional.empty(), site.root(), built.times());
    }

    private static List<String> entries(Building.Built built) {
        return Stream.of(
                        built.catalogue().pages(),
                        built.catalogue().withheld(),
                        built.catalogue().restricted())
                .flatMap(List::stream)
                .map(Page::where)
                .map(where -> where.file())
                .distinct()
                .sorted()
                .toList();
    }

    /** Where a message's rule is explained, told once. */
    private void explained(List<Diagnostic> diagnostics, boolean notices) {
        diagnostics.stream()
                .filter(one -> notices || one.severity() != Severity.NOTICE)
                .min(Comparator.comparing(Diagnostic::severity))
                .ifPresent(one -> console.out().println("看不懂的，查规则的说明：zhibu check --explain " + one.rule()));
    }

    private static String counted(List<Diagnostic> diagnostics) {
        return "错误 " + count(diagnostics, Severity.ERROR) + "，警告 " + count(diagnostics, Severity.WARNING) + "，提示 "
                + count(diagnostics, Severity.NOTICE);
    }

    private static long count(List<Diagnostic> diagnostics, Severity severity) {
        return diagnostics.stream().filter(one -> one.severity() == severity).count();
    }

    private int exit(List<Diagnostic> diagnostics) {
        return diagnostics.stream().anyMatch(one -> one.fails(verdict.strict())) ? Exit.ERRORS : Exit.GOOD;
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
