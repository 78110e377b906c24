package io.zhibu.proofread;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands at the head of a paper that goes from hand to hand: the number of the copy, and how urgent it is. */
final class PaperMark implements Rule {
    private static final String EDGE = "[ \\t\\u3000#>*|【\\[]{0,6}";
    private static final Pattern COPY =
            Pattern.compile(EDGE + "(?:(?:份号|份数序号)[ :：]{0,2}[0-9]{1,8}|0[0-9]{5})[ \\t\\u3000*|]{0,6}(?=[\\r\\n]|\\z)");
    private static final Pattern URGENT =
            Pattern.compile(EDGE + "(?:紧急程度[ :：]{0,2})?(?:特急|加急|特提|平急)[ \\t\\u3000*|】\\]]{0,6}(?=[\\r\\n]|\\z)");

    /** The longest line that either can be. */
    private static final int LONGEST = 32;

    @Override
    public void look(Script script, Findings findings) {
        String view = script.prose();
        if (script.has("份号", "份数序号", "0")) {
            Matcher copy = COPY.matcher(view).useAnchoringBounds(false);
            Script.eachLine(view, LONGEST, line -> {
                if (copy.region(line, view.length()).lookingAt()) {
                    findings.notice("copy-number", line, "像是公文的份号", "带份号的公文一般不公开：先问清楚能不能放，再删去份号");
                }
            });
        }
        if (script.has("特急", "加急", "特提", "平急")) {
            Matcher urgent = URGENT.matcher(view).useAnchoringBounds(false);
            Script.eachLine(view, LONGEST, line -> {
                if (urgent.region(line, view.length()).lookingAt()) {
                    findings.notice("urgency-mark", line, "像是公文的紧急程度", "先问清楚这份公文能不能放，再删去这一行");
                }
            });
        }
    }
}
