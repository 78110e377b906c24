package io.zhibu.proofread;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A mark that keeps a paper within the house, of those that the site lists. What stands around it is never told. */
final class InternalMark implements Rule {
    private static final String BETWEEN = "[ \\u3000，,、·★—-]{0,3}";

    private final Pattern marks;
    private final String[] beginnings;

    /** @param marks as they are written; at a blank may stand any sign or none */
    InternalMark(List<String> marks) {
        beginnings = marks.stream().map(mark -> mark.strip().split("\\s+")[0]).toArray(String[]::new);
        this.marks = Pattern.compile(
                marks.isEmpty()
                        ? "(?!)"
                        : marks.stream()
                                .map(mark -> List.of(mark.strip().split("\\s+")).stream()
                                        .map(Pattern::quote)
                                        .collect(Collectors.joining(BETWEEN)))
                                .collect(Collectors.joining("|")));
    }

    @Override
    public void look(Script script, Findings findings) {
        if (!script.has(beginnings)) {
            return;
        }
        for (Matcher found = marks.matcher(script.published()); found.find(); ) {
            findings.error(
                    "internal-mark",
                    found.start(),
                    "有内部标志，这份材料不能放进来",
                    "能公开的，请定它的部门同意后去掉标志；标志的词表在 site-config/checks.yml 的 marks");
        }
    }
}
