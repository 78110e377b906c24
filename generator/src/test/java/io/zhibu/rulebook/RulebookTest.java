package io.zhibu.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Severity;
import io.zhibu.docx.Remark;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulebookTest {
    private static final RulesInSources SOURCES =
            RulesInSources.read(Path.of("generator/src/main/java/io/zhibu").toAbsolutePath());
    private static final Map<String, Severity> SEVERITIES =
            Map.of("error", Severity.ERROR, "warning", Severity.WARNING, "notice", Severity.NOTICE);

    /** What was made of a Word file is told by rules that are named after its kind. */
    private static Stream<String> ofWordFiles() {
        return Stream.concat(
                        Stream.of(Remark.Kind.values()).map(Enum::name),
                        Stream.of("WIDENED", "DROPPED", "MERGED", "BOX", "UNLINKED"))
                .map(kind -> "word-" + kind.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    @Test
    void everyRuleThatAMessageCanNameIsInTheBook() {
        Set<String> named = new TreeSet<>(SOURCES.named().keySet());
        ofWordFiles().forEach(named::add);

        assertThat(named).hasSizeGreaterThan(370);
        assertThat(without(named, Rulebook.own().ids())).as("not in the book").isEmpty();
        assertThat(without(Rulebook.own().ids(), named)).as("made up").isEmpty();
    }

    private static Set<String> without(Collection<String> all, Collection<String> others) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(others);
        return left;
    }

    @Test
    void noMessageNamesARuleInAWayThatIsNotSeenHere() {
        assertThat(SOURCES.unclear())
                .allMatch(place -> place.startsWith("diagnostic/DiagnosticPacking.java")
                        || place.startsWith("intake/Telling.java")
                        // A list of what was told before.
                        || place.startsWith("health/Problems.java"));
    }

    @Test
    void theBookSaysHowGraveAMessageIs() {
        for (Rule rule : Rulebook.own().rules()) {
            Set<String> as = SOURCES.as().getOrDefault(rule.id(), Set.of());
            // Where a helper tells it, the helper knows how grave it is.
            if (!as.isEmpty() && SEVERITIES.keySet().containsAll(as)) {
                assertThat(as.stream().map(SEVERITIES::get))
                        .as(rule.id())
                        .contains(rule.level().severity().orElseThrow());
            }
        }
    }

    @Test
    void everyRuleSaysWhatIsWrongWhyAndShowsBoth() {
        for (Rule rule : Rulebook.own().rules()) {
            assertThat(rule.title()).as(rule.id()).isNotEmpty().doesNotEndWith("。");
            assertThat(rule.why()).as(rule.id()).endsWith("。");
            assertThat(rule.wrong()).as(rule.id()).isNotEmpty();
            assertThat(rule.right()).as(rule.id()).isNotEmpty().isNotEqualTo(rule.wrong());
        }
    }
}
