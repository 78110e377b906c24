package io.zhibu.proofread;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date that the calendar doesn't have, or that falls on another day of the week than the one beside it. */
final class Weekday implements Rule {
    private static final Pattern DATE =
            Pattern.compile("(?<![0-9])((?:19|20)[0-9]{2}) ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日"
                    + "(?:[ ，,]?[（(]?(?:星期|周|礼拜)([一二三四五六日天])(?![" + Han.IN + "&&[^的上下晚早中）]])[）)]?)?");
    private static final String DAYS = "一二三四五六日";

    @Override
    public void look(Script script, Findings findings) {
        String view = script.prose();
        Matcher found = DATE.matcher(view).useTransparentBounds(true);
        for (int year = view.indexOf('年'); year >= 0; year = view.indexOf('年', year + 1)) {
            int from = view.charAt(Math.max(0, year - 1)) == ' ' ? year - 5 : year - 4;
            if (from < 0 || !found.region(from, view.length()).lookingAt()) {
                continue;
            }
            try {
                LocalDate day = LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
                char right = DAYS.charAt(day.getDayOfWeek().getValue() - 1);
                String said = found.group(4) == null ? "" : found.group(4).replace('天', '日');
                if (!said.isEmpty() && said.charAt(0) != right) {
                    findings.notice(
                            "date-weekday",
                            found.start(),
                            found.group(1) + " 年 " + found.group(2) + " 月 " + found.group(3) + " 日是星期" + right + "，不是星期"
                                    + found.group(4),
                            "核对日期和星期，改正错的那一个");
                }
            } catch (DateTimeException impossible) {
                findings.notice(
                        "date-weekday",
                        found.start(),
                        "日历上没有 " + found.group(1) + " 年 " + found.group(2) + " 月 " + found.group(3) + " 日",
                        "核对后改正");
            }
        }
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
