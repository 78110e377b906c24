package io.zhibu.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Severity;
import io.zhibu.diagnostic.Where;
import io.zhibu.proofread.Proofs;
import io.zhibu.proofread.Scruples;
import io.zhibu.proofread.Term;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulebookTest {
    private static final Path SOURCES = Path.of("generator/src/main/java/io/zhibu");
    private static final Pattern ID =
            Pattern.compile("(?:error|warning|notice|mendable|add)\\((?s:[^;]{0,160}?)\"([a-z]+(?:-[a-z]+)+)\"");
    private static final Proofs PROOFS = new Proofs(new Scruples(
            Set.of(),
            Set.of(),
            List.of("仅供内部使用"),
            List.of(new Term("台帐", "台账", Severity.NOTICE, "", Term.Scope.EVERYWHERE, List.of())),
            List.of()));

    @Test
    void everyRuleAboutContentIsInTheBook() {
        Set<String> said = new TreeSet<>();
        for (String room : List.of("checks", "proofread")) {
            ID.matcher(sources(room)).results().forEach(one -> said.add(one.group(1)));
        }
        assertThat(said).hasSizeGreaterThan(70);
        assertThat(Rulebook.own().ids()).containsAll(said);
    }

    @Test
    void noRuleOfTheBookIsMadeUp() {
        String all = sources("");
        assertThat(Rulebook.own().ids()).allMatch(id -> all.contains("\"" + id + "\""));
    }

    static Stream<Rule> withExamples() {
        return Rulebook.own().rules().stream().filter(rule -> !rule.wrong().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("withExamples")
    void theRightExampleHoldsNothingOfWhatTheWrongOneShows(Rule rule) {
        assertThat(rule.right()).isNotEmpty().isNotEqualTo(rule.wrong());
        assertThat(said(rule.right())).doesNotContain(rule.id());
        if (sources("proofread").contains("\"" + rule.id() + "\"") && !rule.id().startsWith("check-off")) {
            assertThat(said(rule.wrong())).contains(rule.id());
        }
    }

    private static Set<String> said(String text) {
        return PROOFS.ofEntry(text, Where.inFile("a.md")).diagnostics().stream()
                .map(Diagnostic::rule)
                .collect(Collectors.toSet());
    }

    private static String sources(String room) {
        try (Stream<Path> files = Files.walk(SOURCES.resolve(room))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(RulebookTest::text)
                    .collect(Collectors.joining());
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }
}
