package io.zhibu.proofread;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Straight quotation marks around Chinese words. */
final class StraightQuotes implements Rule {
    private static final Pattern QUOTED =
            Pattern.compile("(?<![\\w=\\uFFFC])\"([^\"\\n\\r\\uFFFC“”]{1,80})\"(?![\\w=\\uFFFC])");

    @Override
    public void look(Script script, Findings findings) {
        if (script.text().indexOf('"') < 0) {
            return;
        }
        String view = script.own();
        for (Matcher found = QUOTED.matcher(view); found.find(); ) {
            if (found.group(1).codePoints().anyMatch(Character::isIdeographic)) {
                findings.mendable(
                        "straight-quotes",
                        new Mend(found.start(), found.start() + 1, "“"),
                        "中文里用了直引号",
                        "改成“" + found.group(1) + "”");
                findings.also(new Mend(found.end() - 1, found.end(), "”"));
            }
        }
    }
}
