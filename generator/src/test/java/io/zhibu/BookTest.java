package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.picture.Drawn;
import io.zhibu.qr.Qrs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A collection as a printed book, read back. */
class BookTest extends CollectedSite {
    private static final Path FONT = Path.of("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf");
    /** Cover, contents, preface, and an empty page, since the first chapter begins on the right. */
    private static final int BEFORE = 4;

    private static final String LONG = "他说：“把来件办好，是支部的本分。”（见《办法》第三条）支部开会三次，登记、分办、回访，一步一步做；做到 94% 满意。[A1]".repeat(14);

    @BeforeEach
    void aSite() throws IOException {
        site.entry(
                "collection/xuanbian",
                "title: 选编\norder_mode: 手工\nitems: [yi-men, er-men, san-men]\nunit: 未载" + needed(),
                "选编的说明。");
        term("yi-men", "一门办法", LONG);
        term("er-men", "二门办法", """
                正文有**重点**。见 [一门](yi-men.md)。[^1]

                > 引文一句。

                | 栏目 | 写法 |
                |---|---|
                | 期限 | 五天 |

                1. 先登记
                2. 再分办

                ![读出来的话](er-men.png "图的题名")

                [^1]: 脚注一句。
                """, "unit: 未载\ncover: {src: er-men.png, alt: 图, caption: 题图的说明}");
        term("san-men", "三门办法", "正文。", "sample: true\nunit: 示例单位甲（机关）");
        site.file("content/term/er-men.png", Files.readAllBytes(picture()));
    }

    @Test
    void theContentsNameThePageOnWhichEachChapterBegins() throws IOException {
        List<String> pages = pages(book());

        assertThat(pages.get(0)).contains("选编", "共 3 篇，其中示例 1 篇");
        Matcher line = Pattern.compile("(?m)^([一二三]门办法).*?(\\d+)$").matcher(pages.get(1));
        List<String> found = new ArrayList<>();
        while (line.find()) {
            String page = pages.get(BEFORE + Integer.parseInt(line.group(2)) - 1);
            assertThat(page).contains("— " + line.group(2) + " —", line.group(1), "词条");
            found.add(line.group(1));
        }
        assertThat(found).containsExactly("一门办法", "二门办法", "三门办法");
    }

    @Test
    void aChapterHasAllThatItsEntrySaysAndItsSourcesAtItsEnd() throws IOException {
        List<String> pages = pages(book());
        String chapter = String.join("\n", pages.subList(BEFORE, pages.size()));

        assertThat(pages.get(2)).contains("说明", "选编的说明。", "iii");
        assertThat(chapter)
                .contains("正文有重点。见 一门。", "引文一句。", "栏目", "五天", "先登记", "脚注一句。", "题图的说明", "图的题名", "条目标识 er-men");
        assertThat(chapter).doesNotContain("读出来的话").containsSubsequence("一门办法", "出处", "A1 一份来源", "二门办法");
        assertThat(pages.get(pages.size() - 1)).contains("示例", "三门办法");
    }

    @Test
    void noLineBeginsWithASignThatCloses() throws IOException {
        assertThat(pages(book()).stream().flatMap(String::lines))
                .isNotEmpty()
                .noneMatch(line -> line.matches("[，。、；：？！）》”].*"));
    }

