package io.zhibu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One thing that JBake 2.7.0 does and that nobody wants, and what Zhibu does instead.
 *
 * @param name of the case's folder
 * @param harm that JBake does
 * @param written the beginnings of what JBake writes because of it; none if a page is dropped with nothing but a line in the log
 * @param said Zhibu's diagnostics, each with its hint
 * @param ours the beginnings of what Zhibu writes because of it; none if it refuses to build
 */
record JBakeFault(String name, String harm, Map<String, String> written, List<String> said, Map<String, String> ours) {

    private static JBakeFault fault(String name, String harm) {
        return new JBakeFault(name, harm, Map.of(), List.of(), Map.of());
    }

    private JBakeFault jbakeWrites(String file, String beginning) {
        return new JBakeFault(name, harm, with(written, file, beginning), said, ours);
    }

    private JBakeFault zhibuSays(String message, String hint) {
        List<String> more = new ArrayList<>(said);
        more.add(message + "\n    建议：" + hint);
        return new JBakeFault(name, harm, written, more, ours);
    }

    private JBakeFault zhibuWrites(String file, String text) {
        return new JBakeFault(name, harm, written, said, with(ours, file, text));
    }

    private static Map<String, String> with(Map<String, String> files, String file, String text) {
        Map<String, String> more = new LinkedHashMap<>(files);
        more.put(file, text);
        return more;
    }

    /** Whether Zhibu leaves the last site in place. */
    boolean refused() {
        return ours.isEmpty();
    }

