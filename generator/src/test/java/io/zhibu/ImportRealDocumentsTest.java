package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that other programs write, imported and held to the rules for content. */
class ImportRealDocumentsTest {
    private static final Path SOURCES =
            Path.of("generator/src/test/resources/word").toAbsolutePath();
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    @TempDir
    private Path folder;

    private ImportSite site;

    @BeforeEach
    void aSite() throws IOException {
        site = new ImportSite(Files.createDirectories(folder.resolve("站点")));
    }

    @Test
    void anOfficialPaperWithoutStylesByPythonDocx() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isExecutable(PYTHON) && Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/docx")),
                "没有 python3-docx");
        Path file = folder.resolve("三问两帮.docx");
        run(PYTHON.toString(), SOURCES.resolve("python_docx.py").toString(), file.toString());

        Run run = site.run("import", file.toString());

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("提示[word-header] 全文有页眉，没有收：“讨论稿页眉”");
        assertThat(site.entryFile("work-method")).hasFileName("san-wen-liang-bang.md");
        assertThat(site.entry("work-method"))
                .contains(
                        "title: 示例党支部乙一“三问两帮”工作法 # 待核",
                        "type: work-method # 待核",
                        "status: draft\n",
                        "unit: 示例单位乙（事业） # 待核",
                        "authors: [示例编辑] # 待核",
                        "years: [2024, 2025] # 待核",
                        "method_name: 三问两帮 # 待核",
                        "problem: [外业党员管理, 学习主动性] # 待核",
                        "  publisher: 示例网\n",
                        "  url: \"https://example.cn/a_b.html\"\n",
                        "gloss: 未载 # 待核");
        assertThat(site.body("work-method")).isEqualTo("""
                        示例单位乙共有水文站两个，党员轮班在外，一半的组织生活没有参加。2024年起，示例单位乙的示例党支部乙一开始摸索“三问两帮”的办法（见图1）。

                        ## 一、工作背景

                        外业党员管理难，学习主动性不足。外业党员管理是水文外业的老问题。

                        ## 二、主要做法

                        ### （一）三问

                        每周五问岗位、问学习、问困难。写作a\\_b\\*c\\<d>\\|e，记作10<sup>3</sup>

                        1. 问岗位学会了没有；
                        2. 问学习读了什么；
                        3. 问困难。

                        ### （二）两帮

                        #### 1.帮技术

                        当周现场带一次，做到件件有回音。

                        #### 2.帮组织生活

                        轮班时提前排好。

                        ![江边的测站](san-wen-liang-bang/tu-1.png "图1 江边的测站")

                        ## 三、工作成效

                        独立上岗的时间从六个月减到四个月。

                        | 指标 | 之前 | 之后 |
                        | --- | --- | --- |
                        | 独立上岗（月） | 6 | 4 |
                        | 参加率 | 50% | 92% |
                        | 参加率 | 60% | 93% |

                        - 要点一
                        - 要点二

                        1. 第一步
                        2. 第二步

                        - 图形项目一
                        - 图形项目二

                        2025年12月5日
                        """);
        assertThat(Files.readAllBytes(site.root.resolve("content/work-method/san-wen-liang-bang/tu-1.png")))
                .isEqualTo(Files.readAllBytes(Path.of(file + ".png")));
        passesTheChecks();
    }

    @Test
    void aRuleWithStylesNotesAndMergedCellsByLibreOffice() throws IOException, InterruptedException {
        Path file = converted("libreoffice");

        Run run = site.run("import", file.toString());

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("提示[word-text-box] ", "：“文本框里的话”", "提示[word-merged] ");
        assertThat(site.entry("institution"))
                .contains(
                        "title: 关于示例水文站带新人的办法 # 待核",
                        "kind: 办法 # 待核",
                        "date_issued: 2025-01-05 # 待核",
                        "issuer: 未载 # 待核");
        assertThat(site.body("institution")).isEqualTo("""
                        ## 第一章 总则

                        为了**带好新人**，照《示例办法》[^1]的要求，示例单位乙定了“三问两帮”。网址是[示例网](https://example.cn/x?a=1&amp;b=2)。

                        ### 范围

                        *斜体字*和普通字[^2]。

                        1. 第一项
                           - 里面的一点
                        2. 第二项

                        正文\\
                        另起一行

                        表一 带新人

                        | 谁 | 做什么 | 做什么 |
                        | --- | --- | --- |
                        | 老党员 | 问 | 一周三次 |
                        | 老党员 | 帮 | 一周两次\\|不少 |

                        文本框里的话

                        ## 第二章 附则

                        自发布之日起施行。

                        2025年1月5日

                        [^1]: 示例办法是虚构的，见示例通报〔2025〕7 号。

                        [^2]: 尾注的话。
                        """);
        passesTheChecks();
    }

    @Test
    void changesThatNobodyAcceptedAndCommentsByLibreOffice() throws IOException, InterruptedException {
        Path file = converted("tracked");

        Run run = site.run("import", file.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "tracked.docx:2: 错误[word-tracked] 第 2 段“这一段新加的话，还有旧的话。”有没有接受的修订：插入“新加的话”、删除“旧的话”",
                        "“审阅→接受→接受所有修订”",
                        "WPS：",
                        "tracked.docx:3: 错误[word-comment] 第 3 段“有批注的一段。”有批注：“这里请核对”");
        assertThat(run.out()).contains("tracked.docx：没有导入");
        assertThat(site.root.resolve("content")).isEmptyDirectory();
    }

    @Test
    void aReportWithCountedHeadingsByAnotherLibrary() throws IOException, InterruptedException {
        Path library = NpmPackage.fetched("docx", "9.5.1");
        Path file = folder.resolve("调研.docx");
        run("node", SOURCES.resolve("docx-js.cjs").toString(), library.toString(), file.toString());

        Run run = site.run("import", file.toString());

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("提示[word-footer] 全文有页脚，没有收：“讨论稿页脚”", "警告[word-equation] ");
        assertThat(site.entry("report"))
                .contains("title: 示例单位甲来件办理的调研报告 # 待核", "kind: 调研报告 # 待核", "date: 2025-12-05 # 待核");
        assertThat(site.body("report")).isEqualTo("""
                        ## 一、基本情况

                        示例单位甲每年收到来件约四百件[^1]，平均 9.5 个工作日答复[^2]。见[示例网](https://example.cn/%28x%29)，水的分子式是H<sub>2</sub>O，~~作废的话~~。

                        ## 二、存在问题

                        1. 没有记全
                           1. 谁来的没有记
                           2. 要什么没有记
                        2. 没有定人

                        ## 三、几点建议

                        两张清单够用。

                        | 栏目 | 栏目 | 写法 |
                        | --- | --- | --- |
                        | 承办 | 处室 | 只写一个 |
                        | 承办 | 期限 | 一般五天 |

                        （二次来件）/（总件数）

                        二〇二五年十二月五日

                        [^1]: 注一的话。

                        [^2]: 注二的话。
                        """);
        passesTheChecks();
    }

    /** The form that the site itself hands out. */
    @Test
    void theFormBesideAnEntryIsReadWhole() throws IOException {
        Path form =
                Path.of("content/activity/sample-jiaoliu-ri/qingdan-moban.docx").toAbsolutePath();

        Run run = site.run("import", form.toString(), "--type", "page");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(site.entry("page")).contains("清单");
        passesTheChecks();
    }

    /** But for what is marked as to be written or to be checked: what is a draft's own is said with the notices and stops nothing. */
    private void passesTheChecks() {
        Run check = site.run("check");
        assertThat(check.exit()).as(check.err()).isZero();
        assertThat(check.out()).contains("错误 0，警告 0");
        assertThat(site.run("check", "--verbose").err())
                .doesNotContain(
                        "[yaml-",
                        "[heading-",
                        "[word-unknown]",
                        "[asset-missing]",
                        "[html-",
                        "[note-",
                        "[table-",
                        "[picture-");
        // Held to what a published entry is held to: the fields that wait, and the made-up units of these documents.
        assertThat(site.run("build", "--drafts").err().lines().filter(line -> line.contains(": 错误[")))
                .allMatch(line -> line.contains("待写") || line.contains("[fictional-unit]"));
    }

    private Path converted(String name) throws IOException, InterruptedException {
        Path office = Path.of("/usr/bin/soffice");
        Assumptions.assumeTrue(Files.isExecutable(office), "没有 LibreOffice");
        run(
                office.toString(),
                "-env:UserInstallation=" + folder.resolve("office").toUri(),
                "--headless",
                "--convert-to",
                "docx",
                "--outdir",
                folder.toString(),
                SOURCES.resolve(name + ".fodt").toString());
        return folder.resolve(name + ".docx");
    }

    private void run(String... words) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(List.of(words))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    }
}
