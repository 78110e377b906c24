package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import org.junit.jupiter.api.Test;

/** Facts name sources that the entry lists. */
class UnknownCitationTest extends WithSmallSite {
    private static final String HONOUR = """
            honours:
              - name: 先进党支部
                year: 2025
                src: [A1, B1]
            """;

    @Test
    void aListedSourceIsKnownAndAnotherIsTold() {
        site.entry("branch/one", HONOUR + "citations:\n  - key: A1\n    title: 表彰决定", "");

        assertThat(Said.by(new UnknownCitation(), site))
                .containsExactly("content/branch/one.md:11:15 citation-unknown");
    }

    @Test
    void withoutAListEachIsTold() {
        site.entry("branch/one", HONOUR, "");

        assertThat(Said.by(new UnknownCitation(), site)).hasSize(2);
    }
}
