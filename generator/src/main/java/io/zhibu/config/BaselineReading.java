package io.zhibu.config;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.schema.Schemas;
import io.zhibu.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code baseline.yml} to the numbers that coverage is held against, with complaints about what isn't one. */
final class BaselineReading {
    private static final List<String> KEYS =
            List.of("label", "number", "approx", "as_of", "source", "org_level", "unit_kind", "unit");
    private static final List<String> PARTS = List.of("lines", UnitTotalReading.PART);
    private static final List<String> APPROX = List.of("近", "余", "多", "约");
    private static final String FORM =
            "照这样写：- {label: 机关党支部, number: 20, as_of: 2021-06, source: 条目的标识, unit_kind: organ}";

    private final Naming named;
    private final Diagnostics diagnostics;

    BaselineReading(Schemas schemas, Diagnostics diagnostics) {
        this.named = new Naming(schemas, diagnostics);
        this.diagnostics = diagnostics;
    }

    List<Baseline> baseline(Node.Mapping file) {
        List<Baseline> all = new ArrayList<>();
        for (Node.Entry entry : file.entries()) {
            if (!PARTS.contains(entry.key())) {
                unknown(entry, file, PARTS);
            } else if (!entry.key().equals("lines")) {
                continue;
            } else if (entry.value() instanceof Node.Sequence lines) {
                lines.items().forEach(item -> one(item).ifPresent(all::add));
            } else {
                diagnostics.error(entry.value().where(), "baseline-form", "这里应是一行行的基线", FORM);
            }
        }
        return all;
    }

    private Optional<Baseline> one(Node item) {
        if (!(item instanceof Node.Mapping line)) {
            diagnostics.error(item.where(), "baseline-form", "这里应是一行基线", FORM);
            return Optional.empty();
        }
        line.entries().stream()
                .filter(entry -> !KEYS.contains(entry.key()))
                .forEach(entry -> unknown(entry, line, KEYS));
        Optional<String> label = text(line, "label");
        Optional<String> number = text(line, "number").filter(word -> word.matches("[1-9]\\d{0,8}"));
        Optional<String> source = text(line, "source");
        if (label.isEmpty() || number.isEmpty() || source.isEmpty()) {
            diagnostics.error(item.where(), "baseline-form", "基线缺 label、source，或 number 不是大于 0 的整数", FORM);
            return Optional.empty();
        }
        String approx = text(line, "approx").orElse("");
        if (!approx.isEmpty() && !APPROX.contains(approx)) {
            diagnostics.error(
                    line.get("approx").orElseThrow().where(),
                    "baseline-form",
                    "“approx”没有“" + approx + "”这个词",
                    "写 " + String.join("、", APPROX) + "，不是约数就删去这一项");
        }
        return Optional.of(new Baseline(
                label.get(),
                Integer.parseInt(number.get()),
                approx,
                text(line, "as_of").orElse(""),
                source.get(),
                words(line, "org_level", "org-level"),
                words(line, "unit_kind", "unit-kind"),
                words(line, "unit", "unit").stream().findFirst()));
    }

    private void unknown(Node.Entry entry, Node.Mapping among, List<String> known) {
        diagnostics.error(
                entry.where(),
                "config-unknown",
                "没有“" + entry.key() + "”这一项设置",
                Nearest.hint(entry.key(), known, among.keys()));
    }

    private static Optional<String> text(Node.Mapping line, String key) {
        return line.get(key).flatMap(node -> scalars(node).findFirst()).map(Node.Scalar::text);
    }

    private static Stream<Node.Scalar> scalars(Node node) {
        List<Node> nodes = node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
        return nodes.stream()
                .filter(Node.Scalar.class::isInstance)
                .map(Node.Scalar.class::cast)
                .filter(scalar -> !scalar.isNothing());
    }

    /** Keys of words that the file names as an entry would. */
    private List<String> words(Node.Mapping line, String key, String vocabulary) {
        List<String> keys = new ArrayList<>();
        line.get(key).stream()
                .flatMap(BaselineReading::scalars)
                .forEach(
                        name -> named.key(name.text(), name.where(), vocabulary).ifPresent(keys::add));
        return keys;
    }
}
