package io.zhibu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes that the program ends with, its help and its documentation are the same ones. */
class ExitCodesTest {
    private static final Set<String> ALL = Set.of(
            Exit.GOOD + "", Exit.ERRORS + "", Exit.USAGE + "", Exit.FAULT + "", Exit.QUARANTINED + "", Exit.BUSY + "");

    @Test
    void theDocumentationNamesEachCode() throws IOException {
        Set<String> named = Files.readString(Path.of("generator/docs/publishing.md"))
                .lines()
                .dropWhile(line -> !line.equals("## 退出码"))
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .map(line -> line.split("\\|")[1].strip())
                .collect(Collectors.toSet());
        assertThat(named).isEqualTo(ALL);
    }

    @ParameterizedTest
    @CsvSource({
        "build, 0 1 2 3 75",
        "check, 0 1 2 3",
        "publish, 0 1 2 3 4 75",
        "package, 0 1 2 3 75",
        "search, 0 1 2 3",
        "book, 0 1 2 3",
        "rollback, 0 1 2 3 75",
        "releases, 0 1 2 3",
        "verify, 0 1 2 3",
        "apply, 0 1 2 3 75",
        "key, 0 2 3",
        "hook, 0 2 3",
        "serve, 0 2 3",
        "import, 0 1 2 3",
        "new, 0 1 2 3",
        "init, 0 1 2 3",
        "templates, 0 1 2 3"
    })
    void aCommandsHelpNamesTheCodesThatItEndsWith(String command, String codes) {
        String help = Run.of(List.of(command, "--help")).out();
        String told = help.substring(help.indexOf("退出码：") + 4).replace("\n", " ");
        Set<String> named = new TreeSet<>();
        Pattern.compile("(?:^|· +)(\\d+) ").matcher(told).results().forEach(code -> named.add(code.group(1)));
        assertThat(String.join(" ", named)).isEqualTo(codes);
    }

    @Test
    void everyCommandIsHere() {
        String help = Run.of(List.of("--help")).out();
        List<String> commands = help.lines()
                .dropWhile(line -> !line.startsWith("命令："))
                .filter(line -> line.matches("  [a-z]+ +.*"))
                .map(line -> line.strip().split(" ")[0])
                .toList();
        assertThat(commands)
                .containsExactlyInAnyOrder(
                        "build",
                        "edit",
                        "forms",
                        "review",
                        "check",
                        "publish",
                        "package",
                        "search",
                        "book",
                        "rollback",
                        "releases",
                        "verify",
                        "apply",
                        "key",
                        "hook",
                        "serve",
                        "import",
                        "new",
                        "init",
                        "templates");
    }
}
