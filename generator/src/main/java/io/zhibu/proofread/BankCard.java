package io.zhibu.proofread;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The number of a bank card. One long number in ten passes its check, so one of its words must stand near. */
final class BankCard implements Rule {
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z*.])[3-6]\\d{3}"
            + ("(?:" + Digits.GAP + "\\d{4}){3}") + Digits.GAP + "\\d{0,3}(?![0-9A-Za-z*]|\\.\\d)");

    @Override
    public void look(Script script, Findings findings) {
        String view = script.half();
        for (MatchResult found : script.numbers(NUMBER)) {
            String number = Digits.only(found.group());
            if (Digits.luhn(number)
                    && Digits.near(
                            view,
                            found.start(),
                            found.end(),
                            40,
                            20,
                            "卡号",
                            "账号",
                            "帐号",
                            "开户",
                            "银行卡",
                            "储蓄卡",
                            "信用卡",
                            "借记卡",
                            "收款")) {
                findings.error(
                        "bank-card", found.start(), "写着银行卡号 " + Digits.masked(number) + "，不能公开", "删去；要交费的写单位财务的联系方式");
            }
        }
    }
}
