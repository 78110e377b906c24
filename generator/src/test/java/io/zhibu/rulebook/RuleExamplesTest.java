package io.zhibu.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.Run;
import io.zhibu.SmallSite;
import io.zhibu.schema.Schemas;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the book, tried: each as the body of an entry, as lines of its header, or as the whole of it. */
class RuleExamplesTest {
    private static final Pattern TOLD = Pattern.compile("(?m)^content/([^:]+)\\.md[0-9:]*: (?:错误|警告|提示)\\[([a-z-]+)]");
    private static final RulesInSources SOURCES =
            RulesInSources.read(Path.of("generator/src/main/java/io/zhibu").toAbsolutePath());
    /** The rooms whose rules look at one entry, or at how it stands to others. */
    private static final Set<String> OF_ENTRIES =
            Set.of("checks", "markdown", "proofread", "schema", "unicode", "yaml");
    /** What a few words in one entry can't show: names of files, whole sites, settings, what can't be seen, long texts. */
    private static final List<String> NOT_SHOWN = List.of(
            "character-in-parts",
            "character-invisible",
            "citation-unknown",
            "config-unknown",
            "config-value",
            "contact-shared",
            "control-character",
            "date-ahead",
            "empty-list",
            "field-missing",
            "file-ending",
            "file-large",
            "file-name",
            "file-name-id",
            "file-name-plain",
            "folder-type",
            "link-restricted",
            "link-unpublished",
            "markdown-too-deep",
            "markdown-too-large",
            "markdown-too-slow",
            "name-and-post",
            "name-order",
            "near-duplicate",
            "orphan-page",
            "private-use",
            "reference-circle",
            "reference-expired",
            "reference-restricted",
            "reference-unpublished",
            "schema-condition",
            "schema-constraint",
            "schema-field",
            "schema-key",
            "schema-kind",
            "schema-pattern",
            "schema-type",
            "schema-vocabulary",
            "schema-words",
            "section-long",
            "strokes-unknown",
            "study-parts",
            "text-long",
            "type-off",
            "unit-date",
            "updated-behind",
            "vocabulary-circle",
            "vocabulary-empty",
            "vocabulary-large",
            "vocabulary-long",
            "vocabulary-parent",
            "vocabulary-renamed",
            "vocabulary-same",
            "vocabulary-word",
            "yaml-syntax",
            "yaml-two-documents");
    /** What each kind of entry needs. */
    private static final Map<String, String> NEEDED =
            Map.of("work-method", """
            gloss: [{term: 问岗位, meaning: 有没有隐患}]
            branch: first-branch
            problem: [制度落实]
            scene: [机关服务]
            mechanism: [执行落实]
            started: 2021-03
            """, "branch", """
            name: 示例支部
            org_level: 党支部
            members: {total: 9, formal: 9, probationary: 0, as_of: 2026-06-30}
            honours: [{honour: 示例先锋党支部, year: 2026}]
            """, "role-model", """
            name: 甲乙
            kind: 个人
            posts: [{post: 站长, org: 示例站, src: [A1]}]
            titles: [{text: 示例先锋, year: 2026}]
            """, "collection", """
            order_mode: 手工
            """);

    @TempDir
    private static Path folder;

    /** {@code type/name} of an entry to the rules that are told of it. */
    private static final Map<String, Set<String>> SAID = new HashMap<>();

    /** What one entry says of another is only known where all can be read, so what can't is tried apart. */
    @BeforeAll
    static void everyExampleIsAnEntry() {
        Map<Boolean, List<Rule>> parts = Rulebook.own().rules().stream()
                .collect(Collectors.partitioningBy(rule -> SOURCES.named().getOrDefault(rule.id(), Set.of()).stream()
                        .allMatch(file -> file.startsWith("checks/"))));
        parts.forEach((apart, rules) -> look(folder.resolve("site-" + apart), rules));
    }

