package io.zhibu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadingLevelTest {
    @TempDir
    private Path folder;

    @Test
    void headingsGoDownStepByStepAndNeverUpToTheTitle() {
        SmallSite site = new SmallSite(folder)
                .entry("branch/a-branch", "", "## 支部概况\n\n### 甲\n\n##### 乙\n\n## 丙\n\n# 丁\n\n## 戊\n");

        assertThat(Said.fully(new HeadingLevel(), site))
                .contains("警告[heading-skipped] 标题从三级跳到五级，中间缺一级\n    建议：改为：#### 乙")
                .contains("警告[heading-first] 正文里有一级标题“丁”，与大标题同级\n    建议：大标题由头信息的 title 来，这里改为：## 丁，下级标题各加一个 #");
        assertThat(Said.by(new HeadingLevel(), site)).hasSize(2);
    }
}
