package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Schema;
import java.util.List;
import java.util.Optional;

/** A field names an entry that isn't there, is of another type, or isn't published. */
final class DanglingReference implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Suggesting suggesting = new Suggesting(catalogue);
        Everything.pages(catalogue)
                .forEach(page -> Everything.values(catalogue, page, (field, value) -> {
                    if (value instanceof Value.Reference reference) {
                        check(page, field.label(), reference, suggesting, catalogue, diagnostics);
                    }
                }));
    }

    private static void check(
            Page page,
            String label,
            Value.Reference reference,
            Suggesting suggesting,
            Catalogue catalogue,
            Diagnostics diagnostics) {
        Optional<Page> target = catalogue.page(reference.id());
        if (target.isEmpty() && catalogue.isUnread(reference.id())) {
            if (catalogue.isShown(page) && catalogue.isUnfinished(reference.id())) {
                unpublished(label, reference, "是还读不成一篇的草稿", diagnostics);
            }
            return;
        }
        if (target.isEmpty()) {
            diagnostics.error(
                    reference.where(),
                    "reference-missing",
                    "“" + label + "”引用的条目“" + reference.id() + "”不存在",
                    renamed(reference.id(), catalogue)
                            .map(now -> "那一篇改了标识，写 " + now.id())
                            .or(() -> suggesting.called(reference.id()).map(meant -> "这里写标识，不写标题和文件名：" + meant.id()))
                            .or(() -> suggesting
                                    .near(reference.id(), () -> ids(reference.type(), catalogue))
                                    .map(near -> "是“" + near + "”吗？"))
                            .orElse(
                                    reference.id().matches(".*[\\s，、；].*")
                                            ? "方括号和隔开几个标识的逗号都用半角，如 [甲, 乙]"
                                            : "写那一篇头信息里的 id；还没有那一篇就先写它"));
        } else if (!reference.type().isEmpty() && !target.get().type().equals(reference.type())) {
            diagnostics.error(
                    reference.where(),
                    "reference-type",
                    "“" + label + "”应引用" + named(reference.type(), catalogue) + "，“" + reference.id() + "”是"
                            + named(target.get().type(), catalogue),
                    "改成一个" + named(reference.type(), catalogue) + "的 id");
        } else if (catalogue.isShown(page) && catalogue.isRestricted(target.get())) {
            diagnostics.notice(
                    reference.where(),
                    "reference-restricted",
                    "“" + label + "”引用的“" + reference.id() + "”只给“"
                            + target.get().restriction() + "”看，这里的页面上没有链接，至多有名称",
                    "不该露出名称的，删去这一处引用");
        } else if (catalogue.isShown(page) && !catalogue.isShown(target.get())) {
            unpublished(label, reference, "还没有发布", diagnostics);
        }
    }

    private static void unpublished(String label, Value.Reference reference, String why, Diagnostics diagnostics) {
        diagnostics.warning(
                reference.where(),
                "reference-unpublished",
                "“" + label + "”引用的“" + reference.id() + "”" + why + "，页面上不会有这个链接",
                "发布那一篇，或先不引用");
    }

    private static List<String> ids(String type, Catalogue catalogue) {
        return Everything.pages(catalogue)
                .filter(other -> type.isEmpty() || other.type().equals(type))
                .map(Page::id)
                .sorted()
                .toList();
    }

    private static Optional<Page> renamed(String id, Catalogue catalogue) {
        return Everything.pages(catalogue)
                .filter(page -> page.fields().list("former_ids").stream()
                        .anyMatch(former ->
                                former.text().equals(id) || former.text().endsWith("/" + id)))
                .findFirst();
    }

    private static String named(String type, Catalogue catalogue) {
        return catalogue.schemas().type(type).map(Schema::label).orElse(type);
    }
}
