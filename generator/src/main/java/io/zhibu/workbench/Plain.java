package io.zhibu.workbench;

import io.zhibu.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Values of front matter as texts, lists and maps of such, and how they are written in YAML.
 */
final class Plain {
    private static final int LONGEST_LIST = 100;
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}“《‘（〔][^,\\[\\]{}:#\"'&*!|>%@`\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]*(?<!\\s)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");

    private Plain() {}

    /** A text, a {@code List} or a {@code Map}; nothing is an empty text. */
    static Object of(Node node) {
        if (node instanceof Node.Mapping mapping) {
            Map<String, Object> map = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> map.put(entry.key(), of(entry.value())));
            return map;
        }
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream().map(Plain::of).toList();
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return scalar.isNothing() ? "" : scalar.text();
    }

    /** The lines of one field; those after the first are indented. */
    static List<String> field(String key, Object value, int indent) {
        if (value instanceof List<?> list) {
            return list(key, list, indent);
        }
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            List<String> lines = new ArrayList<>(List.of(key + ":"));
            fields(map, indent + 2).forEach(line -> lines.add(line));
            lines.set(1, " ".repeat(indent + 2) + lines.get(1));
            return lines;
        }
        return List.of(key + ": " + (value instanceof Map<?, ?> ? "{}" : scalar(value.toString())));
    }

    /** The fields of a map one below the other; the first line isn't indented. */
    static List<String> fields(Map<?, ?> map, int indent) {
        List<String> lines = new ArrayList<>();
        map.forEach((key, value) -> {
            List<String> field = field(key.toString(), value, indent);
            lines.add((lines.isEmpty() ? "" : " ".repeat(indent)) + field.get(0));
            lines.addAll(field.subList(1, field.size()));
        });
        return lines.isEmpty() ? List.of("{}") : lines;
    }

    private static List<String> list(String key, List<?> list, int indent) {
        String inLine = inLine(list);
        if (list.stream().noneMatch(Map.class::isInstance) && inLine.length() <= LONGEST_LIST) {
            return List.of(key + ": " + inLine);
        }
        List<String> lines = new ArrayList<>(List.of(key + ":"));
        list.forEach(item -> lines.addAll(item(item, indent + 2)));
        return lines;
    }

    /** The lines of one item of a list, all indented. */
    static List<String> item(Object item, int indent) {
        String dash = " ".repeat(indent) + "- ";
        if (item instanceof Map<?, ?> map) {
            List<String> lines = new ArrayList<>(fields(map, indent + 2));
            lines.set(0, dash + lines.get(0));
            return lines;
        }
        return List.of(dash + (item instanceof List<?> list ? inLine(list) : scalar(item.toString())));
    }

    private static String inLine(Object value) {
        if (value instanceof List<?> list) {
            List<String> items = list.stream().map(Plain::inLine).toList();
            return "[" + String.join(", ", items) + "]";
        }
        if (value instanceof Map<?, ?> map) {
            List<String> fields = new ArrayList<>();
            map.forEach((key, one) -> fields.add(key + ": " + inLine(one)));
            return "{" + String.join(", ", fields) + "}";
        }
        return scalar(value.toString());
    }

    private static String scalar(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !text.equals("null")
                || NUMBER.matcher(text).matches();
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (c < ' ' && c != '\t' || c == 0xfeff || c >= 0xfffe) {
                // Nobody sees them, and no entry may hold them.
                return;
            } else if (c < ' ' || c >= 0x7f && c <= 0xa0 || c == 0x2028 || c == 0x2029) {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
