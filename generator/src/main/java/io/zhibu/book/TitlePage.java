package io.zhibu.book;

import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.time.LocalDate;
import java.util.List;
import org.w3c.dom.Element;

/**
 * What a book says of itself before it begins.
 *
 * @param series name of the site
 * @param today of the making
 */
record TitlePage(String series, Page collection, List<Page> chapters, LocalDate today) {
    TitlePage {
        chapters = List.copyOf(chapters);
    }

    void cover(Sheet sheet, Element cover) {
        sheet.add(cover, "p", "series", series);
        sheet.add(cover, "div", "rule", "");
        named(sheet, sheet.add(cover, "p", collection.title().length() > 10 ? "name long" : "name"), collection);
        collection.fields().text("summary").ifPresent(summary -> sheet.add(cover, "p", "about", summary));
    }

    void imprint(Sheet sheet, Element foot) {
        collection
                .fields()
                .first("unit", Value.Term.class)
                .map(Value.Term::label)
                .ifPresent(name -> sheet.add(foot, "p", "unit", name));
        sheet.add(
                foot, "p", "", today.getYear() + " 年 " + today.getMonthValue() + " 月 " + today.getDayOfMonth() + " 日印");
        sheet.add(foot, "p", "small", scope());
    }

    /** How much of the book is made up. */
    private String scope() {
        long samples = chapters.stream().filter(Page::sample).count();
        return "共 " + chapters.size() + " 篇" + (samples == 0 ? "" : "，其中示例 " + samples + " 篇；标“示例”的单位、支部与数字均为虚构");
    }

    /** The title of a page, and beside it what readers must know of it. */
    static void named(Sheet sheet, Element line, Page page) {
        sheet.text(line, page.title());
        if (page.sample()) {
            sheet.add(line, "span", "badge", "示例");
        }
        if (!page.restriction().isEmpty()) {
            sheet.add(line, "span", "badge", page.restriction());
        }
    }
}
