package io.zhibu.health;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Severity;
import io.zhibu.health.Checkup.Case;
import io.zhibu.health.Checkup.Unit;
import io.zhibu.health.Problems.Problem;
import io.zhibu.rulebook.Rule;
import io.zhibu.rulebook.Rulebook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The report as a web page: needs no script, and no other file if its style is in it. */
public final class HealthPage {
    /** Every file of the kind begins so. */
    public static final String BEGIN = "<!DOCTYPE html>\n<html lang=\"zh-CN\" data-zhibu=\"health\">";

    private static final String NO_UNIT = "没有写单位的条目、设置和模板";

    private final String title;
    private final Problems problems;
    private final Collection<Subject> subjects;
    private final Rulebook rules;
    private final StringBuilder html = new StringBuilder();

    /** @param title of the site */
    public HealthPage(String title, Problems problems, Collection<Subject> subjects, Rulebook rules) {
        this.title = title;
        this.problems = problems;
        this.subjects = subjects;
        this.rules = rules;
    }

    /** A file that can be sent and opened by itself. */
    public String alone() {
        return page("<style>\n" + style() + "</style>");
    }

    /** One that lies beside its {@linkplain #style style}, as a strict policy wants it. */
    public String beside(String style) {
        return page("<link rel=\"stylesheet\" href=\"" + escaped(style) + "\">");
    }

