package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThinEntryTest {
    @TempDir
    private Path folder;

    @Test
    void anEntryOfSectionsThatTellsNextToNothingIsTold() {
        SmallSite site = SmallSite.ofOurTypes(folder)
                .entry("work-method/a-thin-one", "unit: 长江委", "## 做法\n\n抓落实。")
                .entry("work-method/a-full-one", "unit: 长江委", "## 做法\n\n" + "每周问三句话，记在本上。".repeat(15))
                .entry("term/a-word", "unit: 长江委\nterm: 甲乙", "一句话。");

        assertThat(Said.by(new ThinEntry(), site)).containsExactly("content/work-method/a-thin-one.md:1:1 thin-entry");
    }
}