    private static void look(Path root, List<Rule> rules) {
        SmallSite site = SmallSite.ofOurTypes(root)
                .file("templates/assets/style.css", "")
                .file("content/work-method/first.jpg", "")
                .file("content/branch/first.jpg", "");
        entry(site, "branch", "first", "id: first-branch", "## 支部概况");
        entry(site, "branch", "second-branch", "", "甲");
        entry(site, "work-method", "first", "", "甲");
        entry(site, "work-method", "a", "id: san-wen\ntitle: 三问工作法\nmethod_name: 三问", "甲");
        for (Rule rule : rules) {
            write(site, rule.id() + "-wrong", rule.wrong());
            write(site, rule.id() + "-right", rule.right());
        }
        Run run = Run.of(List.of(
                "check", "--site", root.toString(), root.resolve("content").toString()));
        TOLD.matcher(run.out() + "\n" + run.err())
                .results()
                .forEach(one -> SAID.computeIfAbsent(one.group(1), any -> new TreeSet<>())
                        .add(one.group(2)));
    }

    private static void write(SmallSite site, String name, String example) {
        if (example.matches("(?s)[-\\[\\]a-z_]+ ?[:：\t ].*") || example.startsWith("- ")) {
            entry(site, type(site, example), name + "-header", example, "甲");
        }
        entry(site, "work-method", name + "-body", "", example);
        site.file("content/work-method/" + name + "-whole.md", example);
    }

    /** The first that knows every field of it. */
    private static String type(SmallSite site, String example) {
        List<String> keys = example.lines()
                .map(line -> line.split("[:：]")[0])
                .filter(key -> key.matches("[a-z_]+"))
                .toList();
        Schemas types = site.config().schemas();
        return NEEDED.keySet().stream()
                .sorted(Comparator.reverseOrder())
                .filter(type -> keys.stream()
                        .allMatch(
                                key -> types.type(type).orElseThrow().field(key).isPresent()))
                .findFirst()
                .orElse("work-method");
    }

    private static void entry(SmallSite site, String type, String id, String fields, String body) {
        String common = "title: 题目" + id
                + "\nunit: 长江委\nauthors: [甲]\nsummary: 每周问三句话，问岗位、问困难、问办法，当场答复。\naccess: public-intranet\n"
                + (type.equals("work-method") ? "method_name: 法" + id.hashCode() + "\n" : "");
        Set<String> given = fields.lines().map(line -> line.split("[:：]")[0]).collect(Collectors.toSet());
        String header = (common + NEEDED.get(type))
                .lines()
                .filter(line -> !given.contains(line.split(":")[0]))
                .collect(Collectors.joining("\n"));
        site.entry(type + "/" + id, header + "\n" + fields, body);
    }

    private static Set<String> tried(String rule) {
        return SAID.keySet().stream()
                .filter(name -> name.matches("[a-z-]+/" + rule + "-wrong-(header|body|whole)"))
                .filter(name -> SAID.get(name).contains(rule))
                .collect(Collectors.toSet());
    }

    @Test
    void aWrongExampleIsToldOfAndTheRightOneIsNot() {
        Set<String> shown = new TreeSet<>();
        for (Rule rule : Rulebook.own().rules()) {
            for (String name : tried(rule.id())) {
                shown.add(rule.id());
                String right = name.replace(rule.id() + "-wrong", rule.id() + "-right");
                assertThat(SAID.getOrDefault(right, Set.of())).as(right).doesNotContain(rule.id());
            }
        }
        assertThat(shown).hasSizeGreaterThan(150);
        Set<String> left = Rulebook.own().ids().stream()
                .filter(rule -> SOURCES.named().getOrDefault(rule, Set.of()).stream()
                        .anyMatch(file -> OF_ENTRIES.contains(file.split("/")[0])))
                .filter(rule -> !shown.contains(rule))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(left).isEqualTo(new TreeSet<>(NOT_SHOWN));
    }
}
