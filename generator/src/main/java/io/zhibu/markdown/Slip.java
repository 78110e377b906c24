package io.zhibu.markdown;

import io.zhibu.diagnostic.Diagnostics;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that looks like Markdown and isn't, so that readers see it as it was typed. In what it says, {@code $0} is what was typed,
 * {@code $1} its first part, {@code $^1} the same in capitals, and {@code $=} the mended line.
 *
 * @param triggers without one of these characters no text holds the slip
 * @param part what should stand in its place
 */
record Slip(String rule, String triggers, Pattern pattern, String part, String message, String hint) {
    private static final int LONGEST_LINE = 60;
    private static final int FEW = 16;

    static Slip of(String rule, String triggers, String pattern, String part, String message, String hint) {
        return new Slip(rule, triggers, Pattern.compile(pattern), part, message, hint);
    }

    /** @param literal the leaf's text as far as it is shown as it was typed */
    void look(Leaf leaf, String literal, Lines lines, Diagnostics diagnostics) {
        boolean may = false;
        for (int i = 0; i < triggers.length() && !may; i++) {
            may = literal.indexOf(triggers.charAt(i)) >= 0;
        }
        if (!may) {
            return;
        }
        String s = leaf.text();
        for (Matcher found = pattern.matcher(literal); found.find(); ) {
            String line = mendedLine(s, found.start(), found.end(), filled(part, found, s, ""));
            diagnostics.warning(
                    lines.where(leaf.offset(found.start())),
                    rule,
                    filled(message, found, s, line),
                    filled(hint, found, s, line));
        }
    }

    /** The line in which a part is replaced; of a long line, the part and a few characters behind. */
    static String mendedLine(String s, int from, int to, String part) {
        int start = s.lastIndexOf('\n', from - 1) + 1;
        int end = s.indexOf('\n', to);
        String after = s.substring(to, end < 0 ? s.length() : end);
        if (from - start + part.length() + after.length() <= LONGEST_LINE) {
            return s.substring(start, from) + part + after;
        }
        int shown = after.offsetByCodePoints(0, Math.min(FEW, after.codePointCount(0, after.length())));
        return part + after.substring(0, shown) + (shown < after.length() ? "…" : "");
    }

    private static String filled(String template, Matcher found, String s, String line) {
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c != '$') {
                filled.append(c);
                continue;
            }
            c = template.charAt(++i);
            if (c == '=') {
                filled.append(line);
            } else if (c == '^') {
                filled.append(group(template.charAt(++i), found, s).toUpperCase(Locale.ROOT));
            } else {
                filled.append(group(c, found, s));
            }
        }
        return filled.toString();
    }

    /** From the text itself, since what was found may be blotted out in part. */
    private static String group(char number, Matcher found, String s) {
        int group = number - '0';
        return found.start(group) < 0 ? "" : s.substring(found.start(group), found.end(group));
    }
}
