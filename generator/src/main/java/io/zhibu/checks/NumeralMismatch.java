package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name says a number of things, such as 三抓四比, and another number of them is listed. */
final class NumeralMismatch implements Check {
    private static final Pattern NUMERAL = Pattern.compile("[一二三四五六七八九两十]+");
    /** Words in which the numeral counts nothing. */
    private static final Pattern IDLE = Pattern.compile("第[一二三四五六七八九十]+|十[二三四五]五|四史|一线|一体|一致|一把手|统一|唯一|万一|[百千万]");

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
        int sum = 0;
        Matcher numerals = NUMERAL.matcher(IDLE.matcher(name).replaceAll(""));
        while (numerals.find()) {
            sum += value(numerals.group());
        }
        return sum;
    }

    private static int value(String numeral) {
        int ten = numeral.indexOf('十');
        if (ten < 0) {
            return numeral.chars().map(NumeralMismatch::digit).sum();
        }
        int tens = ten == 0 ? 1 : digit(numeral.charAt(ten - 1));
        return tens * 10 + (ten + 1 < numeral.length() ? digit(numeral.charAt(ten + 1)) : 0);
    }

    private static int digit(int numeral) {
        return numeral == '两' ? 2 : "一二三四五六七八九".indexOf(numeral) + 1;
    }
}
