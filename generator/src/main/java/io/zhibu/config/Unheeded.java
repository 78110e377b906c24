package io.zhibu.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of JBake's that change nothing in a site of typed entries. */
final class Unheeded {
    private static final Map<String, String> HINTS = hints();

    private Unheeded() {}

    /** What to do about a setting that nothing heeds; empty if it is heeded or isn't JBake's. */
    static Optional<String> hint(String key) {
        boolean family = List.of("asciidoctor.", "db.", "example.project.", "server.", "thymeleaf.").stream()
                .anyMatch(key::startsWith);
        return family ? Optional.of("它只对 JBake 有用，删去这一行") : Optional.ofNullable(HINTS.get(key));
    }

    private static Map<String, String> hints() {
        Map<String, String> hints = new HashMap<>();
        hints.put("render.index", "首页总是要出，删去这一行");
        hints.put("render.archive", "按年份的页面就是归档，用 render.years 开关，删去这一行");
        hints.put("render.tagsindex", "标签索引随标签页一起出，用 render.tags 开关，删去这一行");
        hints.put("index.paginate", "列表总是分页，每页几条用 index.posts_per_page，删去这一行");
        hints.put("destination.folder", "站点写到哪里用命令行的 --out，删去这一行");
        hints.put("date.format", "日期总是写成 2026-07-01 那样，删去这一行");
        all(hints, "正文的写法由 markdown.profile 定，删去这一行", "markdown.extensions", "markdown.maxParsingTimeInMillis");
        all(hints, "每篇都要自己写明 type 和 status，删去这一行", "default.status", "default.type");
        all(
                hints,
                "网址是固定的，见 templates/README.md，删去这一行",
                "index.file",
                "feed.file",
                "error404.file",
                "archive.file",
                "sitemap.file",
                "tag.path",
                "tag.sanitize",
                "output.extension",
                "draft.suffix",
                "uri.noExtension",
                "uri.noExtension.prefix");
        all(
                hints,
                "它只在 JBake 项目里起作用，删去这一行",
                "asset.ignore",
                "data.folder",
                "data.file.docType",
                "header.separator",
                "ignore.file",
                "img.path.update",
                "img.path.prepend.host",
                "jvm.locale",
                "template.encoding");
        return hints;
    }

    private static void all(Map<String, String> hints, String hint, String... keys) {
        for (String key : keys) {
            hints.put(key, hint);
        }
    }
}
