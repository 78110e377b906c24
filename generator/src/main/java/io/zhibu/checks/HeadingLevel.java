package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Event;
import io.zhibu.page.Page;

/** A heading of the text is as high as the title, or lower than the one before it by more than one level. */
final class HeadingLevel implements Check {
    private static final String[] LEVELS = {"", "一", "二", "三", "四", "五", "六"};

    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Everything.pages(catalogue).forEach(page -> check(page, diagnostics));
    }

    private static void check(Page page, Diagnostics diagnostics) {
        int[] above = {1};
        StringBuilder words = new StringBuilder();
        page.body().forEachElement(event -> {
            if (event instanceof Event.Start start && start.element() instanceof Event.Heading) {
                words.setLength(0);
            } else if (event instanceof Event.Text text) {
                words.append(text.text());
            } else if (event instanceof Event.End end && end.element() instanceof Event.Heading heading) {
                heading(page, heading, words.toString(), above[0], diagnostics);
                above[0] = heading.level();
            }
        });
    }

    private static void heading(Page page, Event.Heading heading, String words, int above, Diagnostics diagnostics) {
        Where where = page.where().at(heading.place().line(), heading.place().column());
        if (heading.level() == 1) {
            diagnostics.warning(
                    where,
                    "heading-first",
                    "正文里有一级标题“" + words + "”，与大标题同级",
                    "大标题由头信息的 title 来，这里改为：## " + words + "，下级标题各加一个 #");
        } else if (heading.level() > above + 1) {
            diagnostics.warning(
                    where,
                    "heading-skipped",
                    "标题从" + LEVELS[above] + "级跳到" + LEVELS[heading.level()] + "级，中间缺一级",
                    "改为：" + "#".repeat(above + 1) + " " + words);
        }
    }
}
