package io.zhibu.config;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code search-tests.yml} to expectations, with complaints about what isn't one. */
final class ExpectationReading {
    private static final List<String> KEYS = List.of("query", "id", "top");
    private static final String FORM = "照这样写：- {query: 三亮, id: sanliang, top: 1}";

    private final Diagnostics diagnostics;

    ExpectationReading(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    List<Expectation> expectations(Node.Mapping file) {
        List<Expectation> all = new ArrayList<>();
        for (Node.Entry entry : file.entries()) {
            if (!entry.key().equals("tests")) {
                diagnostics.error(entry.where(), "config-unknown", "没有“" + entry.key() + "”这一项设置", "各条写在 tests: 下面");
            } else if (entry.value() instanceof Node.Sequence tests) {
                tests.items().forEach(item -> one(item).ifPresent(all::add));
            } else {
                diagnostics.error(entry.value().where(), "search-test-form", "这里应是一条条的搜索测试", FORM);
            }
        }
        return all;
    }

    private Optional<Expectation> one(Node item) {
        if (!(item instanceof Node.Mapping test)) {
            diagnostics.error(item.where(), "search-test-form", "这里应是一条搜索测试", FORM);
            return Optional.empty();
        }
        for (Node.Entry entry : test.entries()) {
            if (!KEYS.contains(entry.key())) {
                diagnostics.error(
                        entry.where(),
                        "config-unknown",
                        "没有“" + entry.key() + "”这一项设置",
                        Nearest.hint(entry.key(), KEYS, test.keys()));
            }
        }
        Optional<Node.Scalar> query = word(test, "query");
        Optional<Node.Scalar> id = word(test, "id");
        if (query.isEmpty() || id.isEmpty()) {
            diagnostics.error(item.where(), "search-test-form", "搜索测试缺 query 或 id", FORM);
            return Optional.empty();
        }
        String top = word(test, "top").map(Node.Scalar::text).orElse("1");
        if (!top.matches("[1-9]\\d{0,2}")) {
            diagnostics.error(
                    test.get("top").orElseThrow().where(), "search-test-top", "“top”应是 1 到 999 的整数", "写应在前几名里，不写就是第一名");
            return Optional.empty();
        }
        return Optional.of(new Expectation(
                query.get().text(),
                id.get().text(),
                Integer.parseInt(top),
                query.get().where(),
                id.get().where()));
    }

    private static Optional<Node.Scalar> word(Node.Mapping test, String key) {
        return test.get(key)
                .filter(Node.Scalar.class::isInstance)
                .map(Node.Scalar.class::cast)
                .filter(scalar -> !scalar.isNothing());
    }
}
