package io.zhibu.markdown;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that a Chinese writer numbers or dots by hand: {@code 一、}, {@code （二）}, {@code 3、}, {@code ①}, {@code ●}. Markdown knows none of
 * them and would join the lines; each was meant to be a line. So was one that begins with the two wide spaces of a paragraph.
 */
final class Enumeration {
    private static final String AGAIN = "+";
    private static final String INDENT = "\u3000\u3000";
    private static final String HAN = "([一二三四五六七八九十]{1,3})";
    private static final String NUMBER = "([0-9０-９]{1,3})";
    private static final String DOTS = "[·•●○◆◇■□★☆▲△►▪◎※✓✔√➢❖\uE000-\uF8FF]";
    private static final Pattern BEGIN = Pattern.compile(String.join(
            "|",
            HAN + "、",
            "[（(]" + HAN + "[)）]",
            "第" + HAN + "[，、：,:]",
            HAN + "是",
            NUMBER + "、",
            NUMBER + "．",
            "[（(]" + NUMBER + "[)）]",
            NUMBER + "[.)](?=[\\p{IsHan}“《「（])",
            "([①-⑳])",
            "(-)(?=[\\p{IsHan}“《「（])",
            "(" + DOTS + ")"));

    private Enumeration() {}

    /** Where the lines begin, but for the first, that don't join the one before. */
    static BitSet lines(String s) {
        BitSet starts = new BitSet();
        if (s.indexOf('\n') < 0) {
            return starts;
        }
        Set<String> seen = new HashSet<>();
        Matcher begin = BEGIN.matcher(s);
        for (int at = 0; at >= 0; at = next(s, at)) {
            String place = place(begin, at, 0);
            if (!seen.add(place)) {
                seen.add(place + AGAIN);
            }
        }
        for (int at = next(s, 0); at >= 0; at = next(s, at)) {
            boolean goesOn = begin.region(at, s.length()).lookingAt()
                    && (seen.contains(place(begin, at, -1)) || seen.contains(place(begin, at, 1)));
            if (goesOn || s.startsWith(INDENT, at)) {
                starts.set(at);
            }
        }
        return starts;
    }

    private static int next(String s, int at) {
        int end = s.indexOf('\n', at);
        return end < 0 ? -1 : end + 1;
    }

    /** The way of counting and the number that is so many away; of what isn't counted, that it stands more than once. */
    private static String place(Matcher begin, int at, int away) {
        if (!begin.region(at, begin.regionEnd()).lookingAt()) {
            return "";
        }
        int group = 1;
        while (begin.group(group) == null) {
            group++;
        }
        String mark = begin.group(group);
        if (group > 9) {
            return away == 0 ? mark : mark + AGAIN;
        }
        int number = group <= 4 ? han(mark) : group == 9 ? mark.charAt(0) - '①' + 1 : Integer.parseInt(mark);
        return group + ":" + (number + away);
    }

    /** 1 to 99 as it is counted. */
    private static int han(String mark) {
        int ten = mark.indexOf('十');
        String digits = "一二三四五六七八九";
        if (ten < 0) {
            return digits.indexOf(mark.charAt(0)) + 1;
        }
        int tens = ten == 0 ? 1 : digits.indexOf(mark.charAt(0)) + 1;
        return tens * 10 + (ten == mark.length() - 1 ? 0 : digits.indexOf(mark.charAt(mark.length() - 1)) + 1);
    }
}
