package io.zhibu.proofread;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The plate of a car. */
final class CarPlate implements Rule {
    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private static final Pattern REST =
            Pattern.compile("[A-HJ-NP-Z][·•・ -]?(?=[A-HJ-NP-Z0-9]*\\d)[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9*])");

    @Override
    public void look(Script script, Findings findings) {
        String view = script.half();
        Matcher rest = REST.matcher(view);
        for (int at = 1; at < view.length(); at++) {
            char c = view.charAt(at);
            boolean begins = c >= 'A' && c <= 'Z' && PROVINCES.indexOf(view.charAt(at - 1)) >= 0;
            if (begins && rest.region(at, view.length()).lookingAt()) {
                findings.notice("car-plate", at - 1, "写着车牌号 " + view.substring(at - 1, at + 1) + "*****", "删去，或写车型、用途");
            }
        }
    }
}
