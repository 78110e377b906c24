package io.zhibu.proofread;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word or a sign that was typed twice, of those that never stand twice. */
final class RepeatedWord implements Rule {
    private static final String ONES = "的了和与及们但且而";
    /** Where they may: 目的的确, 为了了解, 和和气气. */
    private static final Pattern SOUND =
            Pattern.compile("目的的|的的确|的的的|不甚了了|小时了了|为了了|了了[解结却断然无]|和和[气美睦]|与与会|及及[时其格至]|但但是|而而立");
    /** Words with one of these may well stand twice: 转置的转置, 一点一点. */
    private static final String BETWEEN = "的或和又一不与再越是了很多";

    private static final int SHORTEST = 3;
    private static final int LONGEST = 8;
    private static final String SIGNS = "，、；：。";
    private static final Pattern SIGN = Pattern.compile("([，、；：])\\1+|(?<!。)。。(?!。)");

    @Override
    public void look(Script script, Findings findings) {
        String view = script.own();
        char[] chars = view.toCharArray();
        boolean signs = false;
        for (int at = 0; at + 1 < chars.length; at++) {
            char c = chars[at];
            if (!Han.is(c)) {
                signs |= c == chars[at + 1] && SIGNS.indexOf(c) >= 0;
                continue;
            }
            int length = c == chars[at + 1] ? one(view, at) : word(chars, at);
            if (length > 0) {
                String once = view.substring(at, at + length);
                findings.notice("repeated-word", at, "“" + once + "”写了两遍", "删去一个“" + once + "”；本来就该两遍的，不用改");
                at += 2 * length - 1;
            }
        }
        for (Matcher found = SIGN.matcher(view); signs && found.find(); ) {
            String once = found.group().substring(0, 1);
            findings.mendable(
                    "repeated-word",
                    new Mend(found.start(), found.end(), once),
                    "“" + once + "”连着写了" + (found.group().length() == 2 ? "两" : "几") + "个",
                    "只留一个“" + once + "”");
        }
    }

    private static int one(String view, int at) {
        if (ONES.indexOf(view.charAt(at)) < 0) {
            return 0;
        }
        String around = view.substring(Math.max(0, at - 2), Math.min(view.length(), at + 3));
        return SOUND.matcher(around).find() ? 0 : 1;
    }

    private static int word(char[] view, int at) {
        for (int length = SHORTEST; length <= LONGEST && at + 2 * length <= view.length; length++) {
            if (view[at] == view[at + length]
                    && Arrays.equals(view, at, at + length, view, at + length, at + 2 * length)
                    && isWord(view, at, length)) {
                return length;
            }
        }
        return 0;
    }

    private static boolean isWord(char[] view, int at, int length) {
        boolean varied = false;
        for (int i = at; i < at + length; i++) {
            char c = view[i];
            if (!Han.is(c) || BETWEEN.indexOf(c) >= 0) {
                return false;
            }
            varied |= c != view[at];
        }
        return varied;
    }
}
