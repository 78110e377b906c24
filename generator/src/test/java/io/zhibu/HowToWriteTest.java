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

    @Test
    void theExampleOfAnAttachmentBuildsOnceItsFileIsThere() throws IOException {
        Copy.of(Path.of("site-config"), site.resolve("site-config"));
        Copy.of(Path.of("templates"), site.resolve("templates"));
        Files.delete(site.resolve("site-config/search-tests.yml"));
        String guide = Files.readString(GUIDE);
        Matcher fields =
                Pattern.compile("(?ms)^```yaml field=attachments\\n(.*?)^```$").matcher(guide);
        Matcher link = Pattern.compile("\\[[^]]*]\\(([^)]*\\.pdf)\\)").matcher(guide);
        Matcher page =
                Pattern.compile("(?ms)^```markdown entry=page\\n(.*?\\n)```$").matcher(guide);
        assertThat(fields.find() && link.find() && page.find()).isTrue();
        String entry = page.group(1)
                .replaceAll("(?m)^related:.*\\n", "")
                .replaceFirst(
                        "\n---\n(?s:.*)",
                        "\n" + Matcher.quoteReplacement(fields.group(1)) + "---\n见" + link.group() + "。\n");

        write("page", entry);
        assertThat(Run.of(List.of("check", "--site", site.toString())).err()).contains("[asset-missing]");

        Path file = site.resolve("content/page").resolve(link.group(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF\n");
        assertThat(Run.of(List.of("check", "--strict", "--site", site.toString()))
                        .err())
                .isEmpty();
    }

    @Test
    void oneRuleOnLivingPersonsIsToldInTheSameWordsEverywhere() throws IOException {
        for (String told : List.of(
                "CONTRIBUTING.md",
                "content/page/how-to-write.md",
                "content/page/statement.md",
                "content/page/not-doing.md")) {
            assertThat(Files.readString(Path.of(told))).as(told).contains("在世的个人，有本人同意才立为榜样");
        }
        assertThat(Files.readString(Path.of("CONTRIBUTING.md"))).doesNotContain("不立为榜样");

        Copy.of(Path.of("site-config"), site.resolve("site-config"));
        Copy.of(Path.of("templates"), site.resolve("templates"));
        Matcher example = Pattern.compile("(?ms)^```markdown entry=role-model\\n(.*?\\n)```$")
                .matcher(Files.readString(GUIDE));
        assertThat(example.find()).isTrue();
        write("role-model", example.group(1).replaceFirst("(?m)^consent:\\n.*\\n.*\\n", ""));
        assertThat(Run.of(List.of("check", "--site", site.toString())).err())
                .contains("[person-consent] 在世的个人，有本人同意才立为榜样，这一篇没有写");
    }

    @Test
    void whatStopsBeginnersIsInTheGuide() throws IOException {
        assertThat(Files.readString(GUIDE)).contains("记事本", "“文件扩展名”", ".md.txt", "WPS", "“另存为”", "UTF-8", "副本.md");
    }

    private void write(String type, String text) throws IOException {
        Matcher id = Pattern.compile("(?m)^id: (\\S+)$").matcher(text);
        assertThat(id.find()).as("an id in the example of " + type).isTrue();
        Path file = site.resolve("content").resolve(type).resolve(id.group(1) + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
