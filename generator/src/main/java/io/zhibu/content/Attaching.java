package io.zhibu.content;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Event;
import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.unicode.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the files that an entry shows or offers, by what its fields and its text name. */
final class Attaching {
    private final SortedMap<String, Path> files;
    private final long largest;

    /**
     * @param files by path from the site's root
     * @param largest bytes above which a file is too large to be served to everyone
     */
    Attaching(SortedMap<String, Path> files, long largest) {
        this.files = files;
        this.largest = largest;
    }

    Outcome<Page> attach(Page page) {
        Diagnostics diagnostics = new Diagnostics();
        SortedMap<String, Where> named = new TreeMap<>();
        fields(page.fields(), named);
        page.body().forEachElement(event -> {
            if (event instanceof Event.Start start && start.element() instanceof Event.Image image) {
                add(image.target(), image.place(), page, named);
            } else if (event instanceof Event.Start start && start.element() instanceof Event.Link link) {
                add(link.target(), link.place(), page, named);
            }
        });
        String folder = page.where().file().substring(0, page.where().file().lastIndexOf('/') + 1);
        List<Page.Attached> attached = new ArrayList<>();
        named.forEach((path, where) -> {
            Path file = files.get(folder + path);
            if (file == null) {
                missing(path, folder, where, diagnostics);
            } else {
                attached.add(new Page.Attached(path, size(file, path, where, diagnostics), where));
            }
        });
        return Outcome.of(new Page(page.heading(), page.fields(), page.body(), attached), diagnostics);
    }

    private static void fields(Fields fields, SortedMap<String, Where> named) {
        fields.all().values().forEach(value -> value(value, named));
    }

    private static void value(Value value, SortedMap<String, Where> named) {
        if (value instanceof Value.Many many) {
            many.values().forEach(one -> value(one, named));
        } else if (value instanceof Value.Asset asset) {
            named.putIfAbsent(asset.path(), asset.where());
        } else if (value instanceof Value.Record record) {
            fields(record.fields(), named);
        }
    }

    private static void add(String target, Event.Place place, Page page, SortedMap<String, Where> named) {
        String path = target.substring(0, end(target));
        boolean local = !path.isEmpty() && !path.contains(":") && !path.startsWith("/") && !path.startsWith("..");
        if (local && !path.endsWith(".md") && !path.endsWith("/")) {
            named.putIfAbsent(Spelling.bare(decoded(path)), page.where().at(place.line(), place.column()));
        }
    }

    /** Where the path ends and a query or an anchor begins. */
    private static int end(String target) {
        int query = target.indexOf('?');
        int hash = target.indexOf('#');
        return Math.min(query < 0 ? target.length() : query, hash < 0 ? target.length() : hash);
    }

    private static String decoded(String path) {
        try {
            return path.indexOf('%') < 0 ? path : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }

    private void missing(String path, String folder, Where where, Diagnostics diagnostics) {
        List<String> beside = files.tailMap(folder).keySet().stream()
                .takeWhile(name -> name.startsWith(folder))
                .map(name -> name.substring(folder.length()))
                .toList();
        String hint = Nearest.to(path, beside)
                .map(near -> "是“" + near + "”吗？")
                .orElse(path.contains("\\") ? "文件夹之间用 / 隔开，不用 \\" : "把文件放到这一篇旁边，文件名与这里写的一致；链接别的条目时写它的 .md 文件");
        diagnostics.error(where, "asset-missing", "找不到文件“" + path + "”", hint);
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
