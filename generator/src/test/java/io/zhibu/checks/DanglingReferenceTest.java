package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields that name another entry name one that is there, of the right type, and published. */
class DanglingReferenceTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = new SmallSite(folder);
    }

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
