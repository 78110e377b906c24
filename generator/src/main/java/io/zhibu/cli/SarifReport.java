package io.zhibu.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Severity;
import io.zhibu.diagnostic.Where;
import io.zhibu.rulebook.Rulebook;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** What was found as SARIF 2.1.0, which code hosts and editors show beside the lines. */
final class SarifReport {
    private static final Rulebook BOOK = Rulebook.own();

    private SarifReport() {}

    static void write(Findings findings, Writer to) throws IOException {
        List<String> rules = findings.diagnostics().stream()
                .map(Diagnostic::rule)
                .sorted()
                .distinct()
                .toList();
        try (JsonGenerator json = new JsonFactory().createGenerator(to)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            tool(json, rules);
            // As Where counts them; the other kind would be UTF-16.
            json.writeStringField("columnKind", "unicodeCodePoints");
            json.writeArrayFieldStart("invocations");
            json.writeStartObject();
            json.writeBooleanField("executionSuccessful", findings.exit() == Exit.GOOD);
            json.writeNumberField("exitCode", findings.exit());
            json.writeEndObject();
            json.writeEndArray();
            json.writeArrayFieldStart("results");
            for (Diagnostic one : findings.diagnostics()) {
                result(json, one, rules.indexOf(one.rule()));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void tool(JsonGenerator json, List<String> rules) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "Zhibu");
        json.writeStringField("version", Zhibu.Version.number());
        json.writeStringField("language", "zh-CN");
        json.writeArrayFieldStart("rules");
        for (String rule : rules) {
            json.writeStartObject();
            json.writeStringField("id", rule);
            if (BOOK.rule(rule).isPresent()) {
                text(json, "shortDescription", BOOK.rule(rule).get().title());
                text(json, "fullDescription", BOOK.rule(rule).get().why());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private static void result(JsonGenerator json, Diagnostic one, int rule) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", one.rule());
        json.writeNumberField("ruleIndex", rule);
        json.writeStringField("level", level(one.severity()));
        json.writeObjectFieldStart("message");
        json.writeStringField(
                "text", one.message() + one.hint().map(hint -> "\n建议：" + hint).orElse(""));
        json.writeEndObject();
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(one.where().file()));
        json.writeEndObject();
        region(json, one.where());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void region(JsonGenerator json, Where where) throws IOException {
        if (where.line() > 0) {
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", where.line());
            if (where.column() > 0) {
                json.writeNumberField("startColumn", where.column());
            }
            json.writeEndObject();
        }
    }

    /** From the site's root; a place outside of it as it stands on the disk. */
    private static String uri(String file) {
        try {
            return Path.of(file).isAbsolute()
                    ? Path.of(file).toUri().toASCIIString()
                    : new URI(null, null, "/" + file, null).toASCIIString().substring(1);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTICE -> "note";
        };
    }
}
