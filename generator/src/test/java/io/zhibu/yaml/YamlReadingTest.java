package io.zhibu.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value keeps its place; what is more than front matter needs is refused. */
class YamlReadingTest {
    private static final Where START = new Where("a.md", 2, 1);

    @Test
    void keysAndValuesKnowTheirPlacesInCharacters() {
        Node.Mapping mapping = mapping("""
                title: 三问
                tags: [党建, "防汛"]
                titles:
                  - text: 先进
                    year: 2025
                """);

        assertThat(mapping.entries())
                .extracting(entry -> entry.key() + "@" + entry.where().line())
                .containsExactly("title@2", "tags@3", "titles@4");
        Node.Sequence tags = (Node.Sequence) mapping.get("tags").orElseThrow();
        assertThat(tags.items())
                .containsExactly(
                        new Node.Scalar("党建", true, START.at(3, 8)), new Node.Scalar("防汛", false, START.at(3, 12)));
        Node.Mapping record = (Node.Mapping)
                ((Node.Sequence) mapping.get("titles").orElseThrow()).items().get(0);
        assertThat(record.where()).isEqualTo(START.at(5, 5));
        assertThat(record.get("year")).contains(new Node.Scalar("2025", true, START.at(6, 11)));
    }

    @Test
    void columnsCountAnEmojiAsOneCharacter() {
        assertThat(((Node.Sequence) mapping("a: [😀, b]").get("a").orElseThrow()).items())
                .last()
                .isEqualTo(new Node.Scalar("b", true, START.at(2, 8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:", "a: ~", "a: null"})
    void nothingIsNothing(String text) {
        assertThat(((Node.Scalar) mapping(text).get("a").orElseThrow()).isNothing())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 'null'", "a: \"\"", "a: no", "a: 0"})
    void wordsAreWords(String text) {
        assertThat(((Node.Scalar) mapping(text).get("a").orElseThrow()).isNothing())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: \"甲\\UFFFFFFFF\"", "a: \"甲\\x", "a: \"甲\\U80000000乙\"\nb: 1"})
    void anEscapeThatIsNoNumberIsTold(String text) {
        assertThat(new YamlReading().mapping(text, START).diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly("a.md:2:8: 错误[yaml-escape] 双引号里的反斜杠有特别的意思\n    建议：外面改用单引号，或把反斜杠写两遍");
    }

    /** The parser takes it for the end of a line, and counts lines otherwise than an editor. */
    @Test
    void aCarriageReturnThatStandsAloneIsNoLineOfOurs() {
        Outcome<Node.Mapping> read = new YamlReading().mapping("a: \"\uFFFD\r" + "字".repeat(9) + "\"\n", START);

        assertThat(read.value().keys()).containsExactly("a");
    }

    @Test
    void textWithoutAnythingIsAnEmptyMapping() {
        Outcome<Node.Mapping> read = new YamlReading().mapping("# 只有注释\n", START);

        assertThat(read.value().entries()).isEmpty();
        assertThat(read.diagnostics()).isEmpty();
    }

    @Test
    void ofTwoEqualKeysTheFirstStays() {
        Outcome<Node.Mapping> read = new YamlReading().mapping("a: 1\na: 2\nb: 3\n", START);

        assertThat(read.value().entries()).extracting(Node.Entry::key).containsExactly("a", "b");
        assertThat(read.value().get("a")).contains(new Node.Scalar("1", true, START.at(2, 4)));
        assertThat(read.diagnostics()).extracting(Diagnostic::rule).containsExactly("yaml-duplicate-key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            value = {
                "'a: &x 1' -> yaml-anchor",
                "'a: *x' -> yaml-anchor",
                "'a: !!int 1' -> yaml-tag",
                "'[a]: 1' -> yaml-key",
                "'- a' -> yaml-not-a-mapping",
                "'a：1' -> yaml-fullwidth-colon"
            })
    void whatFrontMatterDoesNotNeedIsRefused(String text, String rule) {
        assertThat(new YamlReading().mapping(text, START).diagnostics())
                .extracting(Diagnostic::rule)
                .containsExactly(rule);
    }

    @Test
    void thirtyTwoLevelsAreReadAndOneMoreIsNot() {
        assertThat(rules("a: " + "[".repeat(31) + "]".repeat(31))).isEmpty();
        assertThat(rules("a: " + "[".repeat(33) + "]".repeat(33))).containsExactly("yaml-too-deep");
        assertThat(rules("- ".repeat(32) + "a")).doesNotContain("yaml-too-deep");
        assertThat(rules("- ".repeat(33) + "a")).containsExactly("yaml-too-deep");
    }

    @Test
    void aMillionBracketsEndNeitherTheStackNorThePatience() {
        assertThat(rules("a: " + "[".repeat(1_000_000))).containsExactly("yaml-too-deep");
        assertThat(rules("a: " + "{".repeat(1_000_000))).containsExactly("yaml-too-deep");
    }

    @Test
    void everyPrefixOfAHeaderIsReadOrComplainedOf() {
        String header = "a: \"三\"\nb: [甲, {c: '乙'}]\nd:\n  - e: |\n      文\n    f: 1\n";
        for (int end = 0; end <= header.length(); end++) {
            for (Diagnostic one :
                    new YamlReading().mapping(header.substring(0, end), START).diagnostics()) {
                assertThat(one.where().line()).isBetween(2, 8);
                assertThat(one.hint()).isPresent();
            }
        }
    }

    private static Node.Mapping mapping(String text) {
        Outcome<Node.Mapping> read = new YamlReading().mapping(text, START);
        assertThat(read.diagnostics()).isEmpty();
        return read.value();
    }

    private static List<String> rules(String text) {
        return new YamlReading()
                .mapping(text, START).diagnostics().stream()
                        .map(Diagnostic::rule)
                        .toList();
    }
}
