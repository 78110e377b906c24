package io.zhibu.config;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.schema.Schemas;
import io.zhibu.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code units} of {@code baseline.yml}: how many units there are of each kind, whose sum is the number that is stated. */
final class UnitTotalReading {
    static final String PART = "units";
    private static final List<String> KEYS = List.of("label", "number", "as_of", "source", "unit", "kinds");
    private static final String NUMBER = "[1-9]\\d{0,8}";
    private static final String FORM =
            "照这样写：- {label: 委属单位, number: 18, source: 条目的标识, unit: 长江委, kinds: {事业单位: 13, 企业: 5}}";

    private final Naming named;
    private final Diagnostics diagnostics;

    UnitTotalReading(Schemas schemas, Diagnostics diagnostics) {
        this.named = new Naming(schemas, diagnostics);
        this.diagnostics = diagnostics;
    }

    List<UnitTotal> totals(Node.Mapping file) {
        List<UnitTotal> totals = new ArrayList<>();
        Optional<Node> part = file.get(PART);
        if (part.isPresent() && part.get() instanceof Node.Sequence lines) {
            lines.items().forEach(item -> one(item).ifPresent(totals::add));
        } else {
            part.ifPresent(node -> form(node, "这里应是一行行的单位数"));
        }
        return totals;
    }

    private Optional<UnitTotal> one(Node item) {
        if (!(item instanceof Node.Mapping line)) {
            form(item, "这里应是一行单位数");
            return Optional.empty();
        }
        line.entries().stream()
                .filter(entry -> !KEYS.contains(entry.key()))
                .forEach(entry -> diagnostics.error(
                        entry.where(),
                        "config-unknown",
                        "没有“" + entry.key() + "”这一项设置",
                        Nearest.hint(entry.key(), KEYS, line.keys())));
        Optional<String> label = text(line, "label");
        Optional<String> source = text(line, "source");
        Optional<Integer> number =
                text(line, "number").filter(word -> word.matches(NUMBER)).map(Integer::valueOf);
        Map<String, Integer> kinds = kinds(line);
        if (label.isEmpty() || source.isEmpty() || number.isEmpty() || kinds.isEmpty()) {
            form(item, "单位数缺 label、source、kinds，或 number 不是大于 0 的整数");
            return Optional.empty();
        }
        int sum = kinds.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != number.get()) {
            diagnostics.error(
                    line.get("number").orElseThrow().where(),
                    "baseline-sum",
                    "“" + label.get() + "”写的是 " + number.get() + "，各类之和是 " + sum,
                    "核对来源，改 number 或 kinds，使各类之和等于总数");
        }
        return Optional.of(new UnitTotal(
                label.get(), number.get(), text(line, "as_of").orElse(""), source.get(), unit(line), kinds));
    }

    private Map<String, Integer> kinds(Node.Mapping line) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        if (line.get("kinds").orElse(null) instanceof Node.Mapping written) {
            for (Node.Entry kind : written.entries()) {
                Optional<Integer> number = text(written, kind.key())
                        .filter(word -> word.matches(NUMBER))
                        .map(Integer::valueOf);
                if (number.isEmpty()) {
                    form(kind.value(), "“" + kind.key() + "”的数不是大于 0 的整数");
                }
                named.key(kind.key(), kind.where(), "unit-kind")
                        .ifPresent(key -> number.ifPresent(found -> kinds.put(key, found)));
            }
        }
        return kinds;
    }

    private Optional<String> unit(Node.Mapping line) {
        return line.get("unit")
                .flatMap(node -> text(line, "unit").flatMap(name -> named.key(name, node.where(), "unit")));
    }

    private static Optional<String> text(Node.Mapping line, String key) {
        return line.get(key)
                .filter(node -> node instanceof Node.Scalar scalar && !scalar.isNothing())
                .map(node -> ((Node.Scalar) node).text());
    }

    private void form(Node node, String message) {
        diagnostics.error(node.where(), "baseline-form", message, FORM);
    }
}
