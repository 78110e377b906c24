package io.zhibu;

import java.util.Map;
import java.util.stream.Stream;

/**
 * One thing that JBake 2.7.0 does and that nobody wants: the case's folder, the harm, and the beginnings of what JBake
 * writes because of it. A case without any written file is a page that is dropped with nothing but a line in the log.
 */
record JBakeFault(String name, String harm, Map<String, String> written) {

    /** In the order of their names. */
    static Stream<JBakeFault> all() {
        return Stream.of(
                new JBakeFault(
                        "apostrophe",
                        "the folder's name ends up in a query as it is, and the bake fails after writing the page",
                        Map.of("output/it's/page.html", "Apostrophe 2024-01-01 it's/page.html ../")),
                new JBakeFault(
                        "bad-date",
                        "a date that can't be read silently becomes the file's modification time",
                        Map.of("output/bad-date.html", "Bad date 2024-06-07 ")),
                dropped("bad-header", "a header line without an equals sign makes the page vanish"),
                dropped(
                        "capital-key",
                        "Title, Type and Status are other keys than title, type and status, only DATE is not"),
                new JBakeFault(
                        "empty-body",
                        "a page without a body shows its header instead",
                        Map.of(
                                "output/empty-body.html",
                                "Empty body 2024-01-01 empty-body.html \n<p>title=Empty body")),
                dropped("empty-file", "an empty page vanishes"),
                new JBakeFault(
                        "empty-tag",
                        "no tag at all is a tag with an empty name and a page",
                        Map.of(
                                "output/empty-tag.html", "Empty ",
                                "output/tags/.html", ": empty-tag.html empty-tag-between.html ")),
                new JBakeFault(
                        "empty-tag-between",
                        "so is nothing between two commas",
                        Map.of(
                                "output/empty-tag-between.html", "Between ",
                                "output/tags/left.html", "left: empty-tag-between.html",
                                "output/tags/right.html", "right: empty-tag-between.html")),
                new JBakeFault(
                        "encoded-name",
                        "files are named with percent signs on the disk, so no link reaches them, but folders are not",
                        Map.of(
                                "output/%E6%A1%88%E4%BE%8B+%E4%B8%80.html",
                                "Chinese and space 2024-01-01 %E6%A1%88%E4%BE%8B+%E4%B8%80.html",
                                "output/C%2B%2B+%26+100%25.html",
                                "Signs 2024-01-01 C%2B%2B+%26+100%25.html",
                                "output/支部 目录/%E5%86%85%E9%A1%B5.html",
                                "Folder 2024-01-01 支部 目录/%E5%86%85%E9%A1%B5.html ../")),
                new JBakeFault(
                        "full-width-comma",
                        "a list with full-width commas is one tag",
                        Map.of(
                                "output/full-width-comma.html", "Comma ",
                                "output/tags/党建，防汛.html", "党建，防汛: full-width-comma.html")),
                new JBakeFault(
                        "gbk",
                        "a file in another encoding is published as question marks",
                        Map.of("output/gbk.html", "\ufffd\ufffd\u0474")),
                new JBakeFault(
                        "lenient-date",
                        "the 45th day of the 13th month is a day in the next year",
                        Map.of("output/lenient-date.html", "Lenient date 2025-02-14 ")),
                new JBakeFault(
                        "linked-folder",
                        "a symbolic link is followed out of the content",
                        Map.of("output/linked/secret.html", "Secret ")),
                new JBakeFault(
                        "missing-date",
                        "a page without a date takes the file's modification time, which no checkout keeps",
                        Map.of("output/missing-date.html", "Missing date 2024-06-07 ")),
                new JBakeFault(
                        "missing-engine",
                        "a page in a markup that is not installed is published with an excuse and a path of the machine",
                        Map.of("output/asciidoc.html", "Rendering engine missing ")),
                dropped("no-header", "a page without a header vanishes unless the settings give a type"),
                dropped("no-type", "so does a page that does not name its type"),
                new JBakeFault(
                        "page-over-asset",
                        "an asset silently covers a page with the same address",
                        Map.of("output/covered.html", "the asset")),
                new JBakeFault(
                        "page-over-index",
                        "the index silently covers a page with the same address",
                        Map.of("output/index.html", "index")),
                new JBakeFault(
                        "reserved-key",
                        "a header that sets what JBake computes is ignored without a word",
                        Map.of("output/reserved-key.html", "Reserved 2024-01-01 reserved-key.html \n<p>Text")),
                dropped("short-separator", "a separator with one sign less makes the page vanish"),
                dropped("spaced-separator", "a separator followed by a space makes the page vanish"),
                new JBakeFault(
                        "tag-dots",
                        "two dots are a tag with a page",
                        Map.of("output/tag-dots.html", "Dots ", "output/tags/...html", "..: tag-dots.html")),
                new JBakeFault(
                        "tag-named-index",
                        "the page of a tag called index is covered by the tags' own index",
                        Map.of("output/tag-named-index.html", "Index ")),
                new JBakeFault(
                        "tag-that-escapes",
                        "a tag writes outside the output folder",
                        Map.of(
                                "output/tag-that-escapes.html", "Escape ",
                                "ESCAPED.html", "../../ESCAPED: tag-that-escapes.html")),
                new JBakeFault(
                        "tag-with-slash",
                        "a slash in a tag makes a folder",
                        Map.of(
                                "output/tag-with-slash.html", "Slash ",
                                "output/tags/a/b.html", "a/b: tag-with-slash.html")),
                new JBakeFault(
                        "trailing-date",
                        "what follows a date is not looked at",
                        Map.of("output/trailing-date.html", "Trailing 2024-01-02 ")),
                new JBakeFault(
                        "two-sources",
                        "of two sources with one address the first is forgotten",
                        Map.of("output/pair.html", "The Markdown of the pair ")),
                new JBakeFault(
                        "unknown-status",
                        "a page with a mistyped status is written, but listed nowhere",
                        Map.of("output/unknown-status.html", "Publish ")),
                dropped("unknown-type", "a page with an unknown type vanishes"),
                new JBakeFault(
                        "yaml-content",
                        "a template's error is written into the page and published",
                        Map.of("output/yaml-page.html", "YAML FreeMarker template error")));
    }

    private static JBakeFault dropped(String name, String harm) {
        return new JBakeFault(name, harm, Map.of());
    }
}
