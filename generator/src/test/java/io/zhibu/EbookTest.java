package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.picture.Drawn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A collection as an EPUB, held against EPUBCheck, which has no part in making it. */
class EbookTest extends CollectedSite {
    private static final Path WORK = Path.of("target", "epubcheck").toAbsolutePath();

    @BeforeEach
    void aSite() throws IOException {
        site.entry(
                "collection/xuanbian",
                "title: 选编 & <一>\norder_mode: 手工\nitems: [yi-men, er-men, san-men]\nunit: 未载" + needed(),
                "选编的说明，见[一门](../term/yi-men.md)。");
        term("yi-men", "一门办法", "正文。[A1]\n\n- [ ] 没有办\n- [x] 办了\n\n---\n\n`代码`");
        term("er-men", "二门办法", """
                正文有**重点**。见 [一门](yi-men.md)。[^1]

                ## 一节

                > 引文一句。

                | 栏目 | 写法 |
                |---|--:|
                | 期限 | 五天 |

                4. 先登记
                5. 再分办

                ![读出来的话](er-men.jpg "图的题名")

                ![又一次](er-men.jpg)

                [^1]: 脚注一句。
                """, "unit: 未载\ncover: {src: er-men.jpg, alt: 图, caption: 题图的说明}");
        term("san-men", "三门办法", "正文。", "sample: true\nunit: 示例单位甲（机关）");
        site.file("content/term/er-men.jpg", Drawn.fromTelephone(90, 30, 6));
    }

    @Test
    void anotherProgramFindsNothingToSayAgainstIt() throws IOException {
        Path own = folder.resolve("own.epub");
        Run made = Run.of(
                List.of("book", "--site", ".", "--collection", "sannian-tisheng", "--epub", "--out", own.toString()));
        assertThat(made.exit()).as(made.err()).isZero();

        assertThat(faults(book(), own)).isEmpty();
    }

    @Test
    void aChapterHasAllThatItsEntrySaysAndLinksToChaptersOfTheBook() throws IOException {
        String chapter = file("c2.xhtml");

        assertThat(chapter)
                .contains(
                        "<a href=\"c1.xhtml\">一门</a>",
                        "引文一句。",
                        "<ol class=\"tight\" start=\"4\">",
                        "脚注一句。",
                        "href=\"c2.xhtml#c2-note-1\"",
                        "题图的说明",
                        "图的题名",
                        "alt=\"读出来的话\"",
                        "一份来源",
                        "来源没有写：责任单位。")
                .doesNotContain("data:", "running-chapter", "<td>未载</td>");
        assertThat(file("c1.xhtml")).contains("☐ 没有办", "☑ 办了", "href=\"c1.xhtml#c1-cite-A1\"");
        assertThat(file("preface.xhtml")).contains("<a href=\"c1.xhtml\">一门</a>");
        assertThat(file("contents.xhtml"))
                .containsSubsequence("说明", "一门办法", "二门办法", "三门办法", "<span class=\"badge\">示例</span>");
        assertThat(file("title.xhtml")).contains("选编 &amp; &lt;一&gt;", "共 3 篇，其中示例 1 篇");
    }

    @Test
    void aPictureIsThereOnceUprightAndTellsNoPlace() throws IOException {
        List<String> pictures = new ArrayList<>();
        try (ZipFile zip = new ZipFile(book().toFile())) {
            zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".jpeg"))
                    .forEach(pictures::add);
            assertThat(pictures).containsExactly("book/p1.jpeg");
            byte[] picture = zip.getInputStream(zip.getEntry("book/p1.jpeg")).readAllBytes();
            assertThat(new String(picture, StandardCharsets.ISO_8859_1)).doesNotContain("114.27");
        }
    }

    @Test
    void theSameContentIsTheSameBytesAndReplacesTheLastOneAndNothingElse() throws IOException {
        byte[] first = Files.readAllBytes(book());
        assertThat(Files.readAllBytes(book())).isEqualTo(first);

        Files.write(folder.resolve("book.epub"), new byte[] {'P', 'K', 3, 4, 20});
        assertThat(run().err()).contains("book.epub: 错误[target-foreign] 这里已有别的东西，不能替换");
    }

    @Test
    void namesThatNoSourceExplainsStandInOneLine() throws IOException {
        site.entry("collection/ming", "title: 只有名目\norder_mode: 手工\nitems: [liang-ming]\nunit: 未载" + needed(), "");
        site.entry("work-method/liang-ming", """
                unit: 长江委
                title: “两看”工作法
                years: 未载
                method_name: 两看
                gloss: [{term: 看天, meaning: 未载}, {term: 看水, meaning: 未载}]
                branch: 未载
                problem: 未载
                scene: 未载
                mechanism: [组织保障]
                started: 未载
                citations:
                  - {key: A1, title: 一份来源, publisher: 某网站, date: 2025-06}""" + needed(), "## 做法\n\n出门前看。[A1]");
        Path book = folder.resolve("ming.epub");
        Run made = book("ming", book, "--epub");
        assertThat(made.exit()).as(made.err()).isZero();

        assertThat(file(book, "c1.xhtml"))
                .contains("<p class=\"names\">看天　看水</p>")
                .doesNotContain("<table class=\"gloss\"");
    }

    private static List<String> faults(Path... books) throws IOException {
        String classPath = MavenPrograms.classPath(
                Path.of("generator", "src", "test", "epubcheck", "pom.xml").toAbsolutePath(), WORK);
        List<String> faults = new ArrayList<>();
        for (Path book : books) {
            List<String> said = MavenPrograms.run(
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            classPath,
                            "com.adobe.epubcheck.tool.Checker",
                            book.toString(),
                            "--json",
                            "-"),
                    WORK,
                    "check");
            assertThat(said).anyMatch(line -> line.contains("\"nError\" : 0"));
            said.stream()
                    .filter(line -> line.matches(".*\"(nFatal|nError|nWarning|nUsage)\" : [1-9].*"))
                    .forEach(line -> faults.add(book.getFileName() + line));
        }
        return faults;
    }

    private String file(String name) throws IOException {
        return file(book(), name);
    }

    private static String file(Path book, String name) throws IOException {
        try (ZipFile zip = new ZipFile(book.toFile())) {
            return new String(zip.getInputStream(zip.getEntry("book/" + name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path book() {
        Run run = run();
        assertThat(run.exit()).as(run.err()).isZero();
        return folder.resolve("book.epub");
    }

    private Run run() {
        return book("xuanbian", folder.resolve("book.epub"), "--epub");
    }
}
