package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.schema.Schema;

/** An entry of a type that has several sections tells next to nothing in them. */
final class ThinEntry implements Check {
    private static final int FEWEST = 120;

    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Everything.pages(catalogue)
                .filter(page -> catalogue
                        .schemas()
                        .type(page.type())
                        .map(Schema::sections)
                        .filter(sections -> sections.size() > 1)
                        .isPresent())
                .forEach(page -> check(page, diagnostics));
    }

    private static void check(Page page, Diagnostics diagnostics) {
        long han = page.body()
                .plainText()
                .codePoints()
                .filter(Character::isIdeographic)
                .count();
        if (han < FEWEST) {
            diagnostics.notice(page.where(), "thin-entry", "正文只有 " + han + " 个汉字", "把做法一步一步写出来，别的支部照着做得了；来源只有这些的可以不管");
        }
    }
}
