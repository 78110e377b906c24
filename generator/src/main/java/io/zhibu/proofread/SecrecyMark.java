package io.zhibu.proofread;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mark of secrecy, as prescribed or in one of the forms that people give it. What stands around it is never told. */
final class SecrecyMark implements Rule {
    private static final String GRADE = "(?:绝[ \\u3000]{0,2}密|机[ \\u3000]{0,2}密|秘[ \\u3000]{0,2}密)";
    private static final String TERM = "(?:长期|[0-9０-９]{1,2}[ \\u3000]?(?:年|个?月|天|日))";
    private static final String STAR = "[★☆✩✭⭐]";
    private static final Pattern MARK = Pattern.compile(GRADE + "[ \\u3000]{0,2}(?:" + STAR
            + "|[*＊](?!\\*)[ \\u3000]?(?=" + TERM + "|$|\\n))|" + STAR + "[ \\u3000]{0,2}"
            + GRADE + "|(?<!" + Han.ONE + ")" + GRADE + "[ \\u3000]?(?:[·•・:：—–-][ \\u3000]?" + TERM
            + "|[（(][ \\u3000]?" + TERM + "[ \\u3000]?[）)])"
            + "|(?m:^[ \\t\\u3000#>*|【\\[（(“]{0,8}(?:工作)?" + GRADE + "(?:[ \\u3000]?级?" + TERM
            + ")?[ \\t\\u3000*|】\\]）)”]{0,8}(?=[\\r\\n]|\\z))");

    @Override
    public void look(Script script, Findings findings) {
        if (script.text().indexOf('密') < 0) {
            return;
        }
        for (Matcher found = MARK.matcher(script.published()); found.find(); ) {
            int at = found.start();
            while (" \t\u3000#>*|【[（(“★☆".indexOf(found.group().charAt(at - found.start())) >= 0
                    && at < found.end() - 1) {
                at++;
            }
            findings.error("secrecy-mark", at, "有密级标志，这份材料不能放进来", "从这里和 Git 的历史里都要去掉；是误写的，删去标志，先请保密员看过");
        }
    }
}
