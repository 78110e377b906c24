package io.zhibu;

import static io.zhibu.WordFile.p;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code zhibu import}: what it writes, what it leaves alone, and what it says of both. */
class ImportCommandTest {
    private static final String FIRST = p("示例党支部乙一的“三问两帮”工作法")
            + p("一、背景")
            + p("一半的组织生活因为轮班没有参加，新党员半年才能上岗。")
            + p("二、做法")
            + p("每周五下班前问三句。")
            + p("三、成效")
            + p("减到四个月。");

    @TempDir
    private Path folder;

    private ImportSite site;

    @BeforeEach
    void aSite() throws IOException {
        site = new ImportSite(Files.createDirectories(folder.resolve("站点")));
    }

    private Path word(String name, String body) {
        return new WordFile().body(body).write(folder.resolve("来稿").resolve(name));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(site.root.resolve("content"))) {
            return all.filter(Files::isRegularFile)
                    .map(file -> site.root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theSameFileOnceMoreChangesNothing() throws IOException {
        Path file = word("三问两帮.docx", FIRST);
        assertThat(site.run("import", file.toString()).exit()).isZero();
        String text = site.entry("work-method");

        Run again = site.run("import", file.toString());

        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("：没有变 content/work-method/san-wen-liang-bang.md", "Word 没有变，条目也没有人改过");
        assertThat(site.entry("work-method")).isEqualTo(text);
        assertThat(files())
                .containsExactly(
                        "content/work-method/.word/san-wen-liang-bang.md", "content/work-method/san-wen-liang-bang.md");
    }

    @Test
    void anEditedEntryIsNeverWrittenOverAndIsToldWhatChangedInWord() throws IOException {
        Path file = word("三问两帮.docx", FIRST);
        site.run("import", file.toString());
        Path entry = site.entryFile("work-method");
        String edited = Files.readString(entry).replace("减到四个月。", "减到四个月，口径见指标。");
        Files.writeString(entry, edited);
        word("三问两帮.docx", FIRST.replace("问三句", "问四句") + p("新加的一段。"));

        Run again = site.run("import", file.toString(), "--renew");

        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.out())
                .contains(
                        "Word 改过，条目没有动 content/work-method/san-wen-liang-bang.md",
                        "Word 改过：多了 2 段，少了 1 段",
                        "- 每周五下班前问三句。",
                        "+ 每周五下班前问四句。",
                        "+ 新加的一段。",
                        "条目有人改过，没有动它",
                        "--discard-edits");
        assertThat(Files.readString(entry)).isEqualTo(edited);

        Run discarded = site.run("import", file.toString(), "--discard-edits");

        assertThat(discarded.exit()).isZero();
        assertThat(Files.readString(entry)).contains("问四句", "新加的一段。").doesNotContain("口径见指标");
        try (Stream<Path> kept = Files.list(site.root.resolve("target/import"))) {
            assertThat(kept.filter(one -> one.toString().endsWith(".md")).toList())
                    .singleElement()
                    .satisfies(one -> assertThat(Files.readString(one)).isEqualTo(edited));
        }
    }

    @Test
    void anEntryThatNobodyEditedIsRenewedWhenAskedTo() throws IOException {
        Path file = word("三问两帮.docx", FIRST);
        site.run("import", file.toString());
        word("三问两帮.docx", FIRST.replace("问三句", "问四句"));

        Run told = site.run("import", file.toString());

        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.out()).contains("条目没有人改过：要换成新的，加 --renew");
        assertThat(site.entry("work-method")).contains("问三句");
        assertThat(site.run("import", "--renew", file.toString()).exit()).isZero();
        assertThat(site.entry("work-method")).contains("问四句");
        assertThat(site.run("import", file.toString()).out()).contains("没有变");
    }

    @Test
    void anotherDocumentOfTheSameNameIsAnotherEntry() throws IOException {
        site.run("import", word("初稿.docx", FIRST).toString());
        Run run = site.run(
                "import",
                word("初稿.docx", p("另一套“四看三改”工作法") + p("一、背景") + p("讲的是另一件事，与前一篇没有一句相同。"))
                        .toString());
        assertThat(run.exit()).isZero();
        assertThat(files())
                .contains("content/work-method/san-wen-liang-bang.md", "content/work-method/si-kan-san-gai.md");
    }

