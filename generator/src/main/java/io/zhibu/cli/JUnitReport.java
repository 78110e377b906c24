package io.zhibu.cli;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was found as a run of tests: each error is one that failed, and the site as a whole is one more. */
final class JUnitReport {
    private JUnitReport() {}

    static void write(Findings findings, Writer to) throws IOException {
        List<Diagnostic> errors =
                findings.diagnostics().stream().filter(Diagnostic::isError).toList();
        boolean failed = errors.isEmpty() && findings.exit() != Exit.GOOD;
        Map<String, String> suite = new LinkedHashMap<>();
        suite.put("name", "zhibu");
        suite.put("tests", errors.size() + 1 + "");
        suite.put("failures", errors.size() + (failed ? 1 : 0) + "");
        suite.put("errors", "0");
        suite.put("skipped", "0");
        suite.put("time", "%.3f".formatted(seconds(findings)));
        Xml xml = new Xml(to);
        xml.open("testsuites", Map.of());
        xml.open("testsuite", suite);
        xml.open("testcase", testcase("zhibu", "site"));
        if (failed) {
            xml.text("failure", ordered("message", "退出码 " + findings.exit(), "type", "exit"), "");
        }
        xml.text("system-out", Map.of(), others(findings.diagnostics()));
        xml.close("testcase");
        for (Diagnostic error : errors) {
            xml.open("testcase", testcase(error.where().file(), error.rule() + " " + error.where()));
            xml.text("failure", ordered("message", error.message(), "type", error.rule()), error.toString());
            xml.close("testcase");
        }
        xml.close("testsuite");
        xml.close("testsuites");
    }

    private static Map<String, String> testcase(String file, String name) {
        Map<String, String> attributes = ordered("name", name, "classname", file);
        attributes.put("time", "0");
        return attributes;
    }

    private static Map<String, String> ordered(String one, String value, String other, String otherValue) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(one, value);
        attributes.put(other, otherValue);
        return attributes;
    }

    private static String others(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(one -> one.severity() != Severity.ERROR)
                .map(Diagnostic::toString)
                .collect(Collectors.joining("\n"));
    }

    private static double seconds(Findings findings) {
        return findings.summary()
                        .map(one -> one.times().getOrDefault("total", 0L))
                        .orElse(0L)
                / 1e3;
    }
}
