package io.zhibu.proofread;

import io.zhibu.proofread.Script.Part;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells of each character of an entry's source what it is. In doubt it is taken for something that nobody mends. */
final class Dissecting {
    private static final Pattern FENCE =
            Pattern.compile("[ \\t>]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+){0,5}(`{3,}|~{3,})(.*)");
    private static final Pattern JBAKE_END = Pattern.compile("(?m)^~{6}[ \\t\\r]*$");
    private static final Pattern FORMULA = Pattern.compile("[ \\t>]*\\$\\$(.*)");

    private final String text;
    private final Part[] parts;
    private final boolean[] quoted;

    Dissecting(String text, Part[] parts, boolean[] quoted) {
        this.text = text;
        this.parts = parts;
        this.quoted = quoted;
    }

    void dissect() {
        Arrays.fill(parts, Part.PROSE);
        int body = header();
        blocks(body);
        char[] chars = text.toCharArray();
        new InLine(text, parts).look(chars, body);
        Quotations.mark(chars, parts, quoted);
    }

    /** Where the body begins. */
    private int header() {
        int end = Script.lineEnd(text, 0);
        if (!text.substring(0, end).stripTrailing().equals("---")) {
            // JBake's old form: lines of key=value above a line of tildes.
            Matcher tildes = JBAKE_END.matcher(text);
            boolean old = text.indexOf('=') > 0 && text.indexOf('=') < end && tildes.find();
            if (old) {
                new HeaderForm(text, parts).properties(tildes.start());
                Arrays.fill(parts, tildes.start(), tildes.end(), Part.FORM);
            }
            return old ? tildes.end() : 0;
        }
        Arrays.fill(parts, 0, end, Part.FORM);
        int at = next(end);
        int begin = at;
        while (at < text.length()) {
            end = Script.lineEnd(text, at);
            if (text.startsWith("---", at)
                    && text.substring(at, end).stripTrailing().equals("---")) {
                Arrays.fill(parts, at, end, Part.FORM);
                new HeaderForm(text, parts).yaml(begin, at);
                return next(end);
            }
            at = next(end);
        }
        return begin;
    }

    private int next(int lineEnd) {
        int at = lineEnd;
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        return at < text.length() && text.charAt(at) == '\n' ? at + 1 : at;
    }

    private static boolean isItem(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        int digits = at;
        while (digits < line.length() && line.charAt(digits) >= '0' && line.charAt(digits) <= '9') {
            digits++;
        }
        String signs = digits == at ? "-*+" : digits - at <= 9 ? ".)" : "";
        return digits + 1 < line.length()
                && signs.indexOf(line.charAt(digits)) >= 0
                && (line.charAt(digits + 1) == ' ' || line.charAt(digits + 1) == '\t');
    }

    /** Code and formulas that take whole lines, and quotations that do. */
    private void blocks(int from) {
        String fence = "";
        boolean formula = false;
        boolean blankBefore = true;
        boolean inList = false;
        boolean inCode = false;
        for (int at = from; at < text.length(); ) {
            int end = Script.lineEnd(text, at);
            String line = text.substring(at, end);
            boolean mayEdge = line.contains("```") || line.contains("~~~");
            Matcher edge = FENCE.matcher(mayEdge ? line : "");
            if (!fence.isEmpty()) {
                Arrays.fill(parts, at, end, Part.CODE);
                if (edge.matches()
                        && edge.group(1).startsWith(fence)
                        && edge.group(2).isBlank()) {
                    fence = "";
                }
            } else if (formula) {
                Arrays.fill(parts, at, end, Part.CODE);
                formula = !line.contains("$$");
            } else if (edge.matches()
                    && !(edge.group(1).startsWith("`") && edge.group(2).contains("`"))) {
                fence = edge.group(1);
                Arrays.fill(parts, at, end, Part.CODE);
            } else if (line.contains("$$") && FORMULA.matcher(line).matches()) {
                Matcher begun = FORMULA.matcher(line);
                formula = begun.matches() && !begun.group(1).contains("$$");
                Arrays.fill(parts, at, end, Part.CODE);
            } else if ((line.startsWith("    ") || line.startsWith("\t"))
                    && !line.isBlank()
                    && !inList
                    && (blankBefore || inCode)) {
                Arrays.fill(parts, at, end, Part.CODE);
                inCode = true;
                blankBefore = false;
                at = Math.max(next(end), at + 1);
                continue;
            } else if (line.stripLeading().startsWith(">")) {
                Arrays.fill(quoted, at, end, true);
            }
            inList = isItem(line)
                    || line.startsWith("!!!")
                    || line.startsWith("[^")
                    || inList && (line.isBlank() || line.startsWith(" ") || line.startsWith("\t"));
            blankBefore = line.isBlank();
            inCode = inCode && blankBefore;
            at = Math.max(next(end), at + 1);
        }
    }
}
