package io.zhibu.content;

import io.zhibu.page.Fields;
import io.zhibu.page.Value;
import io.zhibu.yaml.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nodes to values where no schema says what they are: the writing decides, as in JSON and YAML. What is null there is unrecorded. */
final class Untyped {
    private static final String INTEGER = "[-+]?(0|[1-9][0-9_]*)";
    private static final String DECIMAL = "[-+]?[0-9][0-9_]*(\\.[0-9_]*)?([eE][-+]?[0-9]+)?";
    private static final String JSON_NUMBER = "-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d{1,3})?";

    private Untyped() {}

    /** As YAML; days stay text. */
    static Value yaml(Node node) {
        if (node instanceof Node.Mapping mapping) {
            Map<String, Value> fields = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> fields.put(entry.key(), yaml(entry.value())));
            return new Value.Record(new Fields(fields), node.where());
        }
        if (node instanceof Node.Sequence sequence) {
            return new Value.Many(sequence.items().stream().map(Untyped::yaml).toList(), node.where());
        }
        Node.Scalar scalar = (Node.Scalar) node;
        String word = scalar.text();
        if (scalar.isNothing() || scalar.plain() && word.matches("Null|NULL")) {
            return new Value.Unrecorded(scalar.where());
        }
        if (scalar.plain() && word.matches("(?i)true|false|yes|no|on|off")) {
            return new Value.Flag(word.matches("(?i)true|yes|on"), scalar.where());
        }
        return scalar.plain() && (word.matches(INTEGER) || word.matches(DECIMAL)) && word.length() < 40
                ? number(word.replace("_", ""), word.matches(INTEGER), scalar)
                : new Value.Text(word, scalar.where());
    }

    /** As JSON; empty if a bare word in it is none of JSON's. */
    static Optional<Value> json(Node node) {
        if (node instanceof Node.Mapping mapping) {
            Map<String, Value> fields = new LinkedHashMap<>();
            for (Node.Entry entry : mapping.entries()) {
                Optional<Value> value = json(entry.value());
                if (value.isEmpty()) {
                    return value;
                }
                fields.put(entry.key(), value.get());
            }
            return Optional.of(new Value.Record(new Fields(fields), node.where()));
        }
        if (node instanceof Node.Sequence sequence) {
            List<Value> values = new ArrayList<>();
            for (Node item : sequence.items()) {
                Optional<Value> value = json(item);
                if (value.isEmpty()) {
                    return value;
                }
                values.add(value.get());
            }
            return Optional.of(new Value.Many(values, node.where()));
        }
        return json((Node.Scalar) node);
    }

    private static Optional<Value> json(Node.Scalar scalar) {
        String word = scalar.text();
        if (!scalar.plain()) {
            return Optional.of(new Value.Text(word, scalar.where()));
        } else if (word.equals("null")) {
            return Optional.of(new Value.Unrecorded(scalar.where()));
        } else if (word.matches("true|false")) {
            return Optional.of(new Value.Flag(word.equals("true"), scalar.where()));
        }
        return word.matches(JSON_NUMBER) ? Optional.of(number(word, word.matches("-?\\d+"), scalar)) : Optional.empty();
    }

    /** What has a point or an exponent keeps a digit after the point, which tells it from a whole number. */
    private static Value number(String digits, boolean whole, Node.Scalar scalar) {
        BigDecimal number = new BigDecimal(digits);
        return new Value.Number(whole || number.scale() > 0 ? number : number.setScale(1), scalar.where());
    }
}
