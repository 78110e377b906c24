package io.zhibu.intake;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Typing;
import io.zhibu.yaml.Node;
import io.zhibu.yaml.YamlReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What entries of a type begin with on one site.
 *
 * @param header front matter as written, without the lines around it
 * @param fields of the front matter, as written
 * @param body may be empty
 */
record Archetype(String header, Map<String, Guess> fields, String body) {
    private static final Pattern FORM = Pattern.compile("(?s)---\\n(.*?)(?:\\n)?---\\n?(.*)");
    private static final Pattern KEY = Pattern.compile("([a-z_]+):(?: +(.*))?");

    static Archetype of(String text) {
        String plain = text.replace("\r\n", "\n").replaceFirst("^\uFEFF", "");
        Matcher form = FORM.matcher(plain);
        if (!form.matches()) {
            return new Archetype("", Map.of(), plain.strip().isEmpty() ? "" : plain.strip() + "\n");
        }
        Map<String, Guess> fields = new LinkedHashMap<>();
        String key = "";
        List<String> lines = new ArrayList<>();
        for (String line : form.group(1).lines().toList()) {
            Matcher begin = KEY.matcher(line);
            if (begin.matches()) {
                put(key, lines, fields);
                key = begin.group(1);
                lines = new ArrayList<>(List.of(begin.group(2) == null ? "" : begin.group(2)));
            } else if (!line.isBlank() && !line.startsWith("#") && !key.isEmpty()) {
                // The writing of front matter sets them in again.
                lines.add(line.startsWith("  ") ? line.substring(2) : line);
            }
        }
        put(key, lines, fields);
        String body = form.group(2).strip();
        return new Archetype(form.group(1), fields, body.isEmpty() ? "" : body + "\n");
    }

    private static void put(String key, List<String> lines, Map<String, Guess> fields) {
        if (!key.isEmpty()) {
            fields.put(key, new Guess(lines, Set.of(), ""));
        }
    }

    /** But for what is missing: that is asked for when an entry begins. */
    List<Diagnostic> faults(Schemas schemas, Schema schema, Where file) {
        Diagnostics diagnostics = new Diagnostics();
        if (header.isBlank()) {
            return List.of();
        }
        Outcome<Node.Mapping> read = new YamlReading().mapping(header, file.at(2, 1));
        diagnostics.addAll(read.diagnostics());
        if (!read.hasErrors()) {
            Where missing = Where.inFile("\uFFFF");
            Diagnostics typed = new Diagnostics();
            new Typing(schemas).entry(schema, read.value(), missing, typed);
            typed.list().stream()
                    .filter(one ->
                            !one.where().equals(missing) && !one.message().contains(HeaderWriting.UNWRITTEN))
                    .forEach(diagnostics::add);
        }
        return diagnostics.list();
    }
}