    @Test
    void anIdThatIsTakenIsNotTakenAgain() throws IOException {
        Path entry = site.root.resolve("content/work-method/san-wen-liang-bang.md");
        Files.createDirectories(entry.getParent());
        Files.writeString(entry, "别人写的");
        site.run("import", word("三问两帮.docx", FIRST).toString());
        assertThat(Files.readString(entry)).isEqualTo("别人写的");
        assertThat(site.root.resolve("content/work-method/san-wen-liang-bang-2.md"))
                .exists();
    }

    @Test
    void aWriteThatWasCutOffIsDoneAgain() throws IOException {
        Path file = word("三问两帮.docx", FIRST);
        site.run("import", file.toString());
        Path entry = site.entryFile("work-method");
        String text = Files.readString(entry);
        Files.delete(entry);

        Run again = site.run("import", file.toString());

        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("那个文件不在了，重新写了一份");
        assertThat(Files.readString(entry)).isEqualTo(text);
    }

    @Test
    void tryingWritesNothing() throws IOException {
        Run run = site.run("import", "--dry-run", word("三问两帮.docx", FIRST).toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("：试过，没有写 content/work-method/san-wen-liang-bang.md");
        assertThat(files()).isEmpty();
        assertThat(site.root.resolve("target/import")).doesNotExist();
    }

    @Test
    void aFolderGivesOneTable() throws IOException {
        word("三问两帮.docx", FIRST);
        word("下级/批注.docx", "<w:p>" + WordFile.r("看这里") + "<w:r><w:commentReference w:id=\"0\"/></w:r></w:p>");
        word("~$锁.docx", FIRST);
        Files.writeString(folder.resolve("来稿/说明.txt"), "不是文稿");
        Files.write(folder.resolve("来稿/旧的.doc"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});

        Run run = site.run("import", "--from", folder.resolve("来稿").toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "下级/批注.docx:1: 错误[word-comment] 第 1 段“看这里”有批注",
                        "旧的.doc: 错误[word-format] 这是 Word 的老格式（.doc），读不了",
                        "“另存为”时类型选“Word 文档（*.docx）”");
        assertThat(run.out())
                .contains(
                        "文件            结果      条目                                       待核  待写  报告\n",
                        "三问两帮.docx   已导入    content/work-method/san-wen-liang-bang.md",
                        "下级/批注.docx  没有导入                                                         1 条\n",
                        "共 3 个，1 个办好，2 个要处理。")
                .doesNotContain("锁.docx", "说明.txt");
    }

    @Test
    void theTypeAndTheFolderCanBeSaid() throws IOException {
        Path file = word("三问两帮.docx", FIRST);
        assertThat(site.run("import", file.toString(), "--type", "报告", "--to", "report/2026")
                        .exit())
                .isZero();
        assertThat(Files.readString(site.root.resolve("content/report/2026/san-wen-liang-bang.md")))
                .contains("type: report\n");
        for (String outside : List.of("..", "../../别处", "/tmp", "site-config/schemas/..//../..")) {
            Run run = site.run("import", file.toString(), "--to", outside);
            assertThat(run.exit()).as(outside).isEqualTo(2);
            assertThat(run.err()).startsWith("命令写法有误：--to 的“");
        }
    }

    @Test
    void wrongWordsAreTold() {
        assertThat(site.run("import").err()).startsWith("命令写法有误：没有写要导入的文件");
        assertThat(site.run("import", "--from", "没有").err()).startsWith("命令写法有误：--from 的“没有”不是文件夹");
        Run type = site.run("import", word("三问两帮.docx", FIRST).toString(), "--type", "work-metod");
        assertThat(type.exit()).isEqualTo(2);
        assertThat(type.err()).isEqualTo("命令写法有误：没有“work-metod”这一类\n    建议：是“work-method”吗？");
        Run missing = site.run("import", folder.resolve("没有.docx").toString());
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("错误[word-missing] 没有这个文件");
        assertThat(site.run("import", folder.toString()).err()).contains("错误[word-missing] 这是文件夹");
        assertThat(site.run("import", word("空.docx", p("")).toString()).err()).contains("错误[word-blank] 文档里没有文字");
    }

    @Test
    void inASiteWithFaultsTheImportStillWorks() throws IOException {
        Files.createDirectories(site.root.resolve("content/page"));
        Files.writeString(site.root.resolve("content/page/broken.md"), "---\nid: [\n---\n");
        assertThat(site.run("import", word("三问两帮.docx", FIRST).toString()).exit())
                .isZero();
    }
}
