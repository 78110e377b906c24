package io.zhibu.proofread;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place on the map to within some ten metres. */
final class Coordinates implements Rule {
    private static final Pattern PLACE = Pattern.compile(
            "[0-9]{1,3}\\s?[°º度]\\s?[0-9]{1,2}\\s?[′'’‘分]\\s?[0-9]{1,2}(?:\\.[0-9]+)?\\s?(?:[″\"”“秒]|′′|'')"
                    + "|(?:东经|北纬|经度|纬度|坐标)[^\\n。；]{0,8}?[0-9]{1,3}\\.[0-9]{4,}"
                    + "|(?<![0-9.])(?:7[3-9]|[89][0-9]|1[0-2][0-9]|13[0-5])\\.[0-9]{5,}°?\\s?[,，]\\s?(?:1[89]|[2-4][0-9]|5[0-4])\\.[0-9]{5,}(?![0-9])"
                    + "|(?<![0-9.])(?:1[89]|[2-4][0-9]|5[0-4])\\.[0-9]{5,}°?\\s?[,，]\\s?(?:7[3-9]|[89][0-9]|1[0-2][0-9]|13[0-5])\\.[0-9]{5,}(?![0-9])");

    private static boolean hasDecimals(String text) {
        for (int at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) {
            int end = at + 1;
            while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                end++;
            }
            if (end - at > 5) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void look(Script script, Findings findings) {
        if (!script.has("°", "º", "秒", "东经", "北纬", "经度", "纬度", "坐标") && !hasDecimals(script.text())) {
            return;
        }
        int last = -1;
        for (Matcher found = PLACE.matcher(script.prose()); found.find(); ) {
            // The two halves of one place are told once.
            if (last < 0 || found.start() - last > 20) {
                findings.notice("exact-coordinates", found.start(), "写着精确的坐标", "写到县或河段就够；确需坐标的，先问清楚这一处能不能公开");
            }
            last = found.end();
        }
    }
}
