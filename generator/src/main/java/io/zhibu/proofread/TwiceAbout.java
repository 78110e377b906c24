package io.zhibu.proofread;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number that is called rough twice: 近280余. */
final class TwiceAbout implements Rule {
    private static final String NOT_BEFORE = "最附临靠邻相亲远接将大签条预合节制公契特邀违规履";
    private static final Pattern TWICE =
            Pattern.compile("(近|约|将近|接近|大约|约为) ?(?:[0-9０-９]+(?:[.,][0-9]+)?[百千万亿]{0,2}|[一二三四五六七八九十百千万亿两]{1,8}) ?"
                    + "(余|多(?![少样种方])|(?:(?:人次|人|名|个|次|年|月|天|小时|分钟|米|公里|千米|元|万元|亿元|吨|份|项|条|家|户|岁|%|％) ?)?(?:左右|上下))");

    @Override
    public void look(Script script, Findings findings) {
        String view = script.own();
        Matcher twice = TWICE.matcher(view);
        for (int at = 0; at < view.length(); at++) {
            char c = view.charAt(at);
            boolean begins = c == '近' || c == '约' || c == '将' || c == '接' || c == '大';
            if (!begins) {
                continue;
            }
            boolean alone = at == 0 || c == '将' || c == '接' || c == '大' || NOT_BEFORE.indexOf(view.charAt(at - 1)) < 0;
            if (alone && twice.region(at, view.length()).lookingAt()) {
                String rough =
                        twice.group(2).endsWith("左右") ? "左右" : twice.group(2).endsWith("上下") ? "上下" : twice.group(2);
                findings.notice(
                        "approximation-twice",
                        at,
                        "“" + twice.group().strip() + "”说了两次约数",
                        "“" + twice.group(1) + "”和“" + rough + "”只留一个");
            }
        }
    }
}
