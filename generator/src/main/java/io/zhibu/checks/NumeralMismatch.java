package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.NamePart;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.List;

/** A name says a number of things, such as 三抓四比, and another number of them is listed. */
final class NumeralMismatch implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Everything.pages(catalogue).forEach(page -> {
            check(page, "method_name", "gloss", "释义", diagnostics);
            check(page, "term", "expansions", "展开", diagnostics);
        });
    }

    private static void check(Page page, String name, String list, String label, Diagnostics diagnostics) {
        List<Value> items = page.fields().list(list);
        String text = page.fields().text(name).orElse("");
        int said = said(text);
        if (said > 1 && !items.isEmpty() && items.size() != said) {
            diagnostics.warning(
                    page.fields().get(list).orElseThrow().where(),
                    "numeral-mismatch",
                    "“" + text + "”的数字合起来是 " + said + "，“" + label + "”列了 " + items.size() + " 项",
                    "补上缺的几项，或合并多出的；名称写错了就改名称");
        }
    }

    /** The sum of the numerals; 0 if there are none or only a 一, which mostly counts nothing. */
    static int said(String name) {
        return NamePart.of(name).stream().mapToInt(NamePart::count).sum();
    }
}
