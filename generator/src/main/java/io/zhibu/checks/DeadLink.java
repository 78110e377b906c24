package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.SourceLink;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Event;
import io.zhibu.page.Page;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A link in the text leads to no page, to no heading, or to nothing that a reader could open. */
final class DeadLink implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        List<String> files = Everything.pages(catalogue)
                .map(page -> page.where().file())
                .sorted()
                .toList();
        Everything.pages(catalogue)
                .forEach(page -> page.body().forEach(event -> {
                    if (event instanceof Event.Start start && start.element() instanceof Event.Link link) {
                        Where where = page.where()
                                .at(link.place().line(), link.place().column());
                        check(page, SourceLink.of(link.target(), page), where, files, catalogue, diagnostics);
                    }
                }));
    }

    private static void check(
            Page page, SourceLink link, Where where, List<String> files, Catalogue catalogue, Diagnostics diagnostics) {
        if (link.kind() == SourceLink.Kind.ABSOLUTE) {
            diagnostics.error(
                    where, "link-absolute", "站内链接不能以 / 开头：“" + link.written() + "”", "写从这个文件出发的路径，如 ../branch/某支部.md");
        } else if (link.kind() == SourceLink.Kind.FOLDER) {
            diagnostics.error(where, "link-folder", "链接指向文件夹：“" + link.written() + "”", "写到文件，如 ../branch/某支部.md");
        } else if (link.kind() == SourceLink.Kind.ENTRY) {
            Optional<Page> target = catalogue.fromFile(link.file());
            if (target.isEmpty()) {
                String hint = Nearest.to(link.file(), files)
                        .map(near -> "是“" + near + "”吗？")
                        .orElse("检查路径：从这个文件所在的文件夹写起");
                diagnostics.error(where, "link-dead", "链接的文件“" + link.written() + "”不存在", hint);
            } else if (catalogue.isShown(page) && !catalogue.isShown(target.get())) {
                diagnostics.error(where, "link-unpublished", "链接的“" + link.written() + "”还没有发布，读者打不开", "发布那一篇，或去掉链接");
            } else {
                anchor(target.get(), link, where, diagnostics);
            }
        } else if (link.kind() == SourceLink.Kind.HERE) {
            anchor(page, link, where, diagnostics);
        }
    }

    private static void anchor(Page target, SourceLink link, Where where, Diagnostics diagnostics) {
        if (link.anchor().isEmpty()) {
            return;
        }
        TreeSet<String> anchors = new TreeSet<>();
        target.body().forEach(event -> {
            if (event instanceof Event.Start start && start.element() instanceof Event.Heading heading) {
                anchors.add(heading.id());
            }
        });
        if (!anchors.contains(link.anchor()) && !link.anchor().startsWith("fn")) {
            diagnostics.error(
                    where,
                    "link-anchor",
                    "“" + target.where().file() + "”里没有“#" + link.anchor() + "”",
                    Nearest.hint(link.anchor(), anchors));
        }
    }
}
