package io.zhibu.cli;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found as Checkstyle writes it: by file, a line each. */
final class CheckstyleReport {
    private CheckstyleReport() {}

    static void write(Findings findings, Writer to) throws IOException {
        Map<String, List<Diagnostic>> byFile = new LinkedHashMap<>();
        findings.diagnostics()
                .forEach(one -> byFile.computeIfAbsent(one.where().file(), file -> new ArrayList<>())
                        .add(one));
        Xml xml = new Xml(to);
        xml.open("checkstyle", Map.of("version", "8.0"));
        for (Map.Entry<String, List<Diagnostic>> file : byFile.entrySet()) {
            xml.open("file", Map.of("name", file.getKey()));
            for (Diagnostic one : file.getValue()) {
                xml.empty("error", attributes(one));
            }
            xml.close("file");
        }
        xml.close("checkstyle");
    }

    private static Map<String, String> attributes(Diagnostic one) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("line", one.where().line() + "");
        if (one.where().column() > 0) {
            attributes.put("column", one.where().column() + "");
        }
        attributes.put("severity", severity(one.severity()));
        attributes.put(
                "message", one.message() + one.hint().map(hint -> "。建议：" + hint).orElse(""));
        attributes.put("source", "zhibu." + one.rule());
        return attributes;
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTICE -> "info";
        };
    }
}
