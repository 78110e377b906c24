package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples that editors are told to copy make a site that nobody has to complain of. */
class HowToWriteTest {
    private static final Path GUIDE = Path.of("content/page/how-to-write.md");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```markdown entry=(\\S+)\\n(.*?\\n)```$");

    @TempDir
    private Path site;

    @Test
    void theExamplesBuildWithoutAnErrorOrAWarning() throws IOException {
        Copy.of(Path.of("site-config"), site.resolve("site-config"));
        Copy.of(Path.of("templates"), site.resolve("templates"));
        // What the search must find are the repository's own entries.
        Files.delete(site.resolve("site-config/search-tests.yml"));
        List<MatchResult> examples =
                EXAMPLE.matcher(Files.readString(GUIDE)).results().toList();
        for (MatchResult example : examples) {
            write(example.group(1), example.group(2));
        }

        Run run = Run.of(List.of("build", "--site", site.toString(), "--strict"));

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(examples)
                .extracting(example -> example.group(1))
                .containsExactlyInAnyOrder(
                        "branch",
                        "work-method",
                        "role-model",
                        "institution",
                        "study",
                        "activity",
                        "term",
                        "collection",
                        "report",
                        "page");
    }

    private void write(String type, String text) throws IOException {
        Matcher id = Pattern.compile("(?m)^id: (\\S+)$").matcher(text);
        assertThat(id.find()).as("an id in the example of " + type).isTrue();
        Path file = site.resolve("content").resolve(type).resolve(id.group(1) + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
