package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Severity;
import io.zhibu.memo.Counting;
import io.zhibu.publish.Publishing;
import io.zhibu.release.Publication;
import io.zhibu.release.Release;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a build came to, in words.
 *
 * @param reuse by stage, of what was made before
 * @param written empty if the last site was left in place
 * @param times milliseconds by stage, in order
 */
record Summary(
        Building.Facts site,
        Supplier<Map<String, Counting.Reuse>> reuse,
        List<Diagnostic> diagnostics,
        Optional<Publishing.Written> written,
        Path target,
        Map<String, Long> times) {

    static Summary of(
            Building.Built built,
            List<Diagnostic> diagnostics,
            Optional<Publishing.Written> written,
            Path target,
            Map<String, Long> times) {
        return new Summary(built.facts(), built.reuse(), diagnostics, written, target, times);
    }

    private static final int ALIKE = 5;

    private static final Map<String, String> REMEMBERED = Map.of(
            "site", "整个站点",
            "entries", "读过的条目",
            "stood", "不必打开的稿",
            "proofs", "逐字查过的稿",
            "checks", "按规则查过的稿",
            "search", "检索",
            "parts", "检索的各段",
            "pages", "网页");

    void print(Console console, boolean verbose) {
        say(console, verbose);
        if (written.isPresent()) {
            console.out().println("站点已生成（" + site.today() + "）：" + pages());
        } else {
            console.out().println((Files.exists(target) ? "没有生成站点，原来的站点没有动。" : "没有生成站点。") + pages());
        }
        counts(console, verbose);
        ending(console, verbose);
    }

    private void ending(Console console, boolean verbose) {
        written.ifPresent(site -> {
            console.out()
                    .println("文件 %d 个，%.1f MB，用时 %.2f 秒"
                            .formatted(site.files(), site.bytes() / 1e6, times.get("total") / 1e3));
            if (verbose) {
                reuse.get()
                        .forEach((stage, reuse) -> console.out()
                                .println("  " + REMEMBERED.getOrDefault(stage, stage) + "：沿用 " + reuse.used() + "，新做 "
                                        + reuse.made()));
            }
            console.out().println("打开：" + target.resolve("index.html").toUri());
        });
    }

    /** After nothing was built, since nothing was touched. */
    void printSame(Console console, boolean verbose) {
        say(console, verbose);
        console.out().println("站点没有变，还是上一次生成的（" + site.today() + "）：" + pages());
        counts(console, verbose);
        ending(console, verbose);
    }

    Summary with(Map<String, Long> other) {
        return with(diagnostics, other);
    }

    Summary with(List<Diagnostic> others, Map<String, Long> other) {
        return new Summary(site, reuse, others, written, target, other);
    }

    /** After a zip was made, or wasn't. */
    void printPacked(Console console, boolean verbose) {
        say(console, verbose);
        console.out()
                .println(written.isPresent() ? "离线包已做好（" + site.today() + "）：" + pages() : "没有打包，原来的压缩包没有动。" + pages());
        counts(console, verbose);
        written.ifPresent(zip ->
                console.out().println("文件 %d 个，压缩后 %.1f MB：%s".formatted(zip.files(), zip.bytes() / 1e6, target)));
    }

    /** After a site was published, or wasn't. */
    void printPublished(Console console, boolean verbose, Publication publication) {
        say(console, verbose);
        String what = switch (publication.what()) {
            case SWITCHED -> "已发布 " + publication.live().map(Release::id).orElse("") + "（" + site.today() + "）：";
            case SAME -> "与读者现在看到的 " + publication.live().map(Release::id).orElse("") + " 一字不差，没有换：";
            case KEPT -> "没有发布，读者看到的没有变。";
        };
        console.out().println(what + pages());
        counts(console, verbose);
        written.ifPresent(site -> console.out()
                .println("文件 %d 个（新写 %d 个，其余与上一次是同一个文件），%.1f MB，用时 %.2f 秒：%s"
                        .formatted(
                                site.files(),
                                publication.written(),
                                site.bytes() / 1e6,
                                times.get("total") / 1e3,
                                target)));
    }

    /** After nothing was published, since nothing was touched and readers have what was published. */
    void printUnchanged(Console console, boolean verbose, Release live) {
        say(console, verbose);
        console.out().println("没有变化，读者看到的还是 " + live.id() + "（" + site.today() + "）：" + pages());
        counts(console, verbose);
        written.ifPresent(site -> console.out()
                .println("没有重新生成；读者看到的文件 %d 个逐个核对过，%.1f MB，用时 %.2f 秒：%s"
                        .formatted(site.files(), site.bytes() / 1e6, times.get("total") / 1e3, target)));
    }

    /** After a check, which makes no site. */
    void printChecked(Console console, boolean verbose) {
        say(console, verbose);
        console.out().println("检查完毕（" + site.today() + "）：" + pages());
        counts(console, verbose);
    }

    private void counts(Console console, boolean verbose) {
        long notices = count(Severity.NOTICE);
        console.out()
                .println("诊断：错误 " + count(Severity.ERROR) + "，警告 " + count(Severity.WARNING) + "，提示 " + notices
                        + (notices > 0 && !verbose ? "（加 --verbose 列出提示）" : ""));
    }

    /** All, but of many at one place by one rule the first few: a slip in a shared template shows on every page. */
    private void say(Console console, boolean verbose) {
        Map<String, Integer> same = new HashMap<>();
        for (Diagnostic one : diagnostics) {
            if (verbose || one.severity() != Severity.NOTICE) {
                int nth = same.merge(one.where() + one.rule(), 1, Integer::sum);
                if (verbose || nth <= ALIKE) {
                    console.err().println(one);
                }
            }
        }
        long untold = same.values().stream()
                .mapToLong(times -> Math.max(0, times - ALIKE))
                .sum();
        if (!verbose && untold > 0) {
            console.err().println("另有 " + untold + " 处与上面相同位置、相同规则的问题（加 --verbose 全部列出）");
        }
    }

    long count(Severity severity) {
        return diagnostics.stream().filter(one -> one.severity() == severity).count();
    }

    private String pages() {
        StringBuilder text = new StringBuilder();
        site.counts().forEach(count -> {
            text.append(text.isEmpty() ? "" : "，")
                    .append(name(count))
                    .append(' ')
                    .append(count.entries())
                    .append(" 条");
            if (count.samples() > 0) {
                text.append("（另有示例 ").append(count.samples()).append("）");
            }
        });
        int withheld = site.withheld();
        if (withheld > 0) {
            text.append("；未发布 ").append(withheld).append(" 条");
        }
        int leftOut = site.leftOut();
        if (leftOut > 0) {
            text.append("；公开范围更窄、没有收的 ").append(leftOut).append(" 条");
        }
        if (site.restricted() > 0) {
            text.append("；其中 ").append(site.restricted()).append(" 条不是谁都能看的，不要放到别人看得到的地方");
        }
        return text.isEmpty() ? site.shown() + " 篇" : text.toString();
    }

    /** The label, with the key beside it if another type has the same label. */
    private String name(Building.Count count) {
        boolean alone = site.counts().stream()
                .allMatch(other ->
                        other.type().equals(count.type()) || !other.label().equals(count.label()));
        return alone ? count.label() : count.label() + "（" + count.type() + "）";
    }
}
