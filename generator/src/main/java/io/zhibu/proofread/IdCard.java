package io.zhibu.proofread;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The number of an identity card: 18 characters whose last one checks the others, as GB 11643 has it, and a day of birth that exists. */
final class IdCard implements Rule {
    private static final String G = Digits.GAP;
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z*])[1-9]\\d{5}" + G + "(?:19|20)\\d{2}" + G
            + "[01]\\d" + "[0-3]\\d" + G + "\\d{3}[\\dXx](?![0-9A-Za-z*])");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final Set<String> PROVINCES = Set.of(
            ("11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91")
                    .split(" "));

    @Override
    public void look(Script script, Findings findings) {
        String view = script.half();
        for (MatchResult found : script.numbers(NUMBER)) {
            String number = Digits.only(found.group());
            if (is(number) && !isOrganisation(view, found, number)) {
                findings.error(
                        "id-card",
                        found.start(),
                        "写着身份证号 " + Digits.masked(number) + "，不能公开",
                        "删去；确实要留，只留前几位，其余写 *，如 " + Digits.masked(number));
            }
        }
    }

    static boolean is(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return PROVINCES.contains(number.substring(0, 2))
                && CHECKS.charAt(sum % 11) == Character.toUpperCase(number.charAt(17))
                && isDay(number.substring(6, 14));
    }

    private static boolean isDay(String digits) {
        try {
            LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6, 8)));
            return true;
        } catch (DateTimeException impossible) {
            return false;
        }
    }

    /** A code of digits alone may pass both checks: then it is told by its word. */
    private static boolean isOrganisation(String view, MatchResult found, String number) {
        return CreditCode.is(number)
                && Digits.near(view, found.start(), found.end(), 20, 0, "信用代码", "税号", "识别号", "机构代码");
    }
}
