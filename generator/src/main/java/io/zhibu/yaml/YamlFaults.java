package io.zhibu.yaml;

import io.zhibu.diagnostic.Where;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Turns the YAML library's complaint into a fault at the place where the slip was made. The library often stumbles only later: over the
 * end of the text when a quote is open, over the next line when a colon is missing.
 */
final class YamlFaults {
    private static final Pattern FULL_WIDTH_COLON = Pattern.compile("\\s*(?:- +)?([\\p{L}\\p{N}_-]+) ?(：)");
    private static final Pattern TIGHT_COLON = Pattern.compile("\\s*(?:- +)?([\\p{L}\\p{N}_-]+:)\\S.*");
    private static final Pattern COMMENT = Pattern.compile("([^\"']*?[\\[{][^\"']*?(?<=[\\[, ]))#.*[\\]}]\\s*");
    private static final Pattern TIGHT_DASH = Pattern.compile("\\s*(-)[^\\s-].*");

    private final List<String> lines;
    /** What the parser takes for no number: eight digits of which the first is too large, or too few before the end. */
    private static final Pattern NUMBERED =
            Pattern.compile("\\\\(?:U(?=[89A-Fa-f][0-9A-Fa-f]{7})|[xuU](?=[0-9A-Fa-f]{0,7}$))");

    private final Where start;

    YamlFaults(String text, Where start) {
        this.lines = text.lines().toList();
        this.start = start;
    }

    YamlFault notAMapping(Where where) {
        int line = where.line() - Math.max(start.line(), 1);
        return fullWidthColon(line)
                .orElseGet(() ->
                        new YamlFault(where, "yaml-not-a-mapping", "这里应是“字段: 值”的写法，每行一个", "字段名后写半角冒号和一个空格，再写值；行首不要短横"));
    }

    YamlFault of(MarkedYamlEngineException wrong) {
        String problem = String.valueOf(wrong.getProblem());
        String context = String.valueOf(wrong.getContext());
        Where where = place(wrong.getProblemMark().or(wrong::getContextMark));
        Where begun = place(wrong.getContextMark().or(wrong::getProblemMark));
        if (problem.contains("(TAB)")
                || problem.contains("'\\t'")
                || line(index(where)).startsWith("\t")) {
            return new YamlFault(where, "yaml-tab", "缩进里有制表符（Tab）", "YAML 只认空格：把 Tab 换成两个空格");
        }
        if (context.contains("scanning a") && !context.contains("simple key")) {
            return scanning(context, problem, where, begun);
        }
        if (context.contains("simple key") || problem.contains("mapping values are not allowed")) {
            return colon(context.contains("simple key"), where, begun);
        }
        Optional<YamlFault> comment = comment(context, problem, where);
        if (comment.isPresent()) {
            return comment.get();
        }
        if (problem.contains("expected the node content")) {
            return new YamlFault(where, "yaml-comma", "两个逗号之间是空的", "删去多余的逗号");
        }
        if (context.contains("flow sequence") || context.contains("flow mapping")) {
            return new YamlFault(begun, "yaml-bracket", "这个括号没有配对", "补上 ] 或 }；各项之间用半角逗号；整个值是文字时加上双引号");
        }
        return block(problem, where);
    }

    /** A bracket that isn't closed on its line, since a number sign makes a comment of what follows; the library stumbles below. */
    private Optional<YamlFault> comment(String context, String problem, Where where) {
        boolean open = context.contains("flow ") || problem.contains("expected the node content");
        for (int index = index(where); open && index >= Math.max(0, index(where) - 1); index--) {
            Matcher sign = COMMENT.matcher(line(index));
            if (sign.matches()) {
                String mended = line(index).strip().replaceAll("([\\[, ])#\\s*", "$1");
                return Optional.of(new YamlFault(
                        at(index, sign.end(1)),
                        "yaml-comment",
                        "“#”起算注释，后面的没有读到",
                        "删去“#”：" + mended + "；真要“#”，给这一项加上双引号"));
            }
        }
        return Optional.empty();
    }

    /** A character by a number that there is none for. */
    YamlFault ofEscape() {
        for (int i = 0; i < lines.size(); i++) {
            Matcher escape = NUMBERED.matcher(lines.get(i));
            if (escape.find()) {
                return escape(at(i, escape.end()));
            }
        }
        return YamlFault.unreadable(start);
    }

    private static YamlFault escape(Where where) {
        return new YamlFault(where, "yaml-escape", "双引号里的反斜杠有特别的意思", "外面改用单引号，或把反斜杠写两遍");
    }

    /** Inside one value. */
    private static YamlFault scanning(String context, String problem, Where where, Where begun) {
        if (problem.contains("escape") || problem.contains("hexadecimal")) {
            return escape(where);
        }
        if (context.contains("quoted scalar")) {
            return new YamlFault(begun, "yaml-quote", "这个引号没有配对", "补上另一半引号；文字里有双引号时，外面用单引号");
        }
        if (context.contains("block scalar")) {
            return new YamlFault(where, "yaml-block", "“|”或“>”后面不能在同一行写文字", "文字另起一行，左边空两格；或删去这个符号");
        }
        return new YamlFault(begun, "yaml-character", "值不能以这个符号开头", "给整个值加上双引号");
    }