    @Test
    void everyFontIsInTheFileAndNotAllOfIt() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(book()))) {
            List<PDFont> fonts = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
            assertThat(fonts).extracting(PDFont::getName).allMatch(name -> name.matches("[A-Z]{6}\\+LXGWWenKai-\\w+"));
        }
        assertThat(Files.size(folder.resolve("book.pdf"))).isLessThan(400_000);
    }

    @Test
    void aScreenShowsTheChaptersBesideTheBook() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(book()))) {
            List<String> titles = new ArrayList<>();
            for (PDOutlineItem item :
                    pdf.getDocumentCatalog().getDocumentOutline().children()) {
                titles.add(item.getTitle());
            }
            assertThat(titles).containsExactly("目录", "说明", "一门办法", "二门办法", "三门办法");
        }
    }

    @Test
    void whereTheHostIsKnownACameraFindsTheChapterOnTheSite() throws IOException {
        setting("site.host=http://zhibu.example.cn");
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(book()))) {
            PDPage first = pdf.getPage(BEFORE);
            for (COSName name : first.getResources().getXObjectNames()) {
                BufferedImage image = ((PDImageXObject) first.getResources().getXObject(name)).getImage();
                int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
                assertThat(Qrs.read(image.getWidth(), image.getHeight(), pixels))
                        .isEqualTo("http://zhibu.example.cn/term/yi-men/index.html");
                return;
            }
        }
        throw new AssertionError("the chapter has no picture");
    }

    @Test
    void aTelephonesPictureStandsUprightAndTellsNoPlace() throws IOException {
        term("yi-men", "一门办法", "![图](shou-ji.jpg)");
        site.file("content/term/shou-ji.jpg", Drawn.fromTelephone(90, 30, 6));
        Path book = book();
        assertThat(Files.readString(book, StandardCharsets.ISO_8859_1)).doesNotContain("114.27");
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(book))) {
            PDPage first = pdf.getPage(BEFORE);
            for (COSName name : first.getResources().getXObjectNames()) {
                PDImageXObject image = (PDImageXObject) first.getResources().getXObject(name);
                assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(30, 90);
                return;
            }
        }
        throw new AssertionError("the chapter has no picture");
    }

    @Test
    void aPictureThatTheSiteWouldRefuseStopsTheBook() {
        site.file("content/term/er-men.png", "no picture");
        assertThat(run("xuanbian").err()).contains("错误[picture-unknown]");
    }

    @Test
    void theSameContentIsTheSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(book());

        assertThat(Files.readAllBytes(book())).isEqualTo(first);
    }

    @Test
    void aCollectionThatIsNotThereOrIsEmptyIsTold() {
        site.entry("collection/kong", "title: 空的\norder_mode: 手工\nunit: 未载" + needed(), "");

        assertThat(run("xuanbain").err())
                .isEqualTo("--collection: 错误[book-collection] 没有“xuanbain”这个专题\n    建议：是“xuanbian”吗？");
        Run empty = run("kong");
        assertThat(empty.exit()).isEqualTo(1);
        assertThat(empty.err())
                .isEqualTo("content/collection/kong.md:1:1: 错误[book-empty] 专题“空的”没有收录读者看得到的条目，印不成书\n"
                        + "    建议：在 items 里写条目的标识，或写 query；草稿和公开范围更窄的不算");
        assertThat(empty.out()).isEqualTo("没有印成书。");
        assertThat(Run.of(List.of("book", "--site", folder.toString())).err())
                .isEqualTo("命令写法有误：没有写要印哪个专题\n    建议：写成 zhibu book --collection 专题的标识");
    }

    @Test
    void aFileThatIsNoBookIsNotReplaced() throws IOException {
        site.file("book.pdf", "我的论文");
        Run run = run("xuanbian");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("book.pdf: 错误[target-foreign] 这里已有别的东西，不能替换");
        assertThat(folder.resolve("book.pdf")).hasContent("我的论文");
    }

    @Test
    void aBookIsNoPartOfTheContent() {
        Run run = Run.of(List.of(
                "book",
                "--site",
                folder.toString(),
                "--collection",
                "xuanbian",
                "--out",
                folder + "/content/book.pdf"));
        assertThat(run.err()).contains("错误[target-inside]");
        assertThat(folder.resolve("content/book.pdf")).doesNotExist();
    }

    @Test
    void aFontThatCanNotBePrintedIsTold() throws IOException {
        setting("book.font=none.ttf");

        assertThat(run("xuanbian").err())
                .endsWith(
                        "错误[book-font] 字体文件“none.ttf”不存在\n    建议：装一个 TrueType 中文字体（Debian：apt-get install fonts-lxgw-wenkai），"
                                + "或在 site-config/jbake.properties 里写 book.font=字体文件的路径（.ttf）");

        site.file("none.ttf", "OTTO and so on");

        assertThat(run("xuanbian").err()).contains("字体文件“none.ttf”是 OpenType 的曲线轮廓，书里嵌不进，要 TrueType 轮廓的");
        assertThat(folder.resolve("book.pdf")).doesNotExist();
    }

    @Test
    void theFontOfTitlesMayBeChosenAlone() throws IOException {
        setting("book.font.bold=" + FONT);
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(book()))) {
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).getName()).endsWith("-Regular");
                }
            }
        }
    }

    @Test
    void aFontsPathThatIsNoneIsToldAndNothingElse() throws IOException {
        setting("book.font=a\\u0000b");
        assertThat(run("xuanbian").err())
                .contains("错误[control-character] 这一项里写出的有看不见的控制字符（U+0000）")
                .doesNotContain("setting-value");
    }

    @Test
    void aCharacterThatTheFontLacksIsNamed() throws IOException {
        term("yi-men", "一门办法", "正文\uE123。");
        book();

        assertThat(run("xuanbian").err()).contains("警告[book-letter] 字体里没有这 1 个字，书里印不出：\uE123");
    }

    private Path book() {
        Assumptions.assumeTrue(
                Files.isRegularFile(FONT), "no Chinese TrueType font: apt-get install fonts-lxgw-wenkai");
        Run run = run("xuanbian");
        assertThat(run.exit()).as(run.err()).isZero();
        return folder.resolve("book.pdf");
    }

    private Run run(String collection) {
        return book(collection, folder.resolve("book.pdf"));
    }

    private void setting(String line) throws IOException {
        Path settings = folder.resolve("site-config/jbake.properties");
        Files.writeString(settings, Files.readString(settings) + "\n" + line + "\n");
    }

    private Path picture() throws IOException {
        Path file = folder.resolve("picture.png");
        javax.imageio.ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
        return file;
    }

    private static List<String> pages(Path book) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(book))) {
            return Sheets.of(pdf);
        }
    }
}
