package io.zhibu.cli;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.release.Changes;
import io.zhibu.release.Entry;
import io.zhibu.release.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a night came to, in a few lines for people who open no console.
 *
 * @param subject one line
 * @param lines what was added, updated and withdrawn, what is held back, and what is wrong
 */
record Bulletin(String subject, List<String> lines) {
    private static final int ERRORS = 20;

    Bulletin {
        lines = List.copyOf(lines);
    }

    /**
     * @param title of the site
     * @param day of the night
     * @param host where the site is found; empty if nobody said
     */
    static Bulletin of(
            String title, String day, Optional<String> host, Publication publication, List<Diagnostic> diagnostics) {
        List<String> lines = new ArrayList<>();
        List<Diagnostic> errors =
                diagnostics.stream().filter(Diagnostic::isError).toList();
        String what;
        if (publication.isGood()) {
            Changes changes = Changes.between(
                    publication.before().flatMap(one -> one.manifest()),
                    publication.live().orElseThrow().manifest().orElseThrow());
            what = changes.isNothing()
                    ? "条目没有变化"
                    : "新增 %d，更新 %d，撤下 %d"
                            .formatted(
                                    changes.added().size(),
                                    changes.updated().size(),
                                    changes.withdrawn().size());
            add("新增", changes.added(), host, lines);
            add("更新", changes.updated(), host, lines);
            add("撤下", changes.withdrawn(), Optional.empty(), lines);
            add("仍是旧的样子（新的有错误）", changes.held(), host, lines);
        } else {
            what = "没有发布，读者看到的没有变";
        }
        if (!errors.isEmpty()) {
            what += "，错误 " + errors.size();
            lines.add("错误 " + errors.size() + " 处：");
            errors.stream().limit(ERRORS).forEach(error -> lines.add("- " + error.where() + " " + error.message()));
            if (errors.size() > ERRORS) {
                lines.add("- 另有 " + (errors.size() - ERRORS) + " 处，见报告");
            }
        }
        if (lines.isEmpty()) {
            lines.add("没有新增、更新和撤下的条目。");
        }
        return new Bulletin(title + " " + day + "：" + what, lines);
    }

    /**
     * That a fault of the disk or of the program ended the night.
     *
     * @param published whether readers had the new site before
     */
    static Bulletin ofFault(String what, boolean published) {
        return new Bulletin(published ? "知识库昨夜已发布，之后出错" : "知识库昨夜的发布出错，读者看到的没有变", List.of(what));
    }

    private static void add(String heading, List<Entry> entries, Optional<String> host, List<String> lines) {
        if (!entries.isEmpty()) {
            lines.add(heading + " " + entries.size() + " 条：");
            for (Entry entry : entries) {
                String since = entry.since().isEmpty() ? "" : "（" + entry.since() + " 的版本）";
                lines.add("- " + entry.label() + "：" + entry.title() + since
                        + host.map(site -> " " + site + "/" + entry.uri()).orElse(""));
            }
        }
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
