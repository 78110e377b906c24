package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Event;
import io.zhibu.page.Page;

/** A picture in the text says nothing to those who can't see it. */
final class MissingAlt implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Everything.pages(catalogue).filter(MissingAlt::hasPictures).forEach(page -> check(page, diagnostics));
    }

    /** Without a look at the words: hardly any page has pictures. */
    private static boolean hasPictures(Page page) {
        boolean[] found = {false};
        page.body().forEachElement(event -> found[0] |= isPicture(event));
        return found[0];
    }

    private static boolean isPicture(Event event) {
        return event instanceof Event.Start start && start.element() instanceof Event.Image;
    }

    private static void check(Page page, Diagnostics diagnostics) {
        boolean[] said = {false};
        page.body().forEach(event -> {
            if (isPicture(event)) {
                said[0] = false;
            } else if (event instanceof Event.Text text) {
                said[0] |= !text.text().isBlank();
            } else if (event instanceof Event.Code code) {
                said[0] |= !code.text().isBlank();
            } else if (event instanceof Event.End end && end.element() instanceof Event.Image image && !said[0]) {
                diagnostics.warning(
                        page.where().at(image.place().line(), image.place().column()),
                        "picture-alt",
                        "图片“" + image.target() + "”没有替代文字，看不见图的人什么也读不到",
                        "在方括号里写图上有什么，如 ![大坝合龙的工地](helong.jpg)");
            }
        });
    }
}
