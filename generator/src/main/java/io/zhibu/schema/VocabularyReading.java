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
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A file of {@code site-config/vocabularies}, as nodes, to a {@link Vocabulary}. */
public final class VocabularyReading {
    /** What the program itself reads of each word. */
    static final List<String> OWN = List.of("label", "aliases", "parent", "renamed_to");

    /** Each word has a page, a line in the lists and a name to look for in every text. */
    private static final int MOST = 100_000;
    /** Pages and lists go down the tree level by level; no administration has as many. */
    private static final int DEEPEST = 20;
    /** What is wrong in more places than these was made by a program: looking through all words for each helps nobody. */
    private static final int SUGGESTED = 100;

    private final Diagnostics diagnostics = new Diagnostics();
    private int suggested;
    private boolean deep;
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
        if (entries.entries().size() > MOST) {
            diagnostics.error(
                    entries.entries().get(MOST).where(),
                    "vocabulary-large",
                    "词表有 " + entries.entries().size() + " 个词，最多 " + MOST + " 个",
                    "只留条目用得到的词；这一行起的移到别处，或分成几个词表");
            return Outcome.of(new Vocabulary(key, words.text("label").orElse(key), List.of()), diagnostics);
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
                    hint(name, vocabulary));
        } else if (vocabulary
                .named(key)
                .filter(word -> word.renamedTo().isPresent())
                .isPresent()) {
            diagnostics.error(next.where(), "vocabulary-renamed", "“" + key + "”改名改回了自己或到不了头", "现在用的那个词删去 renamed_to");
        }
    }

    private String hint(String name, Vocabulary vocabulary) {
        return suggested++ < SUGGESTED
                ? Nearest.hint(
                        name,
                        vocabulary.words().stream().map(Vocabulary.Word::key).toList())
                : "写这个词表里一个词的键";
    }

    private void parent(String key, Node parent, Vocabulary vocabulary) {
        String name = Words.texts(parent).stream().findFirst().orElse("");
        Optional<Vocabulary.Word> word = vocabulary.word(name);
        boolean former = word.flatMap(Vocabulary.Word::renamedTo).isPresent();
        if (word.isEmpty() || former) {
            diagnostics.error(
                    parent.where(),
                    "vocabulary-parent",
                    "上级“" + name + "”" + (former ? "已经更名" : "不在这个词表里"),
                    former ? "写现在的键：" + vocabulary.named(name).orElseThrow().key() : hint(name, vocabulary));
            return;
        }
        // From a word in a circle the path goes once around it; one of its words speaks for all.
        SortedSet<String> path = above(word.get(), vocabulary);
        if (path.size() >= DEEPEST && !deep) {
            deep = true;
            diagnostics.error(
                    parent.where(),
                    "vocabulary-large",
                    "“" + key + "”在第 " + (path.size() + 1) + " 层，最多 " + DEEPEST + " 层",
                    "上级写得高一些，或删去中间的层次");
        } else if (path.contains(key) && path.first().equals(key)) {
            diagnostics.error(
                    parent.where(), "vocabulary-circle", "“" + key + "”和它的上级“" + name + "”互为上级", "最上面的一个删去 parent");
        }
    }

    /** Keys of the word and what is above it, no more than make the tree too deep. */
    private static SortedSet<String> above(Vocabulary.Word word, Vocabulary vocabulary) {
        SortedSet<String> path = new TreeSet<>();
        Optional<Vocabulary.Word> step = Optional.of(word);
        while (step.isPresent() && path.size() < DEEPEST && path.add(step.get().key())) {
            step = step.get().parent().flatMap(vocabulary::named);
        }
        return path;
    }
}
