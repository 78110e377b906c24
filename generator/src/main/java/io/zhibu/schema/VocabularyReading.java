package io.zhibu.schema;

import io.zhibu.address.Segment;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.unicode.Spelling;
import io.zhibu.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A file of {@code site-config/vocabularies}, as nodes, to a {@link Vocabulary}. */
public final class VocabularyReading {
    /** What the program itself reads of each word. */
    static final List<String> OWN = List.of("label", "aliases", "parent", "renamed_to");

    private final Diagnostics diagnostics = new Diagnostics();
    private final Map<String, Node.Entry> owners = new HashMap<>();

    /** @param key name of the file without {@code .yml} */
    public Outcome<Vocabulary> vocabulary(String key, Node.Mapping file) {
        Words words = new Words(file, diagnostics);
        words.onlyKeys(List.of("label", "pages", "by_unit_kind", "fields", "words"));
        Node.Mapping entries = words.mapping("words");
        if (file.get("words").isEmpty()) {
            diagnostics.error(
                    file.where(), "vocabulary-empty", "词表里没有 words", "加一行 words:，下面每行一个词，如 dangjian: {label: 党建}");
        }
        List<Vocabulary.Word> list = new ArrayList<>();
        for (Node.Entry entry : entries.entries()) {
            word(entry).ifPresent(list::add);
        }
        Vocabulary vocabulary = new Vocabulary(key, words.text("label").orElse(key), list);
        for (Node.Entry entry : entries.entries()) {
            if (entry.value() instanceof Node.Mapping mapping) {
                mapping.get("parent").ifPresent(parent -> parent(entry.key(), parent, vocabulary));
                mapping.get("renamed_to").ifPresent(next -> renamed(entry.key(), next, vocabulary));
            }
        }
        Vocabulary paged = words.flag("pages", false) ? vocabulary.withPages() : vocabulary;
        return Outcome.of(words.flag("by_unit_kind", false) ? paged.withUnitKinds() : paged, diagnostics);
    }

    private Optional<Vocabulary.Word> word(Node.Entry entry) {
        if (!(entry.value() instanceof Node.Mapping mapping)) {
            diagnostics.error(
                    entry.where(),
                    "vocabulary-word",
                    "词条“" + entry.key() + "”没有写 label",
                    "写成 " + entry.key() + ": {label: 显示的文字}");
            return Optional.empty();
        }
        Words words = new Words(mapping, diagnostics);
        Map<String, String> properties = new TreeMap<>();
        for (Node.Entry property : mapping.entries()) {
            if (!OWN.contains(property.key()) && property.value() instanceof Node.Scalar scalar) {
                properties.put(property.key(), scalar.text());
            }
        }
        String label = words.text("label").orElse(entry.key());
        List<String> aliases = mapping.get("aliases").map(Words::texts).orElse(List.of());
        claim(entry, label, aliases);
        List.of(entry.key(), label).stream().filter(name -> !name.isEmpty()).forEach(name -> fits(entry, name));
        return Optional.of(new Vocabulary.Word(
                entry.key(),
                label,
                aliases,
                words.text("parent"),
                words.text("renamed_to"),
                properties,
                entry.where()));
    }

    /** Names that differ in case only would also share one address. */
    private void claim(Node.Entry entry, String label, List<String> aliases) {
        Set<String> names = new HashSet<>(aliases);
        names.add(label);
        names.add(entry.key());
        for (String name : names.stream().sorted().toList()) {
            Node.Entry owner = owners.putIfAbsent(Spelling.onDisk(name), entry);
            if (owner != null && owner != entry) {
                diagnostics.error(
                        entry.where(),
                        "vocabulary-same",
                        "词条“" + entry.key() + "”的名称“" + name + "”已被“" + owner.key() + "”（第 "
                                + owner.where().line() + " 行）占用（不分大小写）",
                        "两个词条合成一个，或改掉其中一个的 label 或别名");
            }
        }
    }

    /** Pages are called after them. */
    private void fits(Node.Entry entry, String name) {
        String spelt = Segment.of(name);
        if (Segment.isTooLong(spelt)) {
            diagnostics.error(
                    entry.where(),
                    "vocabulary-long",
                    "“" + Segment.shown(name) + "”写成网址有 " + Segment.bytes(spelt) + " 字节，磁盘上一个名字最多 " + Segment.LONGEST
                            + " 字节",
                    "改短：一个汉字占 3 字节，空格和“#%?”一类的符号在网址里也占 3 字节");
        }
    }

    private void renamed(String key, Node next, Vocabulary vocabulary) {
        String name = Words.texts(next).stream().findFirst().orElse("");
        if (vocabulary.word(name).isEmpty()) {
            diagnostics.error(
                    next.where(),
                    "vocabulary-renamed",
                    "“" + key + "”改成的“" + name + "”不在这个词表里",
                    Nearest.hint(
                            name,
                            vocabulary.words().stream()
                                    .map(Vocabulary.Word::key)
                                    .toList()));
        } else if (vocabulary
                .named(key)
                .filter(word -> word.renamedTo().isPresent())
                .isPresent()) {
            diagnostics.error(next.where(), "vocabulary-renamed", "“" + key + "”改名改回了自己或到不了头", "现在用的那个词删去 renamed_to");
        }
    }

    private void parent(String key, Node parent, Vocabulary vocabulary) {
        String name = Words.texts(parent).stream().findFirst().orElse("");
        List<String> keys =
                vocabulary.words().stream().map(Vocabulary.Word::key).toList();
        if (!keys.contains(name)) {
            boolean former = vocabulary.word(name).isPresent();
            diagnostics.error(
                    parent.where(),
                    "vocabulary-parent",
                    "上级“" + name + "”" + (former ? "已经更名" : "不在这个词表里"),
                    former ? "写现在的键：" + vocabulary.named(name).orElseThrow().key() : Nearest.hint(name, keys));
            return;
        }
        // From a word in a circle the path goes once around it; one of its words speaks for all.
        List<String> path = vocabulary.pathTo(name).stream()
                .map(Vocabulary.Word::key)
                .sorted()
                .toList();
        if (path.contains(key) && path.get(0).equals(key)) {
            diagnostics.error(
                    parent.where(), "vocabulary-circle", "“" + key + "”和它的上级“" + name + "”互为上级", "最上面的一个删去 parent");
        }
    }
}
