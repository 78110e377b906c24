package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which entries have their headings numbered on paper: those of some sections whose writer numbered none of them. */
class HeadingNumbersTest {
    private static final Map<String, String> BODIES = new TreeMap<>(Map.of(
            "bare", "## 背景\n\n## 做法\n\n### 登记\n\n### 回访",
            "figures", "## 2025 年的数\n\n## 三抓怎样抓\n\n## 第三方的评估\n\n## 3.5 倍的由来",
            "single", "## 背景\n\n### 登记\n\n### 回访",
            "ideographs", "## 一、背景\n\n## 二、做法",
            "brackets", "## 背景\n\n### （一）登记\n\n## 做法",
            "digits", "## 背景\n\n## 2. 做法",
            "articles", "## 第一条 背景\n\n## 第二条 做法",
            "steps", "## 步骤一\n\n## 步骤二",
            "ordinals", "## 其一 登记\n\n## 其二 回访",
            "text", "没有标题。"));

    @TempDir
    private Path folder;

    @Test
    void headingsOfAnEntryAreNumberedOnlyWhereTheWriterNumberedNone() throws IOException {
        SmallSite site = SmallSite.ofOurPages(folder.resolve("site"));
        BODIES.forEach((id, body) -> site.entry(
                "term/" + id,
                "authors: [本站编写]\nunit: 未载\nstate: 待补\naccess: public-intranet\nterm: " + id + "\nsummary: "
                        + "只为测试而写的词条。".repeat(6),
                body));
        Path out = folder.resolve("out");

        Run run = Run.of(List.of("build", "--site", folder.resolve("site").toString(), "--out", out.toString()));

        assertThat(run.exit()).as(run.err()).isZero();
        List<String> numbered = new ArrayList<>();
        for (String id : BODIES.keySet()) {
            Path page = out.resolve("term/" + id + "/index.html");
            if (!Jsoup.parse(page.toFile(), "UTF-8").select("article.numbered").isEmpty()) {
                numbered.add(id);
            }
        }
        assertThat(numbered).containsExactly("bare", "figures");
    }
}
