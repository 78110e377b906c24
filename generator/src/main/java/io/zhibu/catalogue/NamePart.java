package io.zhibu.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One half of a name that counts, such as 三抓 of 三抓四比.
 *
 * @param text the half as it is written, with its numeral
 * @param count how many things its numeral says, at least 1
 */
public record NamePart(String text, int count) {
    private static final Pattern NUMERAL = Pattern.compile("[一二三四五六七八九两十]+");
    /** Words in which the numeral counts nothing. */
    private static final Pattern IDLE = Pattern.compile("第[一二三四五六七八九十]+|十[二三四五]五|四史|一线|一体|一致|一把手|统一|唯一|万一|[百千万]");

    /** The halves of a name in their order, which together are the name; none if it has no numeral that counts. */
    public static List<NamePart> of(String name) {
        String counting =
                IDLE.matcher(name).replaceAll(idle -> "　".repeat(idle.group().length()));
        List<NamePart> parts = new ArrayList<>();
        Matcher numerals = NUMERAL.matcher(counting);
        int from = 0;
        int count = 0;
        while (numerals.find()) {
            if (count > 0) {
                parts.add(new NamePart(name.substring(from, numerals.start()), count));
                from = numerals.start();
            }
            count = value(numerals.group());
        }
        if (count > 0) {
            parts.add(new NamePart(name.substring(from), count));
        }
        return List.copyOf(parts);
    }

    private static int value(String numeral) {
        int ten = numeral.indexOf('十');
        if (ten < 0) {
            return numeral.chars().map(NamePart::digit).sum();
        }
        int tens = ten == 0 ? 1 : digit(numeral.charAt(ten - 1));
        return tens * 10 + (ten + 1 < numeral.length() ? digit(numeral.charAt(ten + 1)) : 0);
    }

    private static int digit(int numeral) {
        return numeral == '两' ? 2 : "一二三四五六七八九".indexOf(numeral) + 1;
    }
}
