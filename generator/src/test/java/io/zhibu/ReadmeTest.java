package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens. */
class ReadmeTest {
    @TempDir
    Path folder;

    private final String readme = text(Path.of("README.md"));

    @Test
    void theFaultyEntryGetsTheAnswerThatIsShown() throws IOException {
        for (String part : List.of("site-config", "templates")) {
            Copy.of(Path.of(part), folder.resolve(part));
        }
        Path entry = folder.resolve("content/work-method/demo.md");
        Files.createDirectories(entry.getParent());
        Files.writeString(entry, block("markdown"));
        // A site was made before.
        Files.createDirectories(folder.resolve("target/site"));
        Run run = Run.of(List.of("build", "--site", folder.toString()));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err() + "\n" + run.out()).startsWith(block("text").strip());
    }

    @Test
    void everyFileThatIsNamedExists() {
        Matcher named = Pattern.compile("`((?:content|site-config|templates|generator)/[^`* ]*|LICENSE)`")
                .matcher(readme);
        int found = 0;
        while (named.find()) {
            if (!named.group(1).endsWith("demo.md")) {
                assertThat(Path.of(named.group(1))).exists();
                found++;
            }
        }
        assertThat(found).isGreaterThan(8);
    }

    @Test
    void itsCommandsAreThere() {
        assertThat(Path.of("zhibu")).isExecutable();
        assertThat(Path.of("generator/dev")).isExecutable();
        assertThat(text(Path.of("generator/dev"))).contains("test)", "bench)", "golden)", "format)", "compare)");
        assertThat(text(Path.of(".ci/run"))).contains("/../generator/dev\n\"$dev\" test\n\"$dev\" browser");
    }

    private String block(String language) {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
