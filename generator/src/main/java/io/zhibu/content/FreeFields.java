package io.zhibu.content;

import io.zhibu.config.Settings;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Fields;
import io.zhibu.page.Value;
import io.zhibu.yaml.Node;
import io.zhibu.yaml.YamlReading;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of a JBake header to fields without a schema: text, tags as a list, JSON as records. */
final class FreeFields {
    private final Settings settings;
    private final Diagnostics diagnostics;

    FreeFields(Settings settings, Diagnostics diagnostics) {
        this.settings = settings;
        this.diagnostics = diagnostics;
    }

    /** As in JBake the last of two equal keys counts. */
    Fields read(List<String> lines, Where file) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            int equals = lines.get(i).indexOf('=');
            if (equals >= 0) {
                String key = lines.get(i).substring(0, equals).strip();
                String value = lines.get(i).substring(equals + 1);
                int indent = value.length() - value.stripLeading().length();
                Where where = file.at(i + 1, lines.get(i).codePointCount(0, equals + 1 + indent) + 1);
                fields.put(key, value(key, value.strip(), where));
            }
        }
        return new Fields(fields);
    }

    private Value value(String key, String text, Where where) {
        if (key.equalsIgnoreCase("tags")) {
            return new Value.Many(
                    List.of(text.split(",")).stream()
                            .map(tag -> (Value) new Value.Text(tag(tag), where))
                            .toList(),
                    where);
        }
        if (text.startsWith("{") && text.endsWith("}")) {
            var json = new YamlReading().node(text, where);
            diagnostics.addAll(json.diagnostics());
            return json.value().map(FreeFields::json).orElse(new Value.Text(text, where));
        }
        return new Value.Text(text, where);
    }

    private String tag(String tag) {
        boolean sanitized = settings.get("tag.sanitize").filter("true"::equals).isPresent();
        return sanitized ? tag.strip().replace(" ", "-") : tag.strip();
    }

    private static Value json(Node node) {
        if (node instanceof Node.Mapping mapping) {
            Map<String, Value> fields = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> fields.put(entry.key(), json(entry.value())));
            return new Value.Record(new Fields(fields), node.where());
        }
        if (node instanceof Node.Sequence sequence) {
            return new Value.Many(
                    sequence.items().stream().map(FreeFields::json).toList(), node.where());
        }
        Node.Scalar scalar = (Node.Scalar) node;
        if (scalar.plain() && scalar.text().matches("-?\\d{1,18}(\\.\\d+)?")) {
            return new Value.Number(new BigDecimal(scalar.text()), node.where());
        }
        if (scalar.plain() && scalar.text().matches("true|false")) {
            return new Value.Flag(scalar.text().equals("true"), node.where());
        }
        return new Value.Text(scalar.text(), node.where());
    }
}
