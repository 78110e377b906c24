package io.zhibu.rulebook;

import io.zhibu.builtin.Layers;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.proofread.Official;
import io.zhibu.proofread.Scruples;
import io.zhibu.proofread.Term;
import io.zhibu.unicode.Proofreading;
import io.zhibu.yaml.Node;
import io.zhibu.yaml.YamlReading;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads {@code site-config/checks.yml}, the word lists and the debts. A site without them is held to the book. */
public final class HouseRulesReading {
    private static final List<String> KEYS = List.of("levels", "phones", "mails", "marks");

    private final Layers layers;
    private final Rulebook book;
    private final Diagnostics diagnostics = new Diagnostics();

    /** @param layers of the site */
    public HouseRulesReading(Layers layers, Rulebook book) {
        this.layers = layers;
        this.book = book;
    }

    /** @throws IOException if the disk fails; what is wrong in a file is a diagnostic */
    public Outcome<HouseRules> read() throws IOException {
        Node.Mapping file = settings();
        file.entries().stream()
                .filter(entry -> !KEYS.contains(entry.key()))
                .forEach(entry -> diagnostics.error(
                        entry.where(),
                        "config-unknown",
                        "没有“" + entry.key() + "”这一项设置",
                        Nearest.hint(entry.key(), KEYS)));
        Map<String, Level> levels = levels(file);
        WordLists lists = new WordLists(diagnostics);
        List<Term> terms = new ArrayList<>();
        List<Official> officials = new ArrayList<>();
        eachTable("site-config/terms", (text, where) -> terms.addAll(lists.terms(text, where)));
        eachTable("site-config/names", (text, where) -> officials.addAll(lists.officials(text, where)));
        Scruples scruples = new Scruples(
                new HashSet<>(words(file, "phones")),
                new HashSet<>(words(file, "mails")),
                words(file, "marks"),
                terms,
                officials);
        Where known = new Where(Debts.FILE, 1, 1);
        List<Debt> debts = text(layers.file(Debts.FILE), known)
                .map(text -> Debts.read(text, known, diagnostics))
                .orElse(List.of());
        return Outcome.of(new HouseRules(levels, scruples, debts), diagnostics);
    }

    private Node.Mapping settings() throws IOException {
        Path path = layers.file("site-config/checks.yml");
        Where start = new Where(layers.spelt(path), 1, 1);
        Optional<String> text = text(path, start);
        if (text.isEmpty()
                || text.get()
                        .lines()
                        .allMatch(line -> line.isBlank() || line.stripLeading().startsWith("#"))) {
            return new Node.Mapping(List.of(), start);
        }
        Outcome<Node.Mapping> read = new YamlReading().mapping(text.get(), start);
        diagnostics.addAll(read.diagnostics());
        return read.value();
    }

    private Map<String, Level> levels(Node.Mapping file) {
        Map<String, Level> levels = new LinkedHashMap<>();
        Optional<Node> node = file.get("levels");
        if (node.isPresent() && !(node.get() instanceof Node.Mapping) && !isNothing(node.get())) {
            diagnostics.error(
                    node.get().where(),
                    "value-kind",
                    "levels 应是一行行的“规则名: 轻重”",
                    "照这样写：levels: {half-width-punctuation: 不查}");
        }
        if (node.orElse(null) instanceof Node.Mapping lines) {
            lines.entries().forEach(entry -> level(entry).ifPresent(level -> levels.put(entry.key(), level)));
        }
        return levels;
    }

    private Optional<Level> level(Node.Entry entry) {
        String rule = entry.key();
        if (book.rule(rule).isEmpty()) {
            diagnostics.error(entry.where(), "config-unknown", "没有“" + rule + "”这条规则", Nearest.hint(rule, book.ids()));
            return Optional.empty();
        }
        if (!book.isAdjustable(rule)) {
            diagnostics.error(entry.where(), "config-value", "“" + rule + "”的轻重不能调", "删去这一行：它指出的问题不改，这一篇就读不对");
            return Optional.empty();
        }
        String word = entry.value() instanceof Node.Scalar scalar ? scalar.text() : "";
        Optional<Level> level = Level.of(word);
        if (level.isEmpty()) {
            diagnostics.error(
                    entry.value().where(), "config-value", "没有“" + word + "”这种轻重", Nearest.hint(word, Level.words()));
        }
        return level;
    }

    private List<String> words(Node.Mapping file, String key) {
        Node node = file.get(key).orElse(null);
        if (node == null || isNothing(node)) {
            return List.of();
        }
        List<Node> items = node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
        List<String> words = new ArrayList<>();
        for (Node item : items) {
            if (item instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
                words.add(scalar.text().strip());
            } else {
                diagnostics.error(item.where(), "value-kind", key + " 里应是一个个的词", "照这样写：" + key + ": [甲, 乙]");
            }
        }
        return words;
    }

    private static boolean isNothing(Node node) {
        return node instanceof Node.Scalar scalar && scalar.isNothing();
    }

    private interface Table {
        void read(String text, Where where);
    }

    private void eachTable(String folder, Table table) throws IOException {
        for (Path file : layers.files(folder, ".tsv").values()) {
            Where where = new Where(layers.spelt(file), 1, 1);
            Consumer<String> reading = text -> table.read(text, where);
            text(file, where).ifPresent(reading);
        }
    }

    private Optional<String> text(Path file, Where where) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            String plain = (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
            return Optional.of(Proofreading.of(plain, where, diagnostics));
        } catch (CharacterCodingException wrong) {
            diagnostics.error(where, "encoding", "文件不是 UTF-8 编码", "用记事本打开，另存为 UTF-8 编码");
            return Optional.empty();
        }
    }
}