    /** In the order of their names. */
    static Stream<JBakeFault> all() {
        return Stream.of(
                fault(
                                "apostrophe",
                                "the folder's name ends up in a query as it is, and the bake fails after writing the page")
                        .jbakeWrites("output/it's/page.html", "Apostrophe 2024-01-01 it's/page.html ../")
                        .zhibuWrites("it's/page.html", "Apostrophe 2024-01-01 it's/page.html ../\n<p>Text</p>\n"),
                fault("bad-date", "a date that can't be read silently becomes the file's modification time")
                        .jbakeWrites("output/bad-date.html", "Bad date 2024-06-07 ")
                        .zhibuSays(
                                "content/bad-date.md:2:6: 警告[date-form] “昨天”不是日期，这一篇没有日期",
                                "写成设置里 date.format 的样子：yyyy-MM-dd")
                        .zhibuSays(
                                "templates/page.ftl:1:33: 错误[template-undefined] “content.date”没有值",
                                "可能没有时写成 (content.date)! 或先用 ?? 判断；键名见 templates/README.md"),
                fault("bad-header", "a header line without an equals sign makes the page vanish")
                        .zhibuSays(
                                "content/bad-header.md:3:1: 错误[header-line] 头信息里这一行没有等号：“a line without the sign”",
                                "写成“键=值”，或删去这一行"),
                fault(
                                "capital-key",
                                "Title, Type and Status are other keys than title, type and status, only DATE is not")
                        .zhibuSays(
                                "content/capital-key.md:3:1: 错误[header-key] 这一行 JBake 认不出来：“Type=page”",
                                "写成“type=”：小写，等号前不空格"),
                fault("empty-body", "a page without a body shows its header instead")
                        .jbakeWrites(
                                "output/empty-body.html", "Empty body 2024-01-01 empty-body.html \n<p>title=Empty body")
                        .zhibuSays("content/empty-body.md:6:1: 警告[body-empty] 这一篇没有正文", "写上正文，或删去这个文件")
                        .zhibuWrites("empty-body.html", "Empty body 2024-01-01 empty-body.html \n"),
                fault("empty-file", "an empty page vanishes")
                        .zhibuSays("content/empty.md: 错误[file-empty] 文件是空的", "写上头信息和正文，或删去这个文件"),
                fault("empty-tag", "no tag at all is a tag with an empty name and a page")
                        .jbakeWrites("output/empty-tag.html", "Empty ")
                        .jbakeWrites("output/tags/.html", ": empty-tag.html empty-tag-between.html ")
                        .zhibuSays("content/empty-tag.md:5:6: 警告[tag-empty] 有一个标签是空的，不算", "删去多余的逗号；没有标签就删去这一行")
                        .zhibuWrites("empty-tag.html", "Empty 2024-01-01 empty-tag.html \n<p>Text</p>\n"),
                fault("empty-tag-between", "so is nothing between two commas")
                        .jbakeWrites("output/empty-tag-between.html", "Between ")
                        .jbakeWrites("output/tags/left.html", "left: empty-tag-between.html")
                        .jbakeWrites("output/tags/right.html", "right: empty-tag-between.html")
                        .zhibuSays("content/empty-tag-between.md:5:6: 警告[tag-empty] 有一个标签是空的，不算", "删去多余的逗号；没有标签就删去这一行")
                        .zhibuWrites(
                                "empty-tag-between.html", "Between 2024-01-01 empty-tag-between.html \n<p>Text</p>\n")
                        .zhibuWrites("tags/index.html", "[left][right]\n")
                        .zhibuWrites("tags/left.html", "left: empty-tag-between.html \n")
                        .zhibuWrites("tags/right.html", "right: empty-tag-between.html \n"),
                fault(
                                "encoded-name",
                                "files are named with percent signs on the disk, so no link reaches them, but folders are not")
                        .jbakeWrites(
                                "output/%E6%A1%88%E4%BE%8B+%E4%B8%80.html",
                                "Chinese and space 2024-01-01 %E6%A1%88%E4%BE%8B+%E4%B8%80.html")
                        .jbakeWrites("output/C%2B%2B+%26+100%25.html", "Signs 2024-01-01 C%2B%2B+%26+100%25.html")
                        .jbakeWrites(
                                "output/支部 目录/%E5%86%85%E9%A1%B5.html",
                                "Folder 2024-01-01 支部 目录/%E5%86%85%E9%A1%B5.html ../")
                        .zhibuWrites("C++ & 100%.html", "Signs 2024-01-01 C%2B%2B%20%26%20100%25.html \n<p>Text</p>\n")
                        .zhibuWrites(
                                "支部 目录/内页.html", "Folder 2024-01-01 支部 目录/%E5%86%85%E9%A1%B5.html ../\n<p>Text</p>\n")
                        .zhibuWrites(
                                "案例 一.html",
                                "Chinese and space 2024-01-01 %E6%A1%88%E4%BE%8B%20%E4%B8%80.html \n<p>Text</p>\n"),
                fault("full-width-comma", "a list with full-width commas is one tag")
                        .jbakeWrites("output/full-width-comma.html", "Comma ")
                        .jbakeWrites("output/tags/党建，防汛.html", "党建，防汛: full-width-comma.html")
                        .zhibuSays("content/full-width-comma.md:5:6: 警告[tag-comma] “党建，防汛”整个是一个标签", "标签之间用半角逗号")
                        .zhibuWrites("full-width-comma.html", "Comma 2024-01-01 full-width-comma.html \n<p>Text</p>\n")
                        .zhibuWrites("tags/index.html", "[党建，防汛]\n")
                        .zhibuWrites("tags/党建，防汛.html", "党建，防汛: full-width-comma.html \n"),
                fault("gbk", "a file in another encoding is published as question marks")
                        .jbakeWrites("output/gbk.html", "\ufffd\ufffd\u0474")
                        .zhibuSays(
                                "content/gbk.md:1:7: 错误[encoding] 文件不是 UTF-8 编码，像是 GBK（ANSI）编码", "用记事本打开，另存为 UTF-8 编码"),
                fault("lenient-date", "the 45th day of the 13th month is a day in the next year")
                        .jbakeWrites("output/lenient-date.html", "Lenient date 2025-02-14 ")
                        .zhibuSays(
                                "content/lenient-date.md:2:6: 警告[date-impossible] 没有“2024-13-45”这一天，这一篇没有日期",
                                "写成设置里 date.format 的样子：yyyy-MM-dd")
                        .zhibuSays(
                                "templates/page.ftl:1:33: 错误[template-undefined] “content.date”没有值",
                                "可能没有时写成 (content.date)! 或先用 ?? 判断；键名见 templates/README.md"),
                fault("linked-folder", "a symbolic link is followed out of the content")
                        .jbakeWrites("output/linked/secret.html", "Secret ")
                        .zhibuSays("content/linked: 错误[symlink] 这是符号链接，不会跟随", "把它指向的文件拷到这里，删去链接"),
                fault(
                                "missing-date",
                                "a page without a date takes the file's modification time, which no checkout keeps")
                        .jbakeWrites("output/missing-date.html", "Missing date 2024-06-07 ")
                        .zhibuSays(
                                "content/missing-date.md:1:1: 警告[date-missing] 没有日期；JBake 会拿文件的修改时间充数，这里就没有日期",
                                "加一行 date=…，样子是 yyyy-MM-dd")
                        .zhibuSays(
                                "templates/page.ftl:1:33: 错误[template-undefined] “content.date”没有值",
                                "可能没有时写成 (content.date)! 或先用 ?? 判断；键名见 templates/README.md"),
                fault(
                                "missing-engine",
                                "a page in a markup that is not installed is published with an excuse and a path of the machine")
                        .jbakeWrites("output/asciidoc.html", "Rendering engine missing ")
                        .zhibuSays(
                                "content/asciidoc.adoc: 错误[content-unsupported] 不支持这种内容文件，只支持 .md 和 .html",
                                "把内容转成 Markdown，或把文件移出内容文件夹"),
                fault("no-header", "a page without a header vanishes unless the settings give a type")
                        .zhibuSays(
                                "content/no-header.md:1:1: 错误[header-missing] 文件没有头信息，不知道是哪一类",
                                "开头写“键=值”，至少有 type 和 status，以一行 ~~~~~~ 结束"),
                fault("no-type", "so does a page that does not name its type")
                        .zhibuSays(
                                "content/no-type.md:1:1: 错误[type-missing] 头信息里没有 type",
                                "加一行 type=…，或在设置里写 default.type"),
                fault("page-over-asset", "an asset silently covers a page with the same address")
                        .jbakeWrites("output/covered.html", "the asset")
                        .zhibuSays(
                                "content/covered.md:1:1: 错误[address-taken] 网址“covered.html”已被 assets/covered.html 占用（不分大小写）",
                                "改掉其中一个的标识、标签名或文件名"),
                fault("page-over-index", "the index silently covers a page with the same address")
                        .jbakeWrites("output/index.html", "index")
                        .zhibuSays(
                                "jbake.properties: 错误[address-taken] 网址“index.html”已被 content/index.md:1:1 占用（不分大小写）",
                                "改掉其中一个的标识、标签名或文件名"),
                fault("reserved-key", "a header that sets what JBake computes is ignored without a word")
                        .jbakeWrites("output/reserved-key.html", "Reserved 2024-01-01 reserved-key.html \n<p>Text")
                        .zhibuSays(
                                "content/reserved-key.md:5:1: 警告[header-computed] “uri”由程序算出，写在头信息里不起作用",
                                "删去这一行，或换一个键名")
                        .zhibuSays(
                                "content/reserved-key.md:6:1: 警告[header-computed] “body”由程序算出，写在头信息里不起作用",
                                "删去这一行，或换一个键名")
                        .zhibuSays(
                                "content/reserved-key.md:7:1: 警告[header-computed] “rootpath”由程序算出，写在头信息里不起作用",
                                "删去这一行，或换一个键名")
                        .zhibuWrites("reserved-key.html", "Reserved 2024-01-01 reserved-key.html \n<p>Text</p>\n"),
                fault("short-separator", "a separator with one sign less makes the page vanish")
                        .zhibuSays(
                                "content/short-separator.md:5:1: 错误[header-separator] 这一行像是头信息的结束，但不是恰好一行 ~~~~~~",
                                "写成 ~~~~~~，前后不留空格"),
                fault("spaced-separator", "a separator followed by a space makes the page vanish")
                        .zhibuSays(
                                "content/spaced-separator.md:5:1: 错误[header-separator] 这一行像是头信息的结束，但不是恰好一行 ~~~~~~",
                                "写成 ~~~~~~，前后不留空格"),
                fault("tag-dots", "two dots are a tag with a page")
                        .jbakeWrites("output/tag-dots.html", "Dots ")
                        .jbakeWrites("output/tags/...html", "..: tag-dots.html")
                        .zhibuSays(
                                "content/tag-dots.md:5:6: 警告[tag-name] 标签“..”不能做文件名，它的网页叫 ~2e~2e",
                                "换一个标签名；照标签名拼网址的模板链接不到它")
                        .zhibuWrites("tag-dots.html", "Dots 2024-01-01 tag-dots.html \n<p>Text</p>\n")
                        .zhibuWrites("tags/index.html", "[..]\n")
                        .zhibuWrites("tags/~2e~2e.html", "..: tag-dots.html \n"),
                fault("tag-named-index", "the page of a tag called index is covered by the tags' own index")
                        .jbakeWrites("output/tag-named-index.html", "Index ")
                        .zhibuSays(
                                "jbake.properties: 错误[address-taken] 网址“tags/index.html”已被 content/tag-named-index.md:1:1 占用（不分大小写）",
                                "改掉其中一个的标识、标签名或文件名"),
                fault("tag-that-escapes", "a tag writes outside the output folder")
                        .jbakeWrites("output/tag-that-escapes.html", "Escape ")
                        .jbakeWrites("ESCAPED.html", "../../ESCAPED: tag-that-escapes.html")
                        .zhibuSays(
                                "content/tag-that-escapes.md:5:6: 警告[tag-name] 标签“../../ESCAPED”不能做文件名，它的网页叫 ~2e.~2f..~2fESCAPED",
                                "换一个标签名；照标签名拼网址的模板链接不到它")
                        .zhibuWrites("tag-that-escapes.html", "Escape 2024-01-01 tag-that-escapes.html \n<p>Text</p>\n")
                        .zhibuWrites("tags/index.html", "[../../ESCAPED]\n")
                        .zhibuWrites("tags/~2e.~2f..~2fESCAPED.html", "../../ESCAPED: tag-that-escapes.html \n"),
                fault("tag-with-slash", "a slash in a tag makes a folder")
                        .jbakeWrites("output/tag-with-slash.html", "Slash ")
                        .jbakeWrites("output/tags/a/b.html", "a/b: tag-with-slash.html")
                        .zhibuSays(
                                "content/tag-with-slash.md:5:6: 警告[tag-name] 标签“a/b”不能做文件名，它的网页叫 a~2fb",
                                "换一个标签名；照标签名拼网址的模板链接不到它")
                        .zhibuWrites("tag-with-slash.html", "Slash 2024-01-01 tag-with-slash.html \n<p>Text</p>\n")
                        .zhibuWrites("tags/a~2fb.html", "a/b: tag-with-slash.html \n")
                        .zhibuWrites("tags/index.html", "[a/b]\n"),
                fault("trailing-date", "what follows a date is not looked at")
                        .jbakeWrites("output/trailing-date.html", "Trailing 2024-01-02 ")
                        .zhibuSays(
                                "content/trailing-date.md:2:6: 警告[date-trailing] “2024-01-02 and more”的日期后面还有字，没有用",
                                "写成设置里 date.format 的样子：yyyy-MM-dd")
                        .zhibuWrites("trailing-date.html", "Trailing 2024-01-02 trailing-date.html \n<p>Text</p>\n"),
                fault("two-sources", "of two sources with one address the first is forgotten")
                        .jbakeWrites("output/pair.html", "The Markdown of the pair ")
                        .zhibuSays(
                                "content/pair.html:1:1: 错误[address-taken] 网址“pair.html”已被 content/pair.md:1:1 占用（不分大小写）",
                                "改掉其中一个的标识、标签名或文件名"),
                fault("unknown-status", "a page with a mistyped status is written, but listed nowhere")
                        .jbakeWrites("output/unknown-status.html", "Publish ")
                        .zhibuSays(
                                "content/unknown-status.md:4:8: 警告[status-unknown] 没有“publish”这种状态：网页会写出来，但哪里也不列",
                                "是“published”吗？")
                        .zhibuWrites("unknown-status.html", "Publish 2024-01-01 unknown-status.html \n<p>Text</p>\n"),
                fault("unknown-type", "a page with an unknown type vanishes")
                        .zhibuSays(
                                "content/unknown-type.md:3:6: 错误[type-unknown] 没有“essay”这一类",
                                "可用的有：archive、error404、feed、masterindex、page、post、sitemap、tag、tagsindex"),
                fault("yaml-content", "a template's error is written into the page and published")
                        .jbakeWrites("output/yaml-page.html", "YAML FreeMarker template error")
                        .zhibuSays(
                                "content/yaml-page.yml: 错误[content-unsupported] 不支持这种内容文件，只支持 .md 和 .html",
                                "把内容转成 Markdown，或把文件移出内容文件夹"));
    }
}
