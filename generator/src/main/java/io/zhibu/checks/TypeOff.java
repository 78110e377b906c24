package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.page.Status;
import io.zhibu.schema.Schema;
import java.util.Comparator;
import java.util.List;

/** Entries were written of a type that the site does without: nothing of them vanishes unsaid. */
final class TypeOff implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        catalogue.schemas().types().stream()
                .filter(type -> !type.shown())
                .forEach(type -> check(type, catalogue, diagnostics));
    }

    private static void check(Schema type, Catalogue catalogue, Diagnostics diagnostics) {
        List<Page> pages = catalogue.withheld().stream()
                .filter(page -> page.type().equals(type.key()) && page.heading().status() == Status.PUBLISHED)
                .sorted(Comparator.comparing(page -> page.where().file()))
                .toList();
        if (!pages.isEmpty()) {
            diagnostics.notice(
                    pages.get(0).where(),
                    "type-off",
                    "站点设置关闭了“" + type.label() + "”，已发布的 " + pages.size() + " 条不出网页",
                    "要出就从 types.off 里删去 " + type.key());
        }
    }
}
