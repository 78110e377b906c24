package io.zhibu.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.zhibu.build.Building;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Severity;
import io.zhibu.memo.Counting;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was found as JSON, for CI: counts, times and every diagnostic. */
final class JsonReport {
    private JsonReport() {}

    static void write(Findings findings, Writer to) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(to)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            if (findings.summary().isPresent()) {
                json.writeStringField(
                        "asOf", findings.summary().get().site().today().toString());
            }
            json.writeBooleanField("published", findings.published());
            json.writeNumberField("exit", findings.exit());
            if (findings.summary().isPresent()) {
                pages(json, findings.summary().get());
            }
            json.writeObjectFieldStart("counts");
            for (Severity severity : Severity.values()) {
                json.writeNumberField(word(severity), findings.count(severity));
            }
            json.writeEndObject();
            json.writeObjectFieldStart("milliseconds");
            if (findings.summary().isPresent()) {
                for (Map.Entry<String, Long> time :
                        findings.summary().get().times().entrySet()) {
                    json.writeNumberField(time.getKey(), time.getValue());
                }
            }
            json.writeEndObject();
            json.writeObjectFieldStart("remembered");
            if (findings.summary().isPresent()) {
                for (Map.Entry<String, Counting.Reuse> stage :
                        findings.summary().get().reuse().get().entrySet()) {
                    json.writeObjectFieldStart(stage.getKey());
                    json.writeNumberField("used", stage.getValue().used());
                    json.writeNumberField("made", stage.getValue().made());
                    json.writeEndObject();
                }
            }
            json.writeEndObject();
            diagnostics(json, findings.diagnostics());
            json.writeEndObject();
        }
    }

    private static void pages(JsonGenerator json, Summary summary) throws IOException {
        json.writeObjectFieldStart("pages");
        for (Building.Count count : summary.site().counts()) {
            json.writeObjectFieldStart(count.type());
            json.writeStringField("label", count.label());
            json.writeNumberField("count", count.entries());
            json.writeNumberField("samples", count.samples());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeNumberField("shown", summary.site().shown());
        json.writeNumberField("withheld", summary.site().withheld());
        json.writeNumberField("restricted", summary.site().leftOut());
        json.writeNumberField(
                "files", summary.written().map(site -> site.files()).orElse(0));
        json.writeNumberField(
                "bytes", summary.written().map(site -> site.bytes()).orElse(0L));
    }

    private static void diagnostics(JsonGenerator json, List<Diagnostic> diagnostics) throws IOException {
        json.writeArrayFieldStart("diagnostics");
        for (Diagnostic one : diagnostics) {
            json.writeStartObject();
            json.writeStringField("file", one.where().file());
            json.writeNumberField("line", one.where().line());
            json.writeNumberField("column", one.where().column());
            json.writeStringField("severity", word(one.severity()));
            json.writeStringField("rule", one.rule());
            json.writeStringField("message", one.message());
            if (one.hint().isPresent()) {
                json.writeStringField("hint", one.hint().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
