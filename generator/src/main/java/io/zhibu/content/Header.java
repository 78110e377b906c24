package io.zhibu.content;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.unicode.PrivateUse;
import io.zhibu.yaml.Node;
import io.zhibu.yaml.YamlReading;
import io.zhibu.yaml.YamlSlips;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands at the top of an entry, and the text below it.
 *
 * @param fields as written
 * @param body the rest of the file
 * @param bodyStart where the body begins
 */
record Header(Node.Mapping fields, String body, Where bodyStart) {
    private static final String FENCE = "---";
    static final String JBAKE_END = "~~~~~~";
    private static final Pattern YAML_END = Pattern.compile("[-—–－_]{2,}|-{1,2}");
    private static final Pattern JBAKE_LIKE = Pattern.compile("[~～]{3,}");
    private static final String HINT = "文件以一行 --- 开头，写“字段: 值”，再以一行 --- 结束";

    /** Empty if there is none that can be read; what is wrong is in the diagnostics. */
    static Optional<Header> of(String text, Where file, Diagnostics diagnostics) {
        if (text.isBlank()) {
            diagnostics.error(file.at(1, 1), "file-empty", "文件是空的", "写上头信息和正文，或删去这个文件");
            return Optional.empty();
        }
        return firstLine(text).equals(FENCE) ? yaml(text, file, diagnostics) : jbake(text, file, diagnostics);
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return (end < 0 ? text : text.substring(0, end)).stripTrailing();
    }

    private static Optional<Header> yaml(String text, Where file, Diagnostics diagnostics) {
        int begin = text.indexOf('\n') + 1;
        int at = begin;
        int line = 2;
        while (begin > 0 && at < text.length()) {
            int end = text.indexOf('\n', at);
            if (text.startsWith(FENCE, at)
                    && text.substring(at, end < 0 ? text.length() : end)
                            .stripTrailing()
                            .equals(FENCE)) {
                Outcome<Node.Mapping> fields = new YamlReading().mapping(text.substring(begin, at), file.at(2, 1));
                diagnostics.addAll(fields.diagnostics());
                PrivateUse.look(text.substring(begin, at), file.at(2, 1), diagnostics);
                if (!fields.hasErrors()) {
                    YamlSlips.look(text.substring(begin, at), file.at(2, 1), diagnostics);
                }
                String body = end < 0 ? "" : text.substring(end + 1);
                boolean unreadable =
                        fields.hasErrors() && fields.value().entries().isEmpty();
                return unreadable
                        ? Optional.empty()
                        : Optional.of(new Header(fields.value(), body, file.at(line + 1, 1)));
            }
            if (end < 0) {
                break;
            }
            at = end + 1;
            line++;
        }
        unclosed(text.lines().toList(), "---", YAML_END, file, diagnostics);
        return Optional.empty();
    }

    /** At the line that was probably meant to end it, if there is one. */
    private static void unclosed(List<String> lines, String end, Pattern like, Where file, Diagnostics diagnostics) {
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (like.matcher(line).matches()) {
                diagnostics.error(
                        file.at(i + 1, 1), "header-unclosed", "头信息没有结束：“" + line + "”不是 " + end, "这一行改成半角的 " + end);
                return;
            }
        }
        diagnostics.error(file.at(1, 1), "header-unclosed", "头信息没有结束", "在头信息最后、正文之前加一行 " + end);
    }

    private static void missing(List<String> lines, Where file, Diagnostics diagnostics) {
        int first = 0;
        while (lines.get(first).isBlank()) {
            first++;
        }
        String line = lines.get(first).strip();
        if (line.equals(FENCE)) {
            diagnostics.error(file.at(first + 1, 1), "header-missing", "--- 不在第一行，读不到头信息", "删去它前面的空行或空格");
        } else if (YAML_END.matcher(line).matches()) {
            diagnostics.error(
                    file.at(first + 1, 1), "header-missing", "头信息应以一行 --- 开头，这里是“" + line + "”", "改成三个半角的短横 ---");
        } else if (lines.get(first).matches("[A-Za-z_.]+\\s*[=＝].*")) {
            unclosed(lines, JBAKE_END, JBAKE_LIKE, file, diagnostics);
        } else {
            diagnostics.error(file.at(1, 1), "header-missing", "文件没有头信息", HINT);
        }
    }

    private static Optional<Header> jbake(String text, Where file, Diagnostics diagnostics) {
        String[] lines = text.split("\n", -1);
        int end = 0;
        while (end < lines.length && !lines[end].strip().equals(JBAKE_END)) {
            end++;
        }
        if (end == lines.length) {
            missing(List.of(lines), file, diagnostics);
            return Optional.empty();
        }
        PrivateUse.look(String.join("\n", List.of(lines).subList(0, end)), file.at(1, 1), diagnostics);
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        int offset = 0;
        for (int i = 0; i < end; i++) {
            offset += lines[i].length() + 1;
            property(lines[i], file.at(i + 1, 1), entries, keys, diagnostics);
        }
        String body = text.substring(Math.min(text.length(), offset + lines[end].length() + 1));
        return Optional.of(new Header(new Node.Mapping(entries, file.at(1, 1)), body, file.at(end + 2, 1)));
    }

    private static void property(
            String line, Where where, List<Node.Entry> entries, Set<String> keys, Diagnostics diagnostics) {
        if (line.isBlank()) {
            return;
        }
        int equals = line.indexOf('=');
        if (equals < 0) {
            // Read on as meant, so that one slip is one error.
            equals = slip(line);
            String hint = equals < 0
                    ? "写成“键=值”"
                    : "键和值之间用半角等号：" + line.substring(0, equals).strip() + "=…";
            diagnostics.error(
                    where.at(where.line(), equals < 0 ? 1 : line.codePointCount(0, equals) + 1),
                    "header-line",
                    "头信息里这一行没有等号：“" + line.strip() + "”",
                    hint);
            if (equals < 0) {
                return;
            }
        }
        String key = line.substring(0, equals).strip();
        if (!keys.add(key)) {
            diagnostics.error(where, "yaml-duplicate-key", "“" + key + "”写了两次", "只留一处，或把两处的内容并在一起");
            return;
        }
        String value = line.substring(equals + 1);
        int indent = value.length() - value.stripLeading().length();
        Where at = where.at(where.line(), line.codePointCount(0, equals + 1 + indent) + 1);
        String name = key.equals("date") ? "published" : key;
        entries.add(new Node.Entry(
                name, where, key.equals("tags") ? list(value.strip(), at) : new Node.Scalar(value.strip(), true, at)));
    }

    /** Where something stands that was meant for the equals sign; -1 if nothing does. */
    private static int slip(String line) {
        Matcher slip = Pattern.compile("\\s*[A-Za-z_.]+\\s*([＝:：])").matcher(line);
        return slip.lookingAt() ? slip.start(1) : -1;
    }

    /** JBake's lists: words between commas. */
    private static Node list(String value, Where start) {
        List<Node> items = new ArrayList<>();
        int at = 0;
        for (String part : value.split(",", -1)) {
            String word = part.strip();
            int indent = part.length() - part.stripLeading().length();
            if (!word.isEmpty()) {
                int column = start.column() + value.codePointCount(0, at + indent);
                items.add(new Node.Scalar(word, true, start.at(start.line(), column)));
            }
            at += part.length() + 1;
        }
        return new Node.Sequence(items, start);
    }
}
