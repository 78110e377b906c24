package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanPageTest {
    @TempDir
    private Path folder;

    @Test
    void aPageThatNothingLeadsToIsTold() {
        SmallSite site = SmallSite.ofOurTypes(folder)
                .entry("page/lonely-page", "title: 孤页", "[自己](lonely-page.md)")
                .entry("page/led-page", "title: 有路", "")
                .entry("page/foot-page", "title: 页脚\norder: 1", "[有路](led-page.md)")
                .entry("term/a-word", "unit: 长江委\nterm: 甲乙", "");

        assertThat(Said.by(new OrphanPage(), site)).containsExactly("content/page/lonely-page.md:1:1 orphan-page");
    }
}
