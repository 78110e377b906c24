package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Ordering;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Page;
import io.zhibu.page.Value;

/** A character whose strokes nobody has written down stands last in a list by strokes: readers would look for it in vain. */
final class UnknownStrokes implements Check {
    private final Ordering ordering;

    UnknownStrokes(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        for (Ordering.Unplaced one : ordering.unplaced()) {
            diagnostics.notice(
                    place(one.page()),
                    "strokes-unknown",
                    "笔画表里没有“" + one.character() + "”，按笔画排时排在最后",
                    "在 site-config/strokes.txt 加一行：字、总笔画、各笔的笔形（横 1 竖 2 撇 3 点 4 折 5），如“李 7 1234521”");
        }
    }

    private static Where place(Page page) {
        return page.fields()
                .get("name")
                .or(() -> page.fields().get("title"))
                .map(Value::where)
                .orElse(page.where());
    }
}
