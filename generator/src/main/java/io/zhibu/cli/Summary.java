package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Severity;
import io.zhibu.page.Page;
import io.zhibu.publish.Publishing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a build came to, in words.
 *
 * @param written empty if the last site was left in place
 * @param times milliseconds by stage, in order
 */
record Summary(
        Building.Built built,
        List<Diagnostic> diagnostics,
        Optional<Publishing.Written> written,
        Path target,
        Map<String, Long> times) {

    void print(Console console, boolean verbose) {
        diagnostics.stream()
                .filter(one -> verbose || one.severity() != Severity.NOTICE)
                .forEach(console.err()::println);
        long errors = count(Severity.ERROR);
        long warnings = count(Severity.WARNING);
        long notices = count(Severity.NOTICE);
        if (written.isPresent()) {
            console.out().println("站点已生成（" + built.today() + "）：" + pages());
        } else {
            console.out().println("没有生成站点，原来的站点没有动。" + pages());
        }
        console.out()
                .println("诊断：错误 " + errors + "，警告 " + warnings + "，提示 " + notices
                        + (notices > 0 && !verbose ? "（加 --verbose 列出提示）" : ""));
        written.ifPresent(site -> {
            console.out()
                    .println("文件 %d 个，%.1f MB，用时 %.2f 秒"
                            .formatted(site.files(), site.bytes() / 1e6, times.get("total") / 1e3));
            console.out().println("打开：" + target.resolve("index.html").toUri());
        });
    }

    long count(Severity severity) {
        return diagnostics.stream().filter(one -> one.severity() == severity).count();
    }

    private String pages() {
        StringBuilder text = new StringBuilder();
        built.byType().forEach((label, pages) -> {
            long samples = pages.stream().filter(Page::sample).count();
            text.append(text.isEmpty() ? "" : "，")
                    .append(label)
                    .append(' ')
                    .append(pages.size() - samples)
                    .append(" 条");
            if (samples > 0) {
                text.append("（另有示例 ").append(samples).append("）");
            }
        });
        int withheld = built.catalogue().withheld().size();
        if (withheld > 0) {
            text.append("；未发布 ").append(withheld).append(" 条");
        }
        return text.isEmpty() ? built.catalogue().pages().size() + " 篇" : text.toString();
    }
}
