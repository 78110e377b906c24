package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyListTest {
    @TempDir
    private Path folder;

    @Test
    void aTypeWithoutEntriesIsTold() {
        SmallSite site = SmallSite.ofOurTypes(folder).entry("term/a-word", "unit: 长江委\nterm: 甲乙", "");

        assertThat(Said.by(new EmptyList(), site))
                .contains("site-config/schemas/work-method.yml empty-list")
                .doesNotContain("site-config/schemas/term.yml empty-list", "site-config/schemas/page.yml empty-list");
    }

    @Test
    void ofASiteWithoutAnyEntryNothingIsSaid() {
        assertThat(Said.by(new EmptyList(), SmallSite.ofOurTypes(folder))).isEmpty();
    }
}
