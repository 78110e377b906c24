package io.zhibu.schema;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.yaml.Node;
import java.util.List;
import java.util.Optional;

/** Takes plain words out of a mapping of a configuration file, with complaints where something else stands. */
final class Words {
    private final Node.Mapping mapping;
    private final Diagnostics diagnostics;

    Words(Node.Mapping mapping, Diagnostics diagnostics) {
        this.mapping = mapping;
        this.diagnostics = diagnostics;
    }

    static List<String> texts(Node node) {
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream()
                    .flatMap(item -> texts(item).stream())
                    .toList();
        }
        return node instanceof Node.Scalar scalar && !scalar.isNothing() ? List.of(scalar.text()) : List.of();
    }

    void onlyKeys(List<String> known) {
        for (Node.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                diagnostics.error(
                        entry.where(),
                        "config-unknown",
                        "没有“" + entry.key() + "”这一项设置",
                        Nearest.hint(entry.key(), known, mapping.keys()));
            }
        }
    }

    Optional<String> text(String key) {
        return mapping.get(key).flatMap(node -> {
            if (node instanceof Node.Scalar scalar && !scalar.isNothing()) {
                return Optional.of(scalar.text());
            }
            wrong(node, key, "一段文字");
            return Optional.empty();
        });
    }

    boolean flag(String key, boolean otherwise) {
        return text(key)
                .map(word -> {
                    if (!word.equals("true") && !word.equals("false")) {
                        wrong(mapping.get(key).orElseThrow(), key, "true 或 false");
                        return otherwise;
                    }
                    return word.equals("true");
                })
                .orElse(otherwise);
    }

    int number(String key, int otherwise) {
        return text(key)
                .map(word -> {
                    if (!word.matches("\\d{1,9}")) {
                        wrong(mapping.get(key).orElseThrow(), key, "一个整数");
                        return otherwise;
                    }
                    return Integer.parseInt(word);
                })
                .orElse(otherwise);
    }

    /** An empty mapping if there is none. */
    Node.Mapping mapping(String key) {
        Node node = mapping.get(key).orElse(null);
        if (node instanceof Node.Mapping found) {
            return found;
        }
        if (node != null) {
            wrong(node, key, "一组“键: 值”");
        }
        return new Node.Mapping(List.of(), mapping.where());
    }

    private void wrong(Node node, String key, String expected) {
        diagnostics.error(node.where(), "config-value", "“" + key + "”应是" + expected, "对照 site-config 里别的文件的写法");
    }
}
