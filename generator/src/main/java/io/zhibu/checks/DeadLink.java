package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Event;
import io.zhibu.page.Page;
import io.zhibu.page.SourceLink;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A link in the text leads to no page, to no heading, or to nothing that a reader could open. */
final class DeadLink implements Check {
    /** What a picture in the writer's own HTML asks another host for. */
    private static final Pattern ASKED = Pattern.compile(
            "(?i)<(?:img|source)\\b[^>]{0,2000}?\\ssrc(?:set)?\\s*=\\s*[\"']?\\s*((?:https?:)?//[^\\s\"'>]*)");

    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        List<String> files = Everything.pages(catalogue)
                .map(page -> page.where().file())
                .sorted()
                .toList();
        Suggesting suggesting = new Suggesting(catalogue);
        Everything.pages(catalogue)
                .forEach(page -> page.body().forEachElement(event -> {
                    if (event instanceof Event.Start start && start.element() instanceof Event.Link link) {
                        link(page, link.target(), link.place(), files, suggesting, catalogue, diagnostics);
                    } else if (event instanceof Event.Start start && start.element() instanceof Event.Image image) {
                        picture(page, image.target(), image.place(), diagnostics);
                    } else if (event instanceof Event.Html html && html.leading() == Event.Leading.LINK) {
                        link(page, html.target(), html.place(), files, suggesting, catalogue, diagnostics);
                    } else if (event instanceof Event.Html html && html.leading() == Event.Leading.IMAGE) {
                        picture(page, html.target(), html.place(), diagnostics);
                    } else if (event instanceof Event.Html html) {
                        Matcher asked = ASKED.matcher(html.html());
                        if (asked.find()) {
                            elsewhere(asked.group(1), where(page, html.place()), diagnostics);
                        }
                    }
                }));
    }

    private static Where where(Page page, Event.Place place) {
        return page.where().at(place.line(), place.column());
    }

    private static void link(
            Page page,
            String target,
            Event.Place place,
            List<String> files,
            Suggesting suggesting,
            Catalogue catalogue,
            Diagnostics diagnostics) {
        SourceLink link = SourceLink.of(target, page);
        if (!isMistyped(link, where(page, place), diagnostics)) {
            check(page, link, where(page, place), files, suggesting, catalogue, diagnostics);
        }
    }

    /** Nothing, or an address on the web that lacks what makes it one. */
    private static boolean isMistyped(SourceLink link, Where where, Diagnostics diagnostics) {
        String written = link.written().strip();
        switch (link.kind()) {
            case EMPTY ->
                diagnostics.error(
                        where, "link-empty", "这里没有写网址或文件", "在圆括号里写网址或文件名（HTML 写在 href、src 里）；不是链接也不是图片，就去掉这一处的写法，只留文字");
            case FULL_WIDTH ->
                diagnostics.error(
                        where,
                        "link-fullwidth",
                        "网址“" + written + "”里的冒号是全角的，打不开",
                        "写成“" + written.replaceFirst("：", ":").replace('／', '/') + "”");
            case HOST ->
                diagnostics.error(
                        where, "link-scheme-missing", "网址“" + written + "”前面缺 https://", "写成“https://" + written + "”");
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void check(
            Page page,
            SourceLink link,
            Where where,
            List<String> files,
            Suggesting suggesting,
            Catalogue catalogue,
            Diagnostics diagnostics) {
        if (link.kind() == SourceLink.Kind.ABSOLUTE) {
            diagnostics.error(
                    where, "link-absolute", "站内链接不能以 / 开头：“" + link.written() + "”", "写从这个文件出发的路径，如 ../branch/某支部.md");
        } else if (link.kind() == SourceLink.Kind.FOLDER) {
            folder(link, where, diagnostics);
        } else if (link.kind() == SourceLink.Kind.ENTRY) {
            Optional<Page> target = catalogue.fromFile(link.file());
            if (target.isEmpty()) {
                if (catalogue.isUnfinished(link.file())) {
                    if (catalogue.isShown(page)) {
                        diagnostics.error(
                                where,
                                "link-unpublished",
                                "链接的“" + link.written() + "”是还读不成一篇的草稿，读者打不开",
                                "改好并发布那一篇，或去掉链接");
                    }
                } else if (!catalogue.isUnread(link.file())) {
                    dead(page, link, where, files, suggesting, diagnostics);
                }
            } else if (catalogue.isShown(page) && catalogue.isRestricted(target.get())) {
                diagnostics.warning(
                        where,
                        "link-restricted",
                        "链接的“" + link.written() + "”只给“" + target.get().restriction() + "”看，这里的读者打不开，页面上只有文字，没有链接",
                        "去掉链接；谁都可以看的，把那一篇的 access 改宽");
            } else if (catalogue.isShown(page) && !catalogue.isShown(target.get())) {
                diagnostics.error(where, "link-unpublished", "链接的“" + link.written() + "”还没有发布，读者打不开", "发布那一篇，或去掉链接");
            } else {
                anchor(target.get(), link, where, diagnostics);
            }
        } else if (link.kind() == SourceLink.Kind.HERE) {
            anchor(page, link, where, diagnostics);
        } else if (isOnOneDisk(link)) {
            local(link, where, diagnostics);
        } else if (link.kind() == SourceLink.Kind.ASSET && isOutside(page, link)) {
            String source = link.file().replaceFirst("(\\.html?)?$", ".md");
            if (files.stream().anyMatch(file -> file.startsWith(link.file() + "/"))) {
                folder(link, where, diagnostics);
            } else if (catalogue.fromFile(source).isPresent()) {
                diagnostics.error(
                        where,
                        "link-dead",
                        "“" + link.written() + "”是网页的名字，不是文章的文件",
                        "写成“" + SourceLink.to(page, source) + "”，生成时会换成网页的地址");
            } else {
                outside(page, link, where, suggesting, diagnostics);
            }
        }
    }

    private static void picture(Page page, String target, Event.Place place, Diagnostics diagnostics) {
        SourceLink link = SourceLink.of(target, page);
        Where where = where(page, place);
        if (isMistyped(link, where, diagnostics)) {
            return;
        }
        if (link.kind() == SourceLink.Kind.FOLDER) {
            diagnostics.error(where, "link-folder", "图片写成了文件夹：“" + link.written() + "”", "写到文件，如 图片.jpg");
        } else if (link.kind() == SourceLink.Kind.ENTRY) {
            diagnostics.error(where, "picture-entry", "图片写成了文章的文件：“" + link.written() + "”", "链接文章去掉前面的感叹号；图片写它的文件名");
        } else if (link.kind() == SourceLink.Kind.HERE) {
            diagnostics.error(where, "link-empty", "图片写成了本页里的位置：“" + link.written() + "”", "写图片的文件名");
        } else if (link.kind() == SourceLink.Kind.ABSOLUTE) {
            diagnostics.error(where, "link-absolute", "图片不能以 / 开头：“" + link.written() + "”", "把图片放到这一篇旁边，写文件名即可");
        } else if (isOnOneDisk(link)) {
            local(link, where, diagnostics);
        } else if (link.kind() == SourceLink.Kind.ASSET && isOutside(page, link)) {
            outside(link, where, diagnostics);
        } else if (link.kind() == SourceLink.Kind.ELSEWHERE) {
            elsewhere(link.written(), where, diagnostics);
        }
    }

    private static void folder(SourceLink link, Where where, Diagnostics diagnostics) {
        diagnostics.error(where, "link-folder", "链接指向文件夹：“" + link.written() + "”", "写到文件，如 ../branch/某支部.md");
    }

    private static void elsewhere(String written, Where where, Diagnostics diagnostics) {
        diagnostics.error(
                where, "picture-elsewhere", "图片在别的网站上：“" + written + "”，断了网就看不到", "有权转用的，把图片存到这一篇旁边，写文件名；没有的，改成链接");
    }

    private static void dead(
            Page page,
            SourceLink link,
            Where where,
            List<String> files,
            Suggesting suggesting,
            Diagnostics diagnostics) {
        Optional<Page> called = suggesting.called(name(link.file()));
        if (called.isPresent()) {
            diagnostics.error(
                    where,
                    "link-dead",
                    "链接的文件“" + link.written() + "”不存在",
                    "写成“" + SourceLink.to(page, called.get().where().file()) + link.suffix() + "”");
            return;
        }
        // By the name alone: folders that agree would make any two names near.
        String name = name(link.file());
        String hint = suggesting
                .near(
                        link.file(),
                        () -> files.stream()
                                .filter(file ->
                                        Nearest.to(name, List.of(name(file))).isPresent())
                                .toList())
                .map(file -> "是“" + SourceLink.to(page, file) + "”吗？")
                .orElse("检查路径：从这个文件所在的文件夹写起");
        if (link.written().contains("\\")) {
            hint = "文件夹之间用 / 隔开，不用 \\：写成“" + link.written().replace('\\', '/') + "”";
        }
        diagnostics.error(where, "link-dead", "链接的文件“" + link.written() + "”不存在", hint);
    }

    private static void outside(
            Page page, SourceLink link, Where where, Suggesting suggesting, Diagnostics diagnostics) {
        Optional<Page> called = suggesting.called(name(link.file()));
        if (called.isPresent()) {
            diagnostics.error(
                    where,
                    "link-dead",
                    "“" + link.written() + "”是一篇文章的名称或标识，不是它的文件",
                    "写成“" + SourceLink.to(page, called.get().where().file()) + link.suffix() + "”");
        } else {
            outside(link, where, diagnostics);
        }
    }

    private static void outside(SourceLink link, Where where, Diagnostics diagnostics) {
        diagnostics.error(
                where, "path-outside", "“" + link.written() + "”不在这一篇的文件夹里", "把文件放到这一篇旁边，写文件名即可；别的条目写它的 .md 文件");
    }

    /** A drive's letter reads like a scheme. */
    private static boolean isOnOneDisk(SourceLink link) {
        return link.written().startsWith("\\")
                || link.kind() == SourceLink.Kind.ELSEWHERE && link.written().matches("(?i)([a-z]:[^:]|file:).*");
    }

    private static void local(SourceLink link, Where where, Diagnostics diagnostics) {
        diagnostics.error(
                where, "link-local", "“" + link.written() + "”是自己电脑上的路径，别人打不开", "把文件放到这一篇旁边，写文件名即可；别的条目写它的 .md 文件");
    }

    private static boolean isOutside(Page page, SourceLink link) {
        return link.beside(page).isEmpty();
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static void anchor(Page target, SourceLink link, Where where, Diagnostics diagnostics) {
        // Every browser takes "top" for the page's beginning.
        if (link.anchor().isEmpty() || link.anchor().equals("top")) {
            return;
        }
        Set<String> anchors = target.body().anchors();
        if (!anchors.contains(link.anchor()) && !link.anchor().startsWith("fn")) {
            diagnostics.error(
                    where,
                    "link-anchor",
                    "“" + target.where().file() + "”里没有“#" + link.anchor() + "”",
                    Nearest.hint(link.anchor(), anchors));
        }
    }
}
