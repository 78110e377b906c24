package io.zhibu.content;

import io.zhibu.address.Segment;
import io.zhibu.config.Settings;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Value;
import io.zhibu.yaml.Node;
import io.zhibu.yaml.YamlReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lines of a JBake header to fields without a schema: text, tags as a list, JSON as records. */
final class FreeFields {
    private static final Set<String> COMPUTED = Set.of(
            "uri", "body", "rootpath", "sha1", "file", "sourceuri", "rendered", "previousContent", "nextContent");
    private static final List<String> ANY_CASE = List.of("date", "tags", "cached");

    private final Settings settings;
    private final Diagnostics diagnostics;

    FreeFields(Settings settings, Diagnostics diagnostics) {
        this.settings = settings;
        this.diagnostics = diagnostics;
    }

    /** As in JBake the last of two equal keys counts. */
    Map<String, Value> read(List<String> lines, Where file) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int equals = line.indexOf('=');
            if (equals >= 0) {
                String key = key(line.substring(0, equals).trim());
                String value = line.substring(equals + 1);
                int indent = value.length() - value.stripLeading().length();
                Where where = file.at(i + 1, line.codePointCount(0, equals + 1 + indent) + 1);
                put(fields, key, value(key, value.trim(), where), file.at(i + 1, 1));
            }
        }
        return fields;
    }

    private void put(Map<String, Value> fields, String key, Value value, Where where) {
        if (COMPUTED.contains(key)) {
            diagnostics.warning(where, "header-computed", "“" + key + "”由程序算出，写在头信息里不起作用", "删去这一行，或换一个键名");
        } else if (fields.put(key, value) != null) {
            diagnostics.warning(where, "header-twice", "“" + key + "”写了两次，以后一次为准", "只留一处");
        }
    }

    private static String key(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        return ANY_CASE.contains(lower) ? lower : written;
    }

    private Value value(String key, String text, Where where) {
        if (key.equals("tags")) {
            return tags(text, where);
        }
        return text.startsWith("{") && text.endsWith("}") ? json(text, where) : new Value.Text(text, where);
    }

    private Value json(String text, Where where) {
        Outcome<Optional<Node>> node = new YamlReading().node(text, where);
        List<Diagnostic> forbidden = node.diagnostics().stream()
                .filter(one -> one.rule().equals("control-character"))
                .toList();
        if (!forbidden.isEmpty()) {
            forbidden.forEach(one -> diagnostics.error(
                    where.at(where.line(), where.column() + one.where().column() - 1),
                    one.rule(),
                    one.message(),
                    "删去它；反斜线本身要写两次（\\\\）"));
            return new Value.Unrecorded(where);
        }
        return (node.hasErrors() ? Optional.<Node>empty() : node.value())
                .flatMap(Untyped::json)
                .orElseGet(() -> {
                    diagnostics.warning(where, "header-json", "花括号里的不是 JSON，这个键没有值", "检查引号、逗号和括号；不是 JSON 就不要以 { 开头");
                    return new Value.Unrecorded(where);
                });
    }

    private Value tags(String text, Where where) {
        List<Value> tags = new ArrayList<>();
        boolean empty = false;
        for (String part : text.split(",", -1)) {
            String tag = settings.isOn("tag.sanitize") ? part.trim().replace(" ", "-") : part.trim();
            empty |= tag.isEmpty();
            if (!tag.isEmpty()) {
                tags.add(new Value.Text(tag, where));
                look(tag, where);
            }
        }
        if (empty) {
            diagnostics.warning(where, "tag-empty", "有一个标签是空的，不算", "删去多余的逗号；没有标签就删去这一行");
        }
        return new Value.Many(tags, where);
    }

    private void look(String tag, Where where) {
        if (tag.matches(".*[，、；].*")) {
            diagnostics.warning(where, "tag-comma", "“" + tag + "”整个是一个标签", "标签之间用半角逗号");
        }
        if (!Segment.kept(tag).equals(tag)) {
            diagnostics.warning(
                    where, "tag-name", "标签“" + tag + "”不能做文件名，它的网页叫 " + Segment.kept(tag), "换一个标签名；照标签名拼网址的模板链接不到它");
        }
    }
}
