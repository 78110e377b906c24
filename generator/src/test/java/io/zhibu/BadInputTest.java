package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever an editor gets wrong is told in one way, word for word, at its place, and the last good site stays as it is. The inputs are in
 * {@code resources/bad-inputs}; {@code -Dzhibu.refresh=true} writes there what is really said, to be read before it is kept;
 * {@code -Dzhibu.inputs=e-} tries only the files whose names begin so.
 */
class BadInputTest {
    private static final Path INPUTS = Path.of("generator/src/test/resources/bad-inputs");

    @TempDir
    private static Path folder;

    private static Path good;

    private int remedies;

    @BeforeAll
    static void theSoundSiteIsSound() throws IOException {
        Path around = folder.resolve("good");
        Copy.of(INPUTS.resolve("site"), around.resolve("小站"));
        good = around.resolve("站点");

        Run run = Run.of(new BadInput("", List.of(), BadInput.BUILD + " --strict", 0, "").arguments(around));

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    @TestFactory
    Stream<DynamicContainer> badInputs() throws IOException {
        List<DynamicContainer> files = new java.util.ArrayList<>();
        for (Path file : files()) {
            if (!file.getFileName().toString().startsWith(System.getProperty("zhibu.inputs", ""))) {
                continue;
            }
            Map<String, Run> runs = new HashMap<>();
            Stream<DynamicTest> tests = BadInputs.read(file).stream()
                    .map(input -> DynamicTest.dynamicTest(input.name(), () -> check(input, runs)));
            Stream<DynamicTest> last = Boolean.getBoolean("zhibu.refresh")
                    ? Stream.of(DynamicTest.dynamicTest("refresh", () -> BadInputs.rewrite(file, runs)))
                    : Stream.of();
            files.add(DynamicContainer.dynamicContainer(file.getFileName().toString(), Stream.concat(tests, last)));
        }
        if (System.getProperty("zhibu.inputs") == null && !Boolean.getBoolean("zhibu.refresh")) {
            DynamicTest many = DynamicTest.dynamicTest(
                    "many of them advise a text, and each text was tried",
                    () -> assertThat(remedies).isGreaterThan(100));
            files.add(DynamicContainer.dynamicContainer("remedies", Stream.of(many)));
        }
        return files.stream();
    }

    @Test
    void noTwoInputsHaveOneName() throws IOException {
        Set<String> names = new HashSet<>();
        for (Path file : files()) {
            BadInputs.read(file)
                    .forEach(input ->
                            assertThat(names.add(input.name())).as(input.name()).isTrue());
        }
        assertThat(names).hasSizeGreaterThanOrEqualTo(75);
    }

    @Test
    void tenFaultsInTenFilesAreToldInOneRun() throws IOException {
        Path around = Files.createTempDirectory(folder, "ten");
        Path site = around.resolve("小站");
        Copy.of(INPUTS.resolve("site"), site);
        String sound = Files.readString(site.resolve("content/method/three.md"));
        spoilt(site, "a", sound.replace("title: ", "title："));
        spoilt(site, "b", sound.replace("summary: ", "summary: \""));
        spoilt(site, "c", sound.replace("type: method", "type: methed"));
        spoilt(site, "d", sound.replace("[党建, 防汛]", "[党建，防汛]"));
        spoilt(site, "e", sound.replace("unit: 水文局\n", ""));
        spoilt(site, "f", sound.replace("2026-07-03", "2026-09-31"));
        spoilt(site, "g", sound.replace("branch: first-branch", "branch: first-branche"));
        spoilt(site, "h", sound.replace("first.md#支部概况", "frist.md"));
        spoilt(site, "i", sound.replace("9.5", "九点五"));
        spoilt(site, "j", "第十篇");

        Run run = Run.of(new BadInput("", List.of(), BadInput.BUILD, 1, "").arguments(around));

        assertThat(run.err().lines().filter(line -> line.matches("content.*: 错误\\[.*")))
                .map(line -> line.replaceAll("] .*", "]"))
                .containsExactly(
                        "content/method/a.md:4:6: 错误[yaml-fullwidth-colon]",
                        "content/method/b.md:5:10: 错误[yaml-quote]",
                        "content/method/c.md:3:7: 错误[type-unknown]",
                        "content/method/d.md:14:8: 错误[word-unknown]",
                        "content/method/e.md:1:1: 错误[field-missing]",
                        "content/method/f.md:8:10: 错误[date-impossible]",
                        "content/method/g.md:10:9: 错误[reference-missing]",
                        "content/method/h.md:19:2: 错误[link-dead]",
                        "content/method/i.md:13:8: 错误[value-kind]",
                        "content/method/j.md:1:1: 错误[header-missing]");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(around.resolve("站点")).doesNotExist();
    }

    private static void spoilt(Path site, String name, String text) throws IOException {
        Files.writeString(site.resolve("content/method/" + name + ".md"), text.replace("three-asks", "method-" + name));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(INPUTS)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    /** Whether the fault is gone, and the file still readable, when the advice is followed to the letter. */
    private boolean helps(Remedy remedy, BadInput input, String said) throws IOException {
        Path around = Files.createTempDirectory(folder, "mended");
        Path site = around.resolve("小站");
        Copy.of(INPUTS.resolve("site"), site);
        input.spoil(site);
        if (!remedy.applyTo(site)) {
            return false;
        }
        String now = Run.of(input.arguments(around)).err().replace(around.toString(), "{site}");
        return remedy.timesIn(now) < remedy.timesIn(said) && (!now.contains("[yaml-") || said.contains("[yaml-"));
    }

    @Test
    void adviceThatDoesNotHelpIsSeen() throws IOException {
        BadInput input = new BadInput(
                "",
                List.of(new Change("content/method/three.md", "unit: 水文局\n", "unit: 水温局\n", "")),
                BadInput.BUILD,
                1,
                "");
        Path around = Files.createTempDirectory(folder, "control");
        Copy.of(INPUTS.resolve("site"), around.resolve("小站"));
        input.spoil(around.resolve("小站"));
        String said = Run.of(input.arguments(around)).err().replace(around.toString(), "{site}");
        Remedy right = Remedy.in(said).get(0);

        assertThat(helps(right, input, said)).isTrue();
        for (String wrong : List.of("是“水务局”吗？", "是“水温局”吗？", "写成 unit: 水温局", "改为：unit: \"水文局", "没有要写的字")) {
            Remedy other = new Remedy(right.file(), right.line(), right.column(), right.rule(), right.message(), wrong);
            assertThat(helps(other, input, said)).as(wrong).isFalse();
        }
    }

    private void check(BadInput input, Map<String, Run> runs) throws IOException {
        Path around = Files.createTempDirectory(folder, "site");
        Path site = around.resolve("小站");
        Path out = around.resolve("站点");
        Copy.of(INPUTS.resolve("site"), site);
        Copy.of(good, out);
        input.spoil(site);
        for (Change change : input.changes()) {
            Assumptions.assumeFalse(
                    change.order().equals("unreadable") && Files.isReadable(site.resolve(change.path())),
                    "this user may read everything");
        }

        Run run = Run.of(input.arguments(around));
        String said = run.err().replace(around.toString(), "{site}");
        runs.put(input.name(), new Run(run.exit(), run.out(), said));

        if (!Boolean.getBoolean("zhibu.refresh")) {
            assertThat(said).isEqualTo(input.said());
            assertThat(run.exit()).isEqualTo(input.exit());
        }
        assertThat(said).doesNotContain("\tat ", "Exception", "Error");
        if (!Boolean.getBoolean("zhibu.refresh")) {
            for (Remedy remedy : Remedy.in(said)) {
                if (remedy.isText()) {
                    remedies++;
                    assertThat(helps(remedy, input, said)).as(remedy.toString()).isTrue();
                }
            }
        }
        if (run.exit() != 0) {
            assertThat(BakedTree.read(out).differencesFrom(BakedTree.read(good)))
                    .isEmpty();
        }
    }
}
