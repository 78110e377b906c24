package io.zhibu.proofread;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The number of an identity card as it was until 1999: 15 digits without a check, so that only the word beside it tells. */
final class OldIdCard implements Rule {
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![0-9A-Za-z*.])[1-8]\\d{5}\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}(?![0-9A-Za-z*]|\\.\\d)");

    @Override
    public void look(Script script, Findings findings) {
        String view = script.half();
        for (MatchResult found : script.numbers(NUMBER)) {
            if (Digits.near(view, found.start(), found.end(), 20, 10, "身份证", "证件号", "公民身份")) {
                findings.notice(
                        "id-card-old",
                        found.start(),
                        "像是 15 位的旧身份证号 " + Digits.masked(found.group()),
                        "是身份证号就删去，或只留前几位，其余写 *");
            }
        }
    }
}
