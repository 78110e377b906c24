package io.zhibu.review;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Severity;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Review sheets as one HTML page for a browser to print: each entry begins on a sheet of its own, and nothing is loaded from elsewhere. */
public final class ReviewSheets {
    /** What the page begins with, so that another file isn't taken for one. */
    public static final String MARK = "<!DOCTYPE html><!--zhibu review-->";

    private static final List<String> FACTS =
            List.of("id", "unit", "authors", "editor", "status", "access", "published", "years");
    private static final String STYLE = """
            @page { size: A4; margin: 18mm 16mm; }
            body { font: 10.5pt/1.6 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "宋体", serif; color: #111; background: #fff; max-width: 180mm; margin: 8mm auto; padding: 0 4mm; }
            h1 { font-size: 18pt; text-align: center; margin: 0 0 4mm; }
            h2 { font-size: 12pt; margin: 6mm 0 2mm; border-bottom: 1px solid #111; }
            article { break-after: page; }
            article:last-child { break-after: auto; }
            article + article { margin-top: 16mm; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border: 1px solid #555; padding: 1.2mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
            thead th { background: #eee; }
            tr { break-inside: avoid; }
            .facts th { width: 22mm; white-space: nowrap; }
            .sign td { height: 12mm; }
            .sign th, .sign td.name { white-space: nowrap; }
            .sign .wide { width: 45%; }
            code { font-family: "DejaVu Sans Mono", Consolas, monospace; font-size: 9pt; word-break: break-all; }
            .digest { font-size: 7.5pt; white-space: nowrap; }
            ul { margin: 0; padding-left: 5mm; }
            li { break-inside: avoid; }
            p { margin: 1mm 0; }
            .small { font-size: 9pt; color: #444; }
            .hint { color: #444; }
            .error b, .fault { color: #a00; }
            @media print { body { margin: 0; padding: 0; max-width: none; } article + article { margin-top: 0; } }
            """;

    private final LocalDate today;
    private final Optional<String> commit;
    private final StringBuilder html = new StringBuilder();

    /** @param commit which the files are of; empty if they are of none or were changed since */
    public ReviewSheets(LocalDate today, Optional<String> commit) {
        this.today = today;
        this.commit = commit;
    }

    public String of(List<Reviewed> all) {
        html.setLength(0);
        html.append(MARK)
                .append("<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>审核单</title><style>\n")
                .append(STYLE)
                .append("</style></head><body>\n");
        all.forEach(this::sheet);
        return html.append("</body></html>\n").toString();
    }

    private void sheet(Reviewed one) {
        Page page = one.page();
        html.append("<article>\n<h1>审核单</h1>\n<table class=\"facts\">\n");
        row("标题", page.title() + (page.sample() ? "（示例）" : ""));
        row("类型", one.type().label());
        for (String key : FACTS) {
            page.fields()
                    .get(key)
                    .ifPresent(
                            value -> row(one.type().field(key).map(Field::label).orElse(key), value.text()));
        }
        html.append("</table>\n");
        pieces(one.pieces());
        reviews(page);
        findings(one.findings());
        sources(page);
        html.append("<p class=\"small\">").append(today).append(" 由 zhibu review 打印。</p>\n</article>\n");
    }

    private void row(String label, String value) {
        html.append("<tr><th scope=\"row\">")
                .append(escaped(label))
                .append("</th><td>")
                .append(escaped(value))
                .append("</td></tr>\n");
    }

    private void pieces(List<Reviewed.Piece> pieces) {
        html.append("<h2>审的是哪一份</h2>\n<p>")
                .append(commit.map(one -> "Git 提交 <code>" + escaped(one) + "</code>。")
                        .orElse("这几份里有还没有提交到 Git 的。"))
                .append("改一个字，摘要就不同；核对：<code>sha256sum 文件</code>。</p>\n")
                .append(
                        "<table><thead><tr><th scope=\"col\">文件</th><th scope=\"col\">SHA-256 摘要</th></tr></thead><tbody>\n");
        for (Reviewed.Piece piece : pieces) {
            html.append("<tr><td>")
                    .append(escaped(piece.file()))
                    .append("</td><td><code class=\"digest\">")
                    .append(escaped(piece.digest()))
                    .append("</code></td></tr>\n");
        }
        html.append("</tbody></table>\n");
    }

    private void reviews(Page page) {
        Reviews reviews = Reviews.of(page);
        html.append("<h2>三审</h2>\n<p>")
                .append(escaped(reviews.summary()))
                .append("</p>\n<table class=\"sign\"><thead><tr>");
        for (String head : List.of("环节", "审核人", "日期")) {
            html.append("<th scope=\"col\">").append(head).append("</th>");
        }
        html.append("<th scope=\"col\" class=\"wide\">意见</th><th scope=\"col\">签名</th></tr></thead><tbody>\n");
        for (String stage : Reviews.STAGES) {
            Optional<Reviews.Done> done = reviews.at(stage);
            html.append("<tr><th scope=\"row\">")
                    .append(stage)
                    .append("</th><td class=\"name\">")
                    .append(escaped(done.map(Reviews.Done::name).orElse("")))
                    .append("</td><td class=\"name\">")
                    .append(escaped(done.map(Reviews.Done::date).orElse("")))
                    .append("</td><td></td><td></td></tr>\n");
        }
        html.append("</tbody></table>\n");
    }

    private void findings(List<Diagnostic> findings) {
        html.append("<h2>检查的结果</h2>\n<p>错误 ")
                .append(count(findings, Severity.ERROR))
                .append("，警告 ")
                .append(count(findings, Severity.WARNING))
                .append("，提示 ")
                .append(count(findings, Severity.NOTICE))
                .append("。</p>\n");
        if (findings.isEmpty()) {
            return;
        }
        html.append("<ul>\n");
        for (Diagnostic one : findings) {
            String place = one.where().line() > 0 ? "第 " + one.where().line() + " 行：" : "";
            html.append(one.isError() ? "<li class=\"error\"><b>" : "<li><b>")
                    .append(one.severity().label())
                    .append("</b> ")
                    .append(escaped(place + one.message()))
                    .append(" <code>")
                    .append(escaped(one.rule()))
                    .append("</code>")
                    .append(one.hint()
                            .map(hint -> "<br><span class=\"hint\">建议：" + escaped(hint) + "</span>")
                            .orElse(""))
                    .append("</li>\n");
        }
        html.append("</ul>\n");
    }

    private static long count(List<Diagnostic> findings, Severity severity) {
        return findings.stream().filter(one -> one.severity() == severity).count();
    }

    private void sources(Page page) {
        html.append("<h2>来源和出处</h2>\n");
        List<String> lines = page.fields().all().entrySet().stream()
                .filter(one -> one.getKey().equals("source"))
                .map(one -> one.getValue().text())
                .collect(Collectors.toList());
        page.fields()
                .each("citations", Value.Record.class)
                .map(one ->
                        one.fields().all().values().stream().map(Value::text).collect(Collectors.joining("，")))
                .forEach(lines::add);
        if (lines.isEmpty()) {
            html.append("<p class=\"fault\">没有写来源，也没有登记出处。</p>\n");
            return;
        }
        html.append("<ul>\n");
        lines.forEach(line -> html.append("<li>").append(escaped(line)).append("</li>\n"));
        html.append("</ul>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
