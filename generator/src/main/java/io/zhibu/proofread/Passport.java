package io.zhibu.proofread;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of a passport, beside its word. */
final class Passport implements Rule {
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![A-Za-z0-9*])(?:[EeGg]\\d{8}|[Ee][A-Za-z]\\d{7}|[DdSsPp][Ee]?\\d{7}|1[45]\\d{7})(?![A-Za-z0-9*])");

    @Override
    public void look(Script script, Findings findings) {
        if (!script.has("护照")) {
            return;
        }
        String view = script.half();
        for (Matcher found = NUMBER.matcher(view); found.find(); ) {
            if (Digits.near(view, found.start(), found.end(), 15, 8, "护照")) {
                findings.notice("passport", found.start(), "写着护照号 " + Digits.masked(found.group()), "删去，或只留前两位，其余写 *");
            }
        }
    }
}
