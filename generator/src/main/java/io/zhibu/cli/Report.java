package io.zhibu.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.zhibu.build.Building;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Severity;
import io.zhibu.disk.OneFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A build's summary as JSON, for CI. */
final class Report {
    private Report() {}

    /** The file that it stands in: one that is no report is not replaced. */
    static OneFile file(Path path) {
        return new OneFile(path.toAbsolutePath().normalize(), "{");
    }

    static void write(Path path, Summary summary) throws IOException {
        file(path).write(fresh -> {
            write(Files.newBufferedWriter(fresh), summary);
            return true;
        });
    }

    private static void write(Writer to, Summary summary) throws IOException {
        try (Writer writer = to;
                JsonGenerator json = new JsonFactory().createGenerator(writer)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("asOf", summary.built().today().toString());
            json.writeBooleanField("published", summary.written().isPresent());
            pages(json, summary);
            json.writeObjectFieldStart("counts");
            for (Severity severity : Severity.values()) {
                json.writeNumberField(word(severity), summary.count(severity));
            }
            json.writeEndObject();
            json.writeObjectFieldStart("milliseconds");
            for (Map.Entry<String, Long> time : summary.times().entrySet()) {
                json.writeNumberField(time.getKey(), time.getValue());
            }
            json.writeEndObject();
            diagnostics(json, summary.diagnostics());
            json.writeEndObject();
        }
    }

    private static void pages(JsonGenerator json, Summary summary) throws IOException {
        json.writeObjectFieldStart("pages");
        for (Building.Count count : summary.built().counts()) {
            json.writeObjectFieldStart(count.type());
            json.writeStringField("label", count.label());
            json.writeNumberField("count", count.entries());
            json.writeNumberField("samples", count.samples());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeNumberField("shown", summary.built().catalogue().pages().size());
        json.writeNumberField("withheld", summary.built().catalogue().withheld().size());
        json.writeNumberField(
                "restricted", summary.built().catalogue().restricted().size());
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
