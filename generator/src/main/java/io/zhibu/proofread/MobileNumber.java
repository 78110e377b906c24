package io.zhibu.proofread;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The number of somebody's mobile phone. */
final class MobileNumber implements Rule {
    private static final String G = Digits.GAP;
    /** Behind an amount stands what it is an amount of; a row of figures goes on. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![0-9A-Za-z*._/=#-])(?<!\\d[, ])(?<!(?<!\\d)\\d{1,9}, )(?:\\(?(?:\\+|00)?86\\)?" + G + ")?"
                    + "1[3-9]\\d(?:" + G + "\\d{4}" + G + "\\d{4}|" + G + "\\d{3}" + G + "\\d{5}|\\d" + G + "\\d{3}" + G
                    + "\\d{4})"
                    + "(?![0-9A-Za-z*_/=]|[.,-]\\d|[,，]? ?\\d{3,}|\\s?(?:元|万|亿|吨|立方|千瓦|度|公里|千米|米|次|人|个|字节|股|份|条|台|%|％))");

    private static final String[] NAMED_OTHERWISE = {
        "编号", "单号", "订单", "票号", "工号", "流水", "证号", "批号", "代码", "条码", "ISBN", "文号"
    };

    private final Set<String> open;

    /** @param open numbers that are for everyone, such as an office's */
    MobileNumber(Set<String> open) {
        this.open = open.stream().map(Digits::only).collect(Collectors.toSet());
    }

    /** The number of a document stands between the year's bracket and its word. */
    private static boolean isOfPaper(String view, MatchResult found) {
        boolean year = found.start() > 0 && "〕]］".indexOf(view.charAt(found.start() - 1)) >= 0;
        int behind = found.end() < view.length() && view.charAt(found.end()) == ' ' ? found.end() + 1 : found.end();
        return year || behind < view.length() && view.charAt(behind) == '号';
    }

    @Override
    public void look(Script script, Findings findings) {
        String view = script.half();
        for (MatchResult found : script.numbers(NUMBER)) {
            String all = Digits.only(found.group());
            String number = all.substring(all.length() - 11);
            boolean other =
                    (Digits.near(view, found.start(), found.start(), 8, 0, NAMED_OTHERWISE) || isOfPaper(view, found))
                            && !Digits.near(view, found.start(), found.start(), 12, 0, "手机", "电话", "联系", "微信", "微讯");
            if (!open.contains(number) && !other) {
                findings.error(
                        "mobile-number",
                        found.start(),
                        "写着手机号 " + Digits.masked(number) + "，不能公开",
                        "删去，或写部门的固定电话；确实是公开的值班手机，在 site-config/checks.yml 的 phones 里登记");
            }
        }
    }
}
