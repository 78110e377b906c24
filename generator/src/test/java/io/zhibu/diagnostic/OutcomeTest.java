package io.zhibu.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Stages follow each other, and what each says is kept. */
class OutcomeTest {
    private static final Diagnostic EARLY = Diagnostic.error(new Where("a.md", 1, 1), "one", "一", "改一");
    private static final Diagnostic LATE = Diagnostic.warning(new Where("b.md", 1, 1), "two", "二", "改二");

    @Test
    void theNextStageGetsTheValueAndBothSpeakInPlaceOrder() {
        Outcome<Integer> length =
                new Outcome<>("三问", List.of(LATE)).then(text -> new Outcome<>(text.length(), List.of(EARLY, LATE)));

        assertThat(length.value()).isEqualTo(2);
        assertThat(length.diagnostics()).containsExactly(EARLY, LATE);
    }

    @Test
    void onlyAnErrorIsAnError() {
        assertThat(new Outcome<>("", List.of(LATE)).hasErrors()).isFalse();
        assertThat(new Outcome<>("", List.of(LATE, EARLY)).hasErrors()).isTrue();
    }

    @Test
    void aDiagnosticPrintsItsHintOnALineOfItsOwn() {
        assertThat(EARLY).hasToString("a.md:1:1: 错误[one] 一\n    建议：改一");
    }

    @Test
    void theSameIsSaidOnce() {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(List.of(LATE, EARLY, LATE));

        assertThat(diagnostics.list()).containsExactly(EARLY, LATE);
        assertThat(diagnostics.hasErrors()).isTrue();
    }
}
