package io.zhibu.config;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.unicode.Forbidden;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** Properties text to settings with places. The first of two equal keys stays, with a complaint about the second. */
final class PropertiesReading {
    private final Where file;
    private final Diagnostics diagnostics;

    PropertiesReading(Where file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    Settings read(String text) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Where> places = new LinkedHashMap<>();
        String[] lines = text.split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int first = i;
            StringBuilder logical = new StringBuilder(lines[i]);
            while (continues(lines[i]) && i + 1 < lines.length) {
                logical.append('\n').append(lines[++i]);
            }
            line(logical.toString(), file.at(first + 1, indent(lines[first]) + 1), values, places);
        }
        return new Settings(values, places);
    }

    private void line(String logical, Where where, Map<String, String> values, Map<String, Where> places)
            throws IOException {
        String start = logical.stripLeading();
        if (start.isEmpty() || start.startsWith("#") || start.startsWith("!")) {
            return;
        }
        Properties one = new Properties();
        try {
            one.load(new StringReader(logical));
        } catch (IllegalArgumentException wrong) {
            diagnostics.error(where, "setting-escape", "\\u 后面应是四位十六进制数", "直接写汉字即可，不必转义");
            return;
        }
        if (!start.matches("(?s)[^=:\\s]+\\s*[=:].*")) {
            diagnostics.error(
                    where,
                    "setting-form",
                    "这一行不是“键=值”",
                    start.contains("＝") || start.contains("：") ? "等号用半角" : "补上等号；注释以 # 开头");
            return;
        }
        one.forEach((key, value) -> {
            forbidden(key + "=" + value, where);
            if (values.putIfAbsent((String) key, (String) value) == null) {
                places.put((String) key, where);
            } else {
                diagnostics.warning(where, "setting-twice", "“" + key + "”写了两次，以第一次为准", "删去多余的一行");
            }
        });
    }

    /** What {@code \\u0008} makes. */
    private void forbidden(String text, Where where) {
        Forbidden.first(text)
                .ifPresent(at -> diagnostics.error(
                        where,
                        "control-character",
                        "这一项里写出的有" + Forbidden.called(text.codePointAt(at)),
                        "删去那个以 \\u 开头的转义"));
    }

    private static boolean continues(String line) {
        String start = line.stripLeading();
        if (start.startsWith("#") || start.startsWith("!")) {
            return false;
        }
        int slashes = 0;
        while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
