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
 * {@code resources/bad-inputs}; {@code -Dzhibu.refresh=true} writes there what is really said, to be read before it is kept.
 */
class BadInputTest {
    private static final Path INPUTS = Path.of("generator/src/test/resources/bad-inputs");

    @TempDir
    private static Path folder;

    private static Path good;

    @BeforeAll
    static void theSoundSiteIsSound() throws IOException {
        Path around = folder.resolve("good");
        copy(INPUTS.resolve("site"), around.resolve("小站"));
        good = around.resolve("站点");

        Run run = Run.of(new BadInput("", List.of(), BadInput.BUILD + " --strict", 0, "").arguments(around));

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    @TestFactory
    Stream<DynamicContainer> badInputs() throws IOException {
        List<DynamicContainer> files = new java.util.ArrayList<>();
        for (Path file : files()) {
            Map<String, Run> runs = new HashMap<>();
            Stream<DynamicTest> tests = BadInputs.read(file).stream()
                    .map(input -> DynamicTest.dynamicTest(input.name(), () -> check(input, runs)));
            Stream<DynamicTest> last = Boolean.getBoolean("zhibu.refresh")
                    ? Stream.of(DynamicTest.dynamicTest("refresh", () -> BadInputs.rewrite(file, runs)))
                    : Stream.of();
            files.add(DynamicContainer.dynamicContainer(file.getFileName().toString(), Stream.concat(tests, last)));
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

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(INPUTS)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private void check(BadInput input, Map<String, Run> runs) throws IOException {
        Path around = Files.createTempDirectory(folder, "site");
        Path site = around.resolve("小站");
        Path out = around.resolve("站点");
        copy(INPUTS.resolve("site"), site);
        copy(good, out);
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
        if (run.exit() != 0) {
            assertThat(BakedTree.read(out).differencesFrom(BakedTree.read(good)))
                    .isEmpty();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }
}