    private YamlFault colon(boolean keyKnown, Where where, Where begun) {
        if (keyKnown) {
            return withoutColon(index(begun));
        }
        int at = index(where);
        int before = where.column() - 1;
        if (codePoints(line(at), before).contains(": ")) {
            return new YamlFault(where, "yaml-colon", "一行里有两个“: ”，读不清哪个是字段名", "值里有冒号时给整个值加上双引号");
        }
        int last = at - 1;
        while (last >= 0 && (line(last).isBlank() || line(last).stripLeading().startsWith("#"))) {
            last--;
        }
        Matcher dash = TIGHT_DASH.matcher(line(last));
        if (dash.matches()) {
            return new YamlFault(at(last, dash.start(1)), "yaml-dash-space", "短横后面没有空格", "短横后面空一格，再写字段名");
        }
        if (last >= 0
                && !line(last).contains(": ")
                && !line(last).stripTrailing().endsWith(":")) {
            return withoutColon(last);
        }
        return indent(at);
    }

    private YamlFault withoutColon(int index) {
        Matcher tight = TIGHT_COLON.matcher(line(index));
        if (tight.matches() && isBlank(line(index).codePointAt(tight.end(1)))) {
            int blank = line(index).codePointAt(tight.end(1));
            String value = line(index).substring(tight.end(1) + 1).strip();
            String width = blank == '\u3000' ? "全角空格" : "不换行的空格";
            return new YamlFault(
                    at(index, tight.end(1)),
                    "yaml-colon-space",
                    "“" + tight.group(1) + "”后面的空格是" + width + "（U+%04X），YAML 不认".formatted(blank),
                    "换成半角空格：" + tight.group(1) + " " + value);
        }
        if (tight.matches()) {
            return new YamlFault(
                    at(index, tight.end(1)), "yaml-colon-space", "“" + tight.group(1) + "”后面没有空格", "冒号后面空一格，再写值");
        }
        return fullWidthColon(index)
                .orElseGet(() -> new YamlFault(
                        at(index, indentOf(index)),
                        "yaml-no-colon",
                        "这一行没有“字段: 值”的冒号",
                        "字段名后写半角冒号和一个空格；是上一行的文字就接到上一行，或多空两格"));
    }

    private Optional<YamlFault> fullWidthColon(int index) {
        Matcher colon = FULL_WIDTH_COLON.matcher(line(index));
        return colon.lookingAt()
                ? Optional.of(new YamlFault(
                        at(index, colon.start(2)),
                        "yaml-fullwidth-colon",
                        "“" + colon.group(1) + "”后面的冒号是全角的",
                        "改成半角冒号，后面空一格：“" + colon.group(1) + ": ”"))
                : Optional.empty();
    }

    private static boolean isBlank(int c) {
        return Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /** Between values. */
    private YamlFault block(String problem, Where where) {
        String before = codePoints(line(index(where)), where.column() - 1).stripTrailing();
        if (before.endsWith("\"") || before.endsWith("'")) {
            return new YamlFault(where, "yaml-after-quote", "引号结束以后还有文字", "把整个值放进一对引号；文字里有双引号时，外面用单引号");
        }
        if (before.endsWith("]") || before.endsWith("}")) {
            return new YamlFault(where, "yaml-after-bracket", "括号结束以后还有别的", "列表只用一对方括号；整个值是文字时加上双引号");
        }
        if (problem.contains("sequence entries are not allowed")) {
            return new YamlFault(where, "yaml-dash", "列表的短横不能写在字段名的同一行", "另起一行，左边空两格再写短横；或写成 [甲, 乙]");
        }
        if (problem.contains("<document start>")) {
            return new YamlFault(where, "yaml-document", "这一行以上已经结束了，不该再有字段", "删去上面的“...”行");
        }
        if (problem.contains("cannot start any token") || problem.contains("keys are not allowed")) {
            return new YamlFault(where, "yaml-character", "值不能以这个符号开头", "给整个值加上双引号");
        }
        return problem.contains("<block end>") ? indent(index(where)) : YamlFault.unreadable(where);
    }

    private YamlFault indent(int index) {
        return new YamlFault(at(index, indentOf(index)), "yaml-indent", "缩进不对，这一行不知道属于谁", "同一级的字段左边要对齐，下一级多空两格");
    }

    private Where place(Optional<Mark> mark) {
        return mark.map(found -> YamlReading.place(start, found)).orElse(start);
    }

    private int index(Where where) {
        return where.line() - Math.max(start.line(), 1);
    }

    private Where at(int index, int offset) {
        return start.at(Math.max(start.line(), 1) + index, line(index).codePointCount(0, offset) + 1);
    }

    private int indentOf(int index) {
        return line(index).length() - line(index).stripLeading().length();
    }

    private String line(int index) {
        return index < 0 || index >= lines.size() ? "" : lines.get(index);
    }

    private static String codePoints(String line, int count) {
        return line.substring(0, line.offsetByCodePoints(0, Math.min(count, line.codePointCount(0, line.length()))));
    }
}
