package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.cli.Console;
import io.zhibu.cli.Zhibu;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code zhibu new}: with options, and as a conversation. */
class NewCommandTest {
    @TempDir
    private Path folder;

    private ImportSite site;

    @BeforeEach
    void aSite() throws IOException {
        site = new ImportSite(folder);
    }

    /** As on a terminal, where somebody types these lines. */
    private Run typed(String type, String... lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                true,
                new BufferedReader(new StringReader(String.join("\n", lines))));
        int exit = Zhibu.run(console, Clock.systemUTC(), "new", "--site", folder.toString(), type);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "work-method",
                "branch",
                "role-model",
                "institution",
                "study",
                "activity",
                "term",
                "collection",
                "report",
                "page"
            })
    void eachTypeBeginsWithAFileThatPassesTheChecksButForItsMarks(String type) throws IOException {
        Run run = site.run("new", type, "--title", "示例“三问两帮”的一篇");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("已建好 content/" + type + "/san-wen-liang-bang.md：");
        Run check = site.run("check");
        assertThat(check.exit()).as(check.err()).isZero();
        assertThat(check.out()).contains("错误 0，警告 0");
        // Held to what a published entry is held to, only the marks are wrong.
        assertThat(site.run("build", "--drafts").err().lines().filter(line -> line.contains(": 错误[")))
                .allMatch(line -> line.contains("待写") || line.contains("这里有 2 字"));
    }

    @Test
    void fieldsThatAreGivenAreWritten() throws IOException {
        Run run = site.run(
                "new",
                "工作法",
                "--title",
                "三问两帮",
                "--id",
                "wen-bang",
                "--set",
                "unit=示例单位乙（事业）",
                "--set",
                "scene=防汛，工程建设",
                "--set",
                "started=2025-01",
                "--set",
                "summary=新党员到水文站，老党员每周三问、两帮，使他们早日独立上岗。");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Files.readString(folder.resolve("content/work-method/wen-bang.md")))
                .contains(
                        "id: wen-bang\n",
                        "unit: 示例单位乙（事业）\n",
                        "scene: [防汛, 工程建设]\n",
                        "started: 2025-01\n",
                        "summary: 新党员到水文站，",
                        "gloss: 未载 # 待核",
                        "## 背景\n\n待写\n");
    }

    @Test
    void whatIsWrongIsToldAndNothingIsWritten() {
        Run unit = site.run("new", "page", "--title", "一篇", "--set", "unit=示例单位丁");
        assertThat(unit.exit()).isEqualTo(1);
        assertThat(unit.err()).startsWith("--set unit: 错误[word-unknown] 词表“单位”里没有“示例单位丁”");
        assertThat(site.run("new", "page", "--title", "一篇", "--set", "unti=x").err())
                .contains("没有“unti”这个字段", "是“unit”吗？");
        assertThat(site.run("new", "page", "--title", "一").err()).contains("错误[text-length] “标题”应有 2 至 60 字");
        assertThat(site.run("new", "pge", "--title", "一篇").err()).contains("没有“pge”这一类", "是“page”吗？");
        assertThat(site.run("new", "page").err()).contains("没有写标题，这里又不是终端");
        assertThat(site.run("new").err()).contains("没有写类型");
        assertThat(site.run("new", "page", "--title", "一篇", "--id", "../x").exit())
                .isEqualTo(2);
        assertThat(site.run("new", "page", "--title", "一篇", "--set", "unit").exit())
                .isEqualTo(2);
        assertThat(folder.resolve("content")).isEmptyDirectory();
    }

    @Test
    void whatIsThereStays() throws IOException {
        site.run("new", "page", "--title", "一篇页面", "--id", "yi-pian");
        Path file = folder.resolve("content/page/yi-pian.md");
        Files.writeString(file, "改过");
        Run again = site.run("new", "page", "--title", "一篇页面", "--id", "yi-pian");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("错误[id-taken] 已经有标识是“yi-pian”的条目");
        assertThat(Files.readString(file)).isEqualTo("改过");
    }

    @Test
    void anArchetypeOfTheSiteGoesFirst() throws IOException {
        Path archetype = folder.resolve("site-config/archetypes/work-method.md");
        Files.createDirectories(archetype.getParent());
        Files.writeString(
                archetype,
                "---\nunit: 示例单位乙（事业）\napplies_to:\n  unit_kind: [机关]\n  note: 都能用\n---\n## 背景\n\n从哪里来的问题？\n\n## 做法\n\n## 成效\n");

        site.run("new", "work-method", "--title", "三问两帮");

        assertThat(Files.readString(folder.resolve("content/work-method/san-wen-liang-bang.md")))
                .contains(
                        "unit: 示例单位乙（事业）\n",
                        "applies_to:\n  unit_kind: [机关]\n  note: 都能用\n",
                        "从哪里来的问题？",
                        "mechanism: 未载")
                .doesNotContain("## 背景\n\n待写");
        assertThat(site.run("check").out()).contains("错误 0，警告 0");
        Files.writeString(archetype, "---\nunit: 没有的单位\n---\n");
        Run wrong = site.run("new", "work-method", "--title", "四问");
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).startsWith("site-config/archetypes/work-method.md:2:7: 错误[word-unknown]");
    }

    @Test
    void wordsArePickedByNumberByTheirBeginningAndByTheirSound() throws IOException {
        Run run = typed(
                "activity",
                "到站上问", // title
                "", // id
                "太短", // summary
                "支部到水文站过了一次主题党日，当场问、当场帮。",
                "slsw", // nothing begins so
                "shili", // several
                "示例单位乙", // unit
                "示例编辑", // authors
                "", // tags
                "2025", // years
                "1", // access
                "2025-06-31", // date
                "2025-06-12",
                "lianxue", // form
                "", // branches has nothing to choose from
                "当场答复难处 7 件"); // outcome

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("“摘要”应有 20 至 200 字", "没有“slsw”", "“shili”有 ", "→ 示例单位乙（事业）", "不是日历上有的日子", "→ 联学联做");
        assertThat(site.entry("activity"))
                .contains(
                        "title: 到站上问\n",
                        "unit: 示例单位乙（事业）\n",
                        "authors: [示例编辑]\n",
                        "access: 内网公开\n",
                        "date: 2025-06-12\n",
                        "form: 联学联做\n",
                        "branches: 未载 # 待核",
                        "outcome: 当场答复难处 7 件");
        assertThat(site.run("check").out()).contains("错误 0，警告 0");
    }

    @Test
    void whoGoesAwayBeforeATitleLeavesNothing() {
        Run run = typed("page");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("没有建。\n");
        assertThat(folder.resolve("content")).isEmptyDirectory();
    }

    @Test
    void theHelpIsChinese() {
        for (String command : List.of("new", "import")) {
            Run help = Run.of(List.of(command, "--help"));
            assertThat(help.exit()).isZero();
            assertThat(help.out()).startsWith("用法：zhibu " + command).doesNotContain("Usage", "<");
        }
    }
}
