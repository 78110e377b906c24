package io.zhibu.workbench;

import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.http.Request;
import io.zhibu.yaml.Node;
import io.zhibu.yaml.YamlReading;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a page sends along, as a form does. */
final class Fields {
    private final Map<String, String> fields;

    private Fields(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Of the address's query. */
    static Fields asked(Request request) {
        return of(request.query());
    }

    /** Of the body. */
    static Fields sent(Request request) {
        return of(request.text());
    }

    private static Fields of(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String one : form.split("&")) {
            int equals = one.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(one.substring(0, equals)), decoded(one.substring(equals + 1)));
            }
        }
        return new Fields(fields);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }

    /** Empty if it isn't there. */
    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    Optional<String> given(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    Set<String> words(String name) {
        return Set.copyOf(Arrays.stream(text(name).split(","))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** What is written in JSON, which is YAML too; empty if it is no map. */
    Optional<Map<String, Object>> values(String name) {
        Outcome<Node.Mapping> read = new YamlReading().mapping(text(name), new Where(name, 1, 1));
        if (read.hasErrors()) {
            return Optional.empty();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        read.value().entries().forEach(entry -> values.put(entry.key(), plain(entry.value())));
        return Optional.of(values);
    }

    private static Object plain(Node node) {
        return node instanceof Node.Sequence sequence && sequence.items().isEmpty() ? List.of() : Plain.of(node);
    }
}
