package io.zhibu.config;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Where;
import io.zhibu.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code readings.yml} and {@code synonyms.yml} to what they say, with complaints about what can't be used. */
final class WordingReading {
    private final Diagnostics diagnostics;

    WordingReading(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    Map<String, List<String>> readings(Node.Mapping file) {
        Map<String, List<String>> readings = new LinkedHashMap<>();
        for (Node.Entry entry : file.entries()) {
            List<String> syllables = text(entry.value())
                    .map(text -> List.of(text.strip().split("\\s+")))
                    .orElse(List.of());
            if (syllables.isEmpty() || !syllables.stream().allMatch(one -> one.matches("[a-z]{1,6}"))) {
                diagnostics.error(
                        entry.value().where(),
                        "reading-value",
                        "“" + entry.key() + "”的读音应是小写拼音，音节之间空一格",
                        "照这样写：尉迟: yu chi；ü 写作 v");
            } else if (syllables.size() != entry.key().length()) {
                diagnostics.error(
                        entry.value().where(),
                        "reading-count",
                        "“" + entry.key() + "”有 " + entry.key().length() + " 个字，读音有 " + syllables.size() + " 个音节",
                        "一个字写一个音节");
            } else {
                readings.put(entry.key(), syllables);
            }
        }
        return readings;
    }

    List<List<String>> synonyms(Node.Mapping file) {
        List<List<String>> groups = new ArrayList<>();
        for (Node.Entry entry : file.entries()) {
            switch (entry.key()) {
                case "same" -> same(entry.value(), groups);
                case "parts" -> parts(entry.value(), true, groups);
                case "finds" -> parts(entry.value(), false, groups);
                default ->
                    diagnostics.error(
                            entry.where(),
                            "config-unknown",
                            "没有“" + entry.key() + "”这一项设置",
                            Nearest.hint(entry.key(), List.of("same", "parts", "finds"), file.keys()));
            }
        }
        return groups;
    }

    /** Every wording of a group stands for every other. */
    private void same(Node value, List<List<String>> groups) {
        if (!(value instanceof Node.Sequence all)) {
            wrong(value.where());
            return;
        }
        for (Node one : all.items()) {
            List<String> words = words(one);
            words.forEach(word -> groups.add(first(word, words)));
        }
    }

    /** @param back whether each of its parts stands for a wording too, which doesn't make the parts stand for one another */
    private void parts(Node value, boolean back, List<List<String>> groups) {
        if (!(value instanceof Node.Mapping all)) {
            wrong(value.where());
            return;
        }
        for (Node.Entry entry : all.entries()) {
            List<String> parts = words(entry.value());
            groups.add(first(entry.key(), parts));
            if (back) {
                parts.forEach(part -> groups.add(List.of(part, entry.key())));
            }
        }
    }

    private static List<String> first(String word, List<String> others) {
        return Stream.concat(Stream.of(word), others.stream().filter(other -> !other.equals(word)))
                .toList();
    }

    private List<String> words(Node node) {
        List<String> words = new ArrayList<>();
        if (node instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> text(item).ifPresentOrElse(words::add, () -> wrong(item.where())));
        } else {
            wrong(node.where());
        }
        return words;
    }

    private static Optional<String> text(Node node) {
        return node instanceof Node.Scalar scalar && !scalar.isNothing()
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    private void wrong(Where where) {
        diagnostics.error(
                where,
                "synonym-form",
                "这里应是方括号里的一组说法",
                "照这样写：same 下面每行“- [台账, 台帐]”，parts 和 finds 下面每行“三亮: [亮身份, 亮职责]”");
    }
}
