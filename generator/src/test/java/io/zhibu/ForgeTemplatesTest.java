package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.rulebook.Rulebook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Gitea and GitLab put before who opens a request or an issue: the same in both, and true. */
class ForgeTemplatesTest {
    private static final Path GITEA = Path.of(".gitea/PULL_REQUEST_TEMPLATE.md");
    private static final Path GITLAB = Path.of(".gitlab/merge_request_templates/Default.md");
    private static final Path ISSUES = Path.of(".gitlab/issue_templates");

    static Stream<Path> all() throws IOException {
        return Stream.concat(Stream.of(GITEA, GITLAB), Files.list(ISSUES));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult one) -> one.group(1))
                .toList();
    }

    @Test
    void bothForgesAskTheSame() throws IOException {
        assertThat(text(GITEA)).isEqualTo(text(GITLAB));
        try (Stream<Path> issues = Files.list(ISSUES)) {
            issues.forEach(issue -> {
                String name = issue.getFileName().toString();
                assertThat(text(Path.of(".gitea/ISSUE_TEMPLATE").resolve(name)))
                        .startsWith("---\nname: " + name.replace(".md", "") + "\nabout: ")
                        .endsWith("---\n\n" + text(issue));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatTheyNameIsThere(Path template) {
        String text = text(template);

        found("\\]\\(([^)]+)\\)", text)
                .forEach(link -> assertThat(Path.of(link)).exists());
        assertThat(found("规则 ((?:`[a-z-]+`、?)+)", text).stream().flatMap(rules -> found("`([a-z-]+)`", rules).stream()))
                .allSatisfy(
                        rule -> assertThat(Rulebook.own().rule(rule)).as(rule).isPresent());
        for (String command : found("`\\./zhibu ([a-z]+)[^`]*`", text)) {
            assertThat(Run.of(List.of(command, "--help")).exit()).as(command).isZero();
        }
    }

    @Test
    void thoseWhoWriteAreAskedForWhatBlocks() {
        List<String> rules = found("规则 ((?:`[a-z-]+`、?)+)", text(GITEA)).stream()
                .flatMap(some -> found("`([a-z-]+)`", some).stream())
                .toList();

        assertThat(rules)
                .contains("mobile-number", "secrecy-mark", "three-reviews")
                .hasSizeGreaterThan(10);
    }
}
