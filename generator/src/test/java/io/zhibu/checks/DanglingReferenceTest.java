package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import org.junit.jupiter.api.Test;

/** Fields that name another entry name one that is there, of the right type, and published. */
class DanglingReferenceTest extends WithSmallSite {
    @Test
    void aReferenceToAPublishedEntryOfTheTypeIsSound() {
        site.entry("branch/one", "", "");
        site.entry("method/two", "branch: one", "");

        assertThat(Said.by(new DanglingReference(), site)).isEmpty();
    }

    @Test
    void aMissingEntryOneOfAnotherTypeAndADraftAreTold() {
        site.entry("branch/one", "status: draft", "");
        site.entry("method/none", "branch: nobody", "");
        site.entry("method/type", "branch: none", "");
        site.entry("method/draft", "branch: one", "");

        assertThat(Said.by(new DanglingReference(), site))
                .containsExactly(
                        "content/method/draft.md:8:9 reference-unpublished",
                        "content/method/none.md:8:9 reference-missing",
                        "content/method/type.md:8:9 reference-type");
    }
}
