package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Event;
import io.zhibu.page.Page;
import io.zhibu.page.Value;

/** Marks that an entry began with, where something is still to be written: readers would see them. */
final class Unwritten implements TextCheck {
    private static final String MARK = "待写";

    @Override
    public void check(Catalogue catalogue, Page page, Texts texts, Diagnostics diagnostics) {
        Everything.values(catalogue, page, (field, value) -> {
            if (value instanceof Value.Text text && text.text().equals(MARK)) {
                diagnostics.error(value.where(), "unwritten", "“" + field.label() + "”还是“待写”", "写上内容；这一项可以不写的，删去这一行");
            }
        });
        // Only few pages hold the word at all.
        if (texts.joined().indexOf(MARK) >= 0) {
            text(page, diagnostics);
        }
    }

    private static void text(Page page, Diagnostics diagnostics) {
        int[] marks = {0};
        page.body().forEach(event -> {
            if (event instanceof Event.Text text
                    && (text.text().equals(MARK) || text.text().startsWith(MARK + "："))) {
                marks[0]++;
            }
        });
        if (marks[0] > 0) {
            diagnostics.error(page.where(), "unwritten", "正文里还有 " + marks[0] + " 处“待写”", "查找“待写”，写上内容，或删去那一段");
        }
    }
}
