package io.zhibu.yaml;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What YAML reads without complaint, and otherwise than it was meant: values cut at a number sign, items whose dash has no space. */
public final class YamlSlips {
    private static final Pattern BLOCK = Pattern.compile("(?:.*:|\\s*-)\\s+[|>][-+0-9]{0,2}\\s*(?:#.*)?");
    private static final Pattern TIGHT_DASH = Pattern.compile("\\s*(-)[^\\s\\d-].*");
    private static final String BEFORE_QUOTE = ":[,{-";

    private final List<String> lines;
    private final Where start;
    private final Diagnostics diagnostics;
    private char quote;

    private YamlSlips(String text, Where start, Diagnostics diagnostics) {
        this.lines = text.lines().toList();
        this.start = start;
        this.diagnostics = diagnostics;
    }

    /**
     * Looks at text that could be read.
     *
     * @param start where the text begins in its file
     */
    public static void look(String text, Where start, Diagnostics diagnostics) {
        if (text.indexOf('#') >= 0 || text.indexOf('-') >= 0) {
            new YamlSlips(text, start, diagnostics).lines();
        }
    }

    private void lines() {
        int blockIndent = -1;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int indent = line.length() - line.stripLeading().length();
            if (blockIndent >= 0 && (line.isBlank() || indent > blockIndent)) {
                continue;
            }
            blockIndent = quote == 0 && BLOCK.matcher(line).matches() ? indent : -1;
            if (blockIndent < 0 && !line.startsWith("#", indent)) {
                line(i, line);
            }
        }
    }

    private void line(int index, String line) {
        Matcher dash = TIGHT_DASH.matcher(line);
        if (quote == 0 && dash.matches()) {
            diagnostics.error(
                    at(index, dash.start(1)),
                    "yaml-dash-space",
                    "短横后面没有空格",
                    "改为：- " + line.substring(dash.end(1)).strip());
        }
        char before = ' ';
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                i += c == '\\' && quote == '"' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && BEFORE_QUOTE.indexOf(before) >= 0) {
                quote = c;
            } else if (c == '#' && i > 0 && Character.isWhitespace(line.charAt(i - 1))) {
                comment(index, line, i);
                return;
            }
            before = c == ' ' ? before : c;
        }
    }

    /** What a space parts from its sign is a comment; what follows it at once was meant for the reader. */
    private void comment(int index, String line, int sign) {
        String cut = line.substring(sign).stripTrailing();
        int value = valueStart(line);
        if (value < 0 || value >= sign || cut.length() < 2 || cut.startsWith("# ") || cut.startsWith("##")) {
            return;
        }
        String whole = line.substring(value).strip();
        String quoted = whole.indexOf('"') < 0 ? '"' + whole + '"' : "'" + whole.replace("'", "''") + "'";
        diagnostics.warning(
                at(index, sign),
                "yaml-comment",
                "空格后面的“#”起算注释，“" + cut + "”没有读到",
                "改为：" + line.substring(0, value).strip() + " " + quoted + "；真是注释，“#”后面空一格");
    }

    private static int valueStart(String line) {
        Matcher key = Pattern.compile("\\s*(?:- +)?(?:[\\w-]+: +)?").matcher(line);
        return key.lookingAt() && key.end() > 0 ? key.end() : -1;
    }

    private Where at(int index, int offset) {
        return start.at(Math.max(start.line(), 1) + index, lines.get(index).codePointCount(0, offset) + 1);
    }
}