    public static String style() {
        try (InputStream in = HealthPage.class.getResourceAsStream("health.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String page(String style) {
        Checkup checkup = Checkup.of(problems, subjects, rules.ids());
        html.setLength(0);
        html.append(BEGIN).append("\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<meta name=\"robots\" content=\"noindex, nofollow\">\n");
        html.append("<title>体检报告 · ").append(escaped(title)).append("</title>\n");
        html.append(style).append("\n</head>\n<body>\n<main>\n");
        html.append("<h1>").append(escaped(title)).append(" · 体检报告</h1>\n");
        html.append("<p class=\"when\">").append(when()).append("</p>\n");
        figures(checkup);
        units(checkup.units());
        mended();
        int number = 0;
        for (Unit unit : checkup.units()) {
            number++;
            if (!unit.cases().isEmpty()) {
                cases(unit, number);
            }
        }
        table(checkup.table());
        html.append("</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private String when() {
        return problems.first()
                ? problems.day() + " 的问题清单。第一次体检，没有上一次可比，都算新增。"
                : problems.day() + " 的问题清单，与前一次比；以后没有变化。";
    }

    private void figures(Checkup checkup) {
        html.append("<ul class=\"figures\">\n");
        for (Severity severity : Severity.values()) {
            figure(
                    css(severity),
                    severity.label(),
                    Checkup.count(problems.open(), severity) + "",
                    "新增 " + Checkup.count(fresh(problems.open()), severity) + " · 已改 "
                            + Checkup.count(problems.mended(), severity));
        }
        int percent = checkup.entries() == 0 ? 100 : checkup.sound() * 100 / checkup.entries();
        figure("good", "没有问题的条目", checkup.sound() + "", "共 " + checkup.entries() + " 条，占 " + percent + "%");
        html.append("</ul>\n");
    }

    private void figure(String css, String label, String number, String more) {
        html.append("<li class=\"%s\">%s<b>%s</b><span>%s</span></li>\n".formatted(css, label, number, more));
    }

    private List<Problem> fresh(List<Problem> all) {
        return all.stream().filter(problems::isNew).toList();
    }

    private void units(List<Unit> units) {
        html.append(
                "<h2>按单位</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"按单位\"><table>\n<thead><tr><th scope=\"col\">供稿单位</th>");
        for (String head : List.of("条目", "有问题", "错误", "警告", "提示", "新增", "仍在", "已改")) {
            html.append("<th scope=\"col\" class=\"number\">").append(head).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        int number = 0;
        for (Unit unit : units) {
            number++;
            String name = escaped(name(unit));
            html.append("<tr><th scope=\"row\">")
                    .append(unit.cases().isEmpty() ? name : "<a href=\"#unit-" + number + "\">" + name + "</a>")
                    .append("</th>");
            List<Problem> open = unit.open();
            int fresh = fresh(open).size();
            cell(unit.entries());
            cell(unit.cases().size());
            for (Severity severity : Severity.values()) {
                cell(Checkup.count(open, severity));
            }
            cell(fresh);
            cell(open.size() - fresh);
            cell(unit.mended().size());
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
    }

    private void cell(int number) {
        html.append(number == 0 ? "<td class=\"number none\">0</td>" : "<td class=\"number\">" + number + "</td>");
    }

    private static String name(Unit unit) {
        return unit.name().isEmpty() ? NO_UNIT : unit.name();
    }

    private void mended() {
        if (problems.mended().isEmpty()) {
            return;
        }
        html.append("<h2>已改</h2>\n<ul class=\"mended\">\n");
        for (Problem one : problems.mended()) {
            html.append("<li><span class=\"badge gone\">已改</span>");
            html.append(badge(one.told().severity()));
            html.append(escaped(one.told().where().file()))
                    .append("：")
                    .append(escaped(one.told().message()));
            html.append(" <span class=\"note\">（").append(one.since()).append(" 发现）</span></li>\n");
        }
        html.append("</ul>\n");
    }

    private void cases(Unit unit, int number) {
        html.append("<h2 id=\"unit-%d\">%s</h2>\n".formatted(number, escaped(name(unit))));
        for (Case one : unit.cases()) {
            html.append("<article>\n<h3>")
                    .append(escaped(one.subject().map(Subject::title).orElse(one.file())))
                    .append("</h3>\n");
            one.subject().ifPresent(this::about);
            html.append("<ul>\n");
            one.problems().forEach(problem -> problem(problem, one.file()));
            html.append("</ul>\n</article>\n");
        }
    }

    private void about(Subject subject) {
        html.append("<div class=\"file\">")
                .append(escaped(subject.type()))
                .append(subject.sample() ? "（示例）" : "")
                .append(" · ");
        String file = escaped(subject.file());
        html.append(subject.edit()
                .map(address -> "<a href=\"" + escaped(address) + "\">" + file + "</a>")
                .orElse(file));
        html.append(" · 最后修改的人：")
                .append(escaped(subject.owner().orElse("Git 里查不到")))
                .append("</div>\n");
    }

    private void problem(Problem one, String file) {
        Diagnostic told = one.told();
        html.append("<li>");
        html.append(problems.isNew(one) ? "<span class=\"badge new\">新增</span>" : "<span class=\"badge\">仍在</span>");
        html.append(badge(told.severity()));
        html.append(escaped(told.message()));
        html.append(" <span class=\"note\">").append(escaped(place(told, file)));
        html.append(problems.isNew(one) ? "" : "· " + one.since() + " 发现 ").append("</span>");
        html.append("<span class=\"rule\">").append(escaped(told.rule())).append("</span>");
        told.hint()
                .ifPresent(hint -> html.append("<span class=\"hint\">怎样改：")
                        .append(escaped(hint))
                        .append("</span>"));
        html.append("</li>\n");
    }

    private static String place(Diagnostic told, String file) {
        String name = told.where().file().equals(file) ? "" : told.where().file() + " ";
        int line = told.where().line();
        int column = told.where().column();
        return name + (line == 0 ? "" : column == 0 ? "第 " + line + " 行 " : "第 " + line + " 行第 " + column + " 列 ");
    }

    private void table(Checkup.Table table) {
        html.append("<h2>检查 × 条目</h2>\n");
        html.append(
                "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"检查 × 条目\"><table>\n<caption>每一格：这一类里有几条出了这样的问题；表头的数是这一类共有几条。</caption>\n<thead><tr><th scope=\"col\">检查</th>");
        table.types()
                .forEach((type, count) -> html.append("<th scope=\"col\" class=\"number\">")
                        .append(escaped(type))
                        .append("<br>")
                        .append(count)
                        .append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (Map.Entry<String, Map<String, Integer>> row : table.found().entrySet()) {
            html.append("<tr><th scope=\"row\">").append(rule(row.getKey())).append("</th>");
            table.types().keySet().forEach(type -> cell(row.getValue().getOrDefault(type, 0)));
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
        html.append("<details><summary>另外 %d 项检查没有发现问题</summary>\n<ul class=\"rules\">\n"
                .formatted(table.silent().size()));
        table.silent().forEach(rule -> html.append("<li>").append(rule(rule)).append("</li>\n"));
        html.append("</ul></details>\n");
    }

    private String rule(String id) {
        Optional<Rule> rule = rules.rule(id);
        return rule.map(known -> escaped(known.title()) + " ").orElse("") + "<span class=\"rule\">" + escaped(id)
                + "</span>";
    }

    private static String badge(Severity severity) {
        return "<span class=\"badge %s\">%s</span>".formatted(css(severity), severity.label());
    }

    private static String css(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
