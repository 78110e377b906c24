package io.zhibu.content;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.ByName;
import io.zhibu.page.Event;
import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.SourceLink;
import io.zhibu.page.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the files that an entry shows or offers, by what its fields and its text name. */
final class Attaching {
    private final SortedMap<String, Path> files;
    private final Set<String> entries;
    private final ByName known;
    private final long largest;

    /** What names a file, and as what the editor wrote it; whether as a link's target. */
    private record Named(String written, boolean link, Where where) {}

    /**
     * @param files by path from the site's root
     * @param entries files that are entries, by path from the site's root
     * @param known all entries that could be read
     * @param largest bytes above which a file is too large to be served to everyone
     */
    Attaching(SortedMap<String, Path> files, Set<String> entries, ByName known, long largest) {
        this.files = files;
        this.entries = entries;
        this.known = known;
        this.largest = largest;
    }

    Outcome<Page> attach(Page page) {
        Diagnostics diagnostics = new Diagnostics();
        SortedMap<String, Named> named = new TreeMap<>();
        fields(page.fields(), named);
        page.body().forEachElement(event -> {
            if (event instanceof Event.Start start && start.element() instanceof Event.Image image) {
                add(image.target(), false, image.place(), page, named);
            } else if (event instanceof Event.Start start && start.element() instanceof Event.Link link) {
                add(link.target(), true, link.place(), page, named);
            } else if (event instanceof Event.Html html && html.leading() != Event.Leading.NOWHERE) {
                add(html.target(), html.leading() == Event.Leading.LINK, html.place(), page, named);
            }
        });
        String folder = page.where().file().substring(0, page.where().file().lastIndexOf('/') + 1);
        List<Page.Attached> attached = new ArrayList<>();
        named.forEach((path, name) -> {
            Path file = files.get(folder + path);
            if (file == null) {
                missing(path, page, name, diagnostics);
            } else {
                attached.add(new Page.Attached(path, size(file, path, name.where(), diagnostics), name.where()));
            }
        });
        return Outcome.of(new Page(page.heading(), page.fields(), page.body(), attached), diagnostics);
    }

    private static void fields(Fields fields, SortedMap<String, Named> named) {
        fields.all().values().forEach(value -> value(value, named));
    }

    private static void value(Value value, SortedMap<String, Named> named) {
        if (value instanceof Value.Many many) {
            many.values().forEach(one -> value(one, named));
        } else if (value instanceof Value.Asset asset) {
            named.putIfAbsent(asset.path(), new Named(asset.path(), false, asset.where()));
        } else if (value instanceof Value.Record record) {
            fields(record.fields(), named);
        }
    }

    private static void add(String target, boolean link, Event.Place place, Page page, SortedMap<String, Named> named) {
        SourceLink.of(target, page)
                .beside(page)
                .ifPresent(path -> named.putIfAbsent(
                        path, new Named(target, link, page.where().at(place.line(), place.column()))));
    }

    private void missing(String path, Page page, Named named, Diagnostics diagnostics) {
        String folder = page.where().file().substring(0, page.where().file().lastIndexOf('/') + 1);
        Optional<Page> meant = named.link() ? known.page(path.substring(path.lastIndexOf('/') + 1)) : Optional.empty();
        String source = folder + path.replaceFirst("(\\.html?)?$", ".md");
        if (entries.contains(source)) {
            diagnostics.error(
                    named.where(),
                    "link-dead",
                    "“" + named.written() + "”是网页的名字，不是文章的文件",
                    "写成“" + source.substring(folder.length()) + "”，生成时会换成网页的地址");
        } else if (meant.isPresent()) {
            diagnostics.error(
                    named.where(),
                    "link-dead",
                    "“" + named.written() + "”是一篇文章的名称或标识，不是它的文件",
                    "写成“" + SourceLink.to(page, meant.get().where().file())
                            + SourceLink.of(named.written(), page).suffix() + "”");
        } else if (isFolder(folder + path + "/")) {
            diagnostics.error(
                    named.where(), "link-folder", "链接指向文件夹：“" + named.written() + "”", "写到文件，如 " + path + "/某文件.pdf");
        } else if (!path.startsWith("\\")) {
            // What begins so is a path on somebody's own computer, and told with the links.
            diagnostics.error(
                    named.where(),
                    "asset-missing",
                    "找不到文件“" + called(path, folder, named) + "”",
                    hint(path, folder, named));
        }
    }

    private boolean isFolder(String path) {
        return !files.subMap(path, path + Character.MAX_VALUE).isEmpty()
                || entries.stream().anyMatch(entry -> entry.startsWith(path));
    }

    /** With what a browser takes for a question or a place, if a file is called so. */
    private String called(String path, String folder, Named named) {
        String name = SourceLink.plain(named.written()).orElse(path);
        return files.containsKey(folder + name) ? name : path;
    }

    private String hint(String path, String folder, Named named) {
        if (path.contains("\\")) {
            return "文件夹之间用 / 隔开，不用 \\：写成“" + path.replace('\\', '/') + "”";
        }
        SortedMap<String, Path> beside = files.subMap(folder, folder + Character.MAX_VALUE);
        String name = SourceLink.plain(named.written()).orElse(path);
        if (beside.containsKey(folder + name)) {
            return "文件名里的 ? 和 # 在网址里另有意思：写成“" + name.replace("?", "%3F").replace("#", "%23") + "”，或给文件改名";
        }
        List<String> names = beside.keySet().stream()
                .map(file -> file.substring(folder.length()))
                .toList();
        return Nearest.to(path, names)
                .map(near -> "是“" + near + "”吗？")
                .orElse("把文件放到这一篇旁边，文件名与这里写的一致；链接别的条目时写它的 .md 文件");
    }

    private long size(Path file, String path, Where where, Diagnostics diagnostics) {
        try {
            long size = Files.size(file);
            if (size > largest) {
                diagnostics.warning(
                        where,
                        "asset-large",
                        "“" + path + "”有 " + (size + 1023) / 1024 + " KB，超过 " + largest / 1024 + " KB",
                        "缩小图片或压缩附件；确实要这么大，在设置里改 asset.max_kilobytes");
            }
            return size;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
