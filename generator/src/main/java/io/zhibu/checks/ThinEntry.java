package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.schema.Schema;

/** An entry of a type that has several sections tells next to nothing in them. */
final class ThinEntry implements TextCheck {
    private static final int FEWEST = 120;

    @Override
    public void check(Catalogue catalogue, Page page, Texts texts, Diagnostics diagnostics) {
        boolean several = catalogue
                .schemas()
                .type(page.type())
                .map(Schema::sections)
                .filter(sections -> sections.size() > 1)
                .isPresent();
        if (several && texts.han() < FEWEST) {
            diagnostics.notice(
                    page.where(), "thin-entry", "正文只有 " + texts.han() + " 个汉字", "把做法一步一步写出来，别的支部照着做得了；来源只有这些的可以不管");
        }
    }
}
