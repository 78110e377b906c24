package io.zhibu.proofread;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digits and letters of full width. */
final class FullWidth implements Rule {
    private static final Pattern WIDE = Pattern.compile("[０-９Ａ-Ｚａ-ｚ]+(?:[．／][０-９Ａ-Ｚａ-ｚ]+)*");

    @Override
    public void look(Script script, Findings findings) {
        if (script.half().equals(script.published())) {
            return;
        }
        for (Matcher found = WIDE.matcher(script.own()); found.find(); ) {
            String half = Digits.half(found.group());
            findings.mendable(
                    "full-width-letter",
                    new Mend(found.start(), found.end(), half),
                    "“" + shown(found.group()) + "”是全角的",
                    "改成半角的“" + shown(half) + "”");
        }
    }

    /** A number that is long may be somebody's. */
    private static String shown(String text) {
        return text.length() > 6 ? text.substring(0, 3) + "…" : text;
    }
}
