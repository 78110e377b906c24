package io.zhibu.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import io.zhibu.config.Settings;
import io.zhibu.content.Content;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import io.zhibu.parallel.Parallel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever way a file gets in, it is of a kind that the site takes, is what its name says, and doesn't tell unseen who made it. */
class ExaminingTest extends WithSmallSite {
    private static final List<String> ENDINGS = new Settings(Map.of(), Map.of()).assetEndings();
    private static final Where SETTING = Where.inFile("site-config/jbake.properties");
    private static final String AT = "content/method/a.md:10:1: ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "html", "HTM", "xhtml", "shtml", "mht", "xml", "svgz", "js", "mjs", "hta", "exe", "bat", "cmd", "lnk",
                "url", "jar", "apk", "doc", "xls", "ppt", "wps", "docm", "mov", "avi", "wma", "7z", "rar", "dwg", "css",
                "json", "md5"
            })
    void whatIsNotTakenIsRefusedWhereItIsLinked(String ending) {
        String name = "b." + ending;
        assertThat(said(name, "甲".getBytes(StandardCharsets.UTF_8), "[表](" + name + ")"))
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .startsWith(AT + "错误[file-ending] 不收“" + name + "”这种文件：")
                        .contains("\n    建议："));
        assertThat(said(name, "甲".getBytes(StandardCharsets.UTF_8), "<a href=\"" + name + "\">表</a>"))
                .singleElement()
                .satisfies(one -> assertThat(one).startsWith(AT + "错误[file-ending]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            b.pdf  | <!doctype html><p>x | 其实是网页，不是 PDF 文件
            b.pdf  | <html>%PDF-1.4      | 其实是网页，不是 PDF 文件
            b.txt  | <script>x()</script>| 其实是网页，不是纯文本
            b.csv  | <!-- x --><p>       | 其实是网页，不是纯文本
            b.docx | <html xmlns:w='x'>  | 其实是网页，不是 Word 文件
            b.xlsx | %PDF-1.4            | 其实是 PDF 文件，不是 Excel 文件
            b.pdf  | 支部                | 不是完整的 PDF 文件
            b.mp3  | 支部                | 不是完整的 MP3 录音
            b.mp4  | OggS                | 其实是 Ogg 录音，不是 MP4 视频
            b.zip  | 支部                | 不是完整的 zip 压缩包
            """)
    void whatIsNoneOfItsNameIsRefused(String name, String text, String what) {
        assertThat(said(name, text.getBytes(StandardCharsets.UTF_8), "[表](" + name + ")"))
                .singleElement()
                .satisfies(
                        one -> assertThat(one).startsWith(AT + "错误[file-content] “" + name + "”" + what + "\n    建议："));
    }

    @Test
    void programsAndOldOfficeFilesAreKnownUnderAnyName() {
        assertThat(said("b.pdf", latin("MZ" + "\0".repeat(99)), "[表](b.pdf)"))
                .containsExactly(AT + "错误[file-content] “b.pdf”其实是程序，不是 PDF 文件\n    建议：换成真正的 .pdf 文件；改扩展名不能改变它是什么");
        assertThat(said("b.docx", latin("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"), "[表](b.docx)"))
                .containsExactly(AT + "错误[file-content] “b.docx”其实是老式的或加了密码的 Office 文件，不是 Word 文件\n"
                        + "    建议：在 Word、Excel、PowerPoint 或 WPS 里打开，去掉密码，“另存为”.docx");
        assertThat(said("b.txt", "支部".getBytes(StandardCharsets.UTF_16), "[表](b.txt)"))
                .containsExactly(AT + "错误[file-content] “b.txt”不是完整的纯文本\n    建议：用记事本打开，“另存为”时编码选 UTF-8；打开是乱码就换一个文件");
    }

    @Test
    void whatIsTakenPassesWithoutAWord() throws IOException {
        assertThat(said("b.txt", "第一行，有 < 号\r\n".getBytes(StandardCharsets.UTF_8), "[表](b.txt)"))
                .isEmpty();
        assertThat(said("b.CSV", "姓名,单位\n".getBytes(Charset.forName("GBK")), "[表](b.CSV)"))
                .isEmpty();
        assertThat(said("b.txt", "水".repeat(30_000).getBytes(StandardCharsets.UTF_8), "[表](b.txt)"))
                .isEmpty();
        assertThat(said("b.pdf", latin("%PDF-1.4\n1 0 obj"), "[表](b.pdf)")).isEmpty();
        assertThat(said("b.mp3", latin("ID3\3"), "[表](b.mp3)")).isEmpty();
        assertThat(said("b.zip", zip("甲.txt", "甲"), "[表](b.zip)")).isEmpty();
        assertThat(said("b.xlsx", zip("[Content_Types].xml", "", "xl/workbook.xml", ""), "[表](b.xlsx)"))
                .isEmpty();
        assertThat(said("b.ofd", zip("OFD.xml", "<ofd:OFD/>"), "[表](b.ofd)")).isEmpty();
    }

    @Test
    void anOfficeFileOfAnotherProgramIsNot() throws IOException {
        byte[] word = zip("[Content_Types].xml", "", "word/document.xml", "");
        assertThat(said("b.xlsx", word, "[表](b.xlsx)"))
                .containsExactly(AT + "错误[file-content] “b.xlsx”其实是 Office 文件或压缩包，不是 Excel 文件\n"
                        + "    建议：从原处重新拷一遍；能打开就在那个软件里“另存为”.xlsx");
        assertThat(said("b.docx", Arrays.copyOf(word, word.length - 30), "[表](b.docx)"))
                .singleElement()
                .satisfies(one -> assertThat(one).contains("[file-content]"));
    }

    @Test
    void aSettingMayTakeMoreButNothingThatRuns() {
        Content content = entry("b.7z", latin("7z\u00BC\u00AF\u0027\u001C"), "[表](b.7z)");
        assertThat(examined(content, List.of("7z"))).isEmpty();
        assertThat(examined(content, List.of("7z", "html")))
                .containsExactly("site-config/jbake.properties: 错误[setting-value] “asset.endings”里不能有“html”："
                        + "网页一打开就运行里面的脚本\n    建议：从这一行里删去 html");
        assertThat(new Settings(Map.of("asset.endings", ".PDF，zip、 7z"), Map.of()).assetEndings())
                .containsExactly("pdf", "zip", "7z");
    }

    @Test
    void whoIsNamedInAnOfficeFileIsTold() throws IOException {
        byte[] word = zip(
                "[Content_Types].xml",
                "",
                "docProps/core.xml",
                "<cp:coreProperties><dc:creator>张&amp;三</dc:creator><cp:lastModifiedBy>李四</cp:lastModifiedBy></cp:coreProperties>",
                "docProps/app.xml",
                "<Properties><Company></Company><Manager>王五</Manager></Properties>",
                "word/document.xml",
                "<w:ins w:id=\"1\" w:author=\"赵六\"/><w:del w:id=\"2\" w:author=\"赵六\"/>",
                "word/comments.xml",
                "<w:comment w:id=\"0\" w:author=\"钱七\"/>");
        assertThat(said("b.docx", word, "[表](b.docx)"))
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .startsWith(AT + "警告[file-traces] “b.docx”里写着作者“张&三”、最后修改的人“李四”、主管“王五”、批注的人“钱七”、修订的人“赵六”，"
                                + "下载的人都看得到\n    建议：在 Office 里点“文件→信息→检查问题→检查文档”"));
    }

    @Test
    void aBrokenOfficeFileIsToldAndStopsNothingElse() throws IOException {
        String name = "docProps/core.xml";
        byte[] word = zip("[Content_Types].xml", "", "word/document.xml", "", name, "<dc:creator>张三</dc:creator>");
        int begin = new String(word, StandardCharsets.ISO_8859_1).indexOf(name) + name.length();
        Arrays.fill(word, begin, begin + 9, (byte) -1);
        assertThat(said("b.docx", word, "[表](b.docx)"))
                .containsExactly(AT + "错误[file-content] “b.docx”是坏的，或没有拷全\n    建议：从原处重新拷一遍；能打开就在那个软件里“另存为”.docx");
    }

    @Test
    void anEntryThatGrowsWithoutEndIsReadNoFurther() throws IOException {
        byte[] word = zip(
                "[Content_Types].xml", "", "word/document.xml", "", "docProps/core.xml", "<creator ".repeat(3_000_000));
        assertThat(said("b.docx", word, "[表](b.docx)")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /Author (Zhang San)                          | Zhang San
            /Author (Zhang \\(San\\))                    | Zhang (San)
            /Author(\\376\\377\\137\\040\\116\\011)      | 张三
            /Author <FEFF5F204E09>                       | 张三
            <dc:creator> <rdf:Seq><rdf:li>Zhang</rdf:li> | Zhang
            """)
    void whoIsNamedInAPdfIsTold(String inside, String name) {
        assertThat(said("b.pdf", latin("%PDF-1.4\n" + " ".repeat(3 << 20) + "<< " + inside + " >>"), "[表](b.pdf)"))
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .startsWith(
                                AT + "警告[file-traces] “b.pdf”里写着作者“" + name + "”，下载的人都看得到\n    建议：在原来的 Word 文件里删去作者"));
    }

    @Test
    void aLockedPdfIsTold() {
        assertThat(said("b.pdf", latin("%PDF-1.4\n/Author (\u00FF\u0001) /Encrypt 5 0 R"), "[表](b.pdf)"))
                .containsExactly(AT + "提示[file-locked] “b.pdf”加了密码，没有查里面写着谁\n    建议：有原来的文件就不加密码再导出一份；打开时要密码的，读者看不到");
    }

    @Test
    void whereAFilmWasTakenIsTold() throws IOException {
        byte[] begin = box("ftyp", latin("isom\0\0\0\0"));
        byte[] film = box("mdat", new byte[99]);
        byte[] place = box("moov", box("udta", box("\u00A9xyz", latin("\0\22\25\307+30.5800+114.2900/"))));
        assertThat(said("b.mp4", joined(begin, film, place), "[表](b.mp4)"))
                .containsExactly(AT + "警告[file-traces] “b.mp4”里写着拍摄地点 +30.5800+114.2900，下载的人都看得到\n"
                        + "    建议：用剪辑软件重新导出，不带位置信息；手机上可在“共享→选项”里关掉位置再传");
        assertThat(said("b.mp4", joined(begin, film, box("moov", box("loci", new byte[20]))), "[表](b.mp4)"))
                .singleElement()
                .satisfies(one -> assertThat(one).contains("里写着拍摄地点，"));
        assertThat(said("b.mp4", joined(begin, film, box("moov", new byte[9])), "[表](b.mp4)"))
                .isEmpty();
        assertThat(said("b.mp4", joined(begin, new byte[] {-1, -1, -1, -1, 'm', 'd', 'a', 't'}), "[表](b.mp4)"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"word/vbaProject.bin", "word/vbaData.xml", "word/activeX/activeX1.bin", "word/VBAPROJECT.BIN"})
    void macrosUnderAPlainNameAreRefused(String macros) throws IOException {
        assertThat(said("b.docx", zip("[Content_Types].xml", "", "word/document.xml", "", macros, "x"), "[表](b.docx)"))
                .containsExactly(AT + "错误[file-macros] “b.docx”里带着宏（" + macros + "），打开就可能运行\n"
                        + "    建议：在 Office 或 WPS 里打开，“另存为”不带宏的格式；改扩展名去不掉宏");
    }

    @Test
    void programsInAnArchiveAndNamesThatLeadOutOfItAreRefused() throws IOException {
        assertThat(said(
                        "b.zip",
                        zip("表.txt", "", "工具/装.exe", "", "a.exe. ", "", "b.BAT", "", "c.docm", "", "d.html", ""),
                        "[表](b.zip)"))
                .containsExactly(AT + "错误[zip-program] “b.zip”里有打开就会运行的文件：工具/装.exe、a.exe.、b.BAT 等 4 个\n"
                        + "    建议：从压缩包里删去它们：写明从哪里取得程序");
        for (String name : new String[] {"../a.txt", "a/../../b.txt", "/etc/a.txt", "C:\\a.txt", "..\\a.txt", "a/.."}) {
            assertThat(said("b.zip", zip(name, ""), "[表](b.zip)"))
                    .as(name)
                    .containsExactly(AT + "错误[zip-path] “b.zip”里的文件会解压到别处：" + name + "\n    建议：在文件夹里选中要放的文件，重新压缩一遍");
        }
        assertThat(said("b.zip", zip("a..b/c...txt", "", "..甲.txt", ""), "[表](b.zip)"))
                .isEmpty();
    }

    @Test
    void aLockedArchiveIsToldAsOneAndStillLookedInto() throws IOException {
        byte[] locked = zip("a.txt", "甲", "b.exe", "");
        for (int at = 0; at + 4 < locked.length; at++) {
            int sign = ByteBuffer.wrap(locked).getInt(at);
            if (sign == 0x504B0304 || sign == 0x504B0102) {
                locked[at + (sign == 0x504B0304 ? 6 : 8)] |= 1;
            }
        }

        assertThat(said("b.zip", locked, "[表](b.zip)"))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith(AT + "错误[zip-program] “b.zip”里有打开就会运行的文件：b.exe\n"),
                        two -> assertThat(two).startsWith(AT + "警告[file-locked] “b.zip”加了密码，读者打不开"));
    }

    @Test
    void anArchiveThatGrowsWithoutEndIsToldWithoutUnpackingIt() throws IOException {
        byte[] bomb = zip("a.txt", "甲");
        int entry = new String(bomb, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        ByteBuffer.wrap(bomb).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(entry + 24, 0x7FFFFFFF);

        assertThat(said("b.zip", bomb, "[表](b.zip)"))
                .singleElement()
                .satisfies(one -> assertThat(one).contains("警告[zip-large] “b.zip”解压后有 2047 MB"));
    }

    @Test
    void namesAndScriptsInPackedStreamsOfAPdfAreTold() throws IOException {
        String objects = "1 0 2 30 << /Author (Zhang San) >> << /S /JavaScript /JS (app.alert\\(1\\)) >>";
        byte[] pdf = joined(
                latin("%PDF-1.5\n5 0 obj\n<< /Type /ObjStm /N 2 /First 8 /Filter /FlateDecode /Length 99 >>\nstream\n"),
                deflated(latin(objects)),
                latin("\nendstream\nendobj\n"));
        assertThat(said("b.pdf", pdf, "[表](b.pdf)"))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith(AT + "警告[file-script] “b.pdf”里有脚本，打开就可能运行\n"),
                        two -> assertThat(two).startsWith(AT + "警告[file-traces] “b.pdf”里写着作者“Zhang San”"));
        assertThat(said("b.pdf", latin("%PDF-1.5\n<< /S /Launch /F (a.exe) >>"), "[表](b.pdf)"))
                .singleElement()
                .satisfies(one -> assertThat(one).contains("里有打开别的程序的命令"));
        assertThat(said("b.pdf", latin("%PDF-1.5\n(how to write /JavaScript)"), "[表](b.pdf)"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 3 << 20, (4 << 20) - 150, 9 << 20})
    void namesAnywhereInALargePdfAreTold(int before) throws IOException {
        byte[] packed = joined(
                latin("5 0 obj\n<< /Type /ObjStm /N 1 /First 8 /Filter /FlateDecode /Length 99 >>\nstream\n"),
                deflated(latin("1 0 << /Author (Zhang San) >>")),
                latin("\nendstream\nendobj\n"));
        byte[] large =
                joined(latin("%PDF-1.5\n"), latin(" ".repeat(before)), packed, latin(" ".repeat((12 << 20) - before)));

        assertThat(said("b.pdf", large, "[表](b.pdf)"))
                .singleElement()
                .satisfies(one -> assertThat(one).contains("里写着作者“Zhang San”"));
    }

    @Test
    void whatAnArchiveInAnArchiveHoldsIsLookedAt() throws IOException {
        String inner = new String(zip("表.txt", "", "装.exe", "", "../甲.txt", ""), StandardCharsets.ISO_8859_1);
        String macros = new String(zip("word/vbaProject.bin", "x"), StandardCharsets.ISO_8859_1);
        byte[] outer = zipped("内.zip", latin(inner), "报告.docx", latin(macros), "甲.txt", latin("x"));

        assertThat(said("b.zip", outer, "[表](b.zip)"))
                .satisfiesExactly(
                        one -> assertThat(one).contains("错误[zip-path]", "：内.zip/../甲.txt\n"),
                        two -> assertThat(two)
                                .contains("错误[zip-program]", "内.zip/装.exe、报告.docx/word/vbaProject.bin\n"));
    }

    @Test
    void archivesWithoutEndAreLookedAtNoFurther() throws IOException {
        byte[] deep = zip("a.txt", "甲");
        for (int i = 0; i < 9; i++) {
            deep = zipped("内.zip", deep);
        }
        byte[] large = zipped("内.zip", zipped("a.txt", new byte[300 << 20]));

        for (byte[] bomb : List.of(deep, large)) {
            assertThat(said("b.zip", bomb, "[表](b.zip)"))
                    .containsExactly(
                            AT + "提示[zip-unread] “b.zip”里的压缩包没有查完：太深、太大或加了密码\n" + "    建议：不要在压缩包里再放压缩包：解开，把里面的文件直接放进去");
        }
    }

    private static byte[] zipped(Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
            }
        }
        return out.toByteArray();
    }

    @Test
    void whoIsNamedInOtherRecordingsIsTold() {
        byte[] singer = "张三".getBytes(StandardCharsets.UTF_8);
        byte[] data = box("data", joined(new byte[] {0, 0, 0, 1, 0, 0, 0, 0}, singer));
        byte[] m4a = joined(
                box("ftyp", latin("M4A \0\0\0\0")),
                box("moov", box("udta", box("meta", box("ilst", box("\u00A9ART", data))))));
        byte[] comment = joined(latin("ARTIST="), singer);
        byte[] ogg = joined(
                latin("OggS\0\2" + "\0".repeat(22) + "OpusTags\4\0\0\0test\1\0\0\0"),
                new byte[] {(byte) comment.length, 0, 0, 0},
                comment);
        byte[] list = joined(latin("INFOIART\4\0\0\0"), "张三".getBytes(Charset.forName("GBK")));
        byte[] wav =
                joined(latin("RIFF\0\0\0\0WAVEdata\3\0\0\0abc\0LIST"), new byte[] {(byte) list.length, 0, 0, 0}, list);

        Map.of("b.m4a", m4a, "b.ogg", ogg, "b.wav", wav)
                .forEach((name, bytes) -> assertThat(said(name, bytes, "[表](" + name + ")"))
                        .singleElement()
                        .satisfies(one -> assertThat(one)
                                .startsWith(AT + "警告[file-traces] “" + name + "”里写着表演者“张三”，下载的人都看得到\n")));
    }

    @Test
    void aPackedStreamWithoutEndIsReadNoFurther() throws IOException {
        byte[] much = deflated(new byte[40 << 20]);
        byte[] part = joined(latin("<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n"), much, latin("\nendstream\n"));
        byte[][] parts = new byte[40][];
        Arrays.fill(parts, part);
        byte[] pdf = joined(latin("%PDF-1.5\n"), joined(parts));

        long begun = System.nanoTime();
        assertThat(said("b.pdf", pdf, "[表](b.pdf)")).isEmpty();
        assertThat(java.time.Duration.ofNanos(System.nanoTime() - begun)).isLessThan(java.time.Duration.ofSeconds(10));
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (java.util.zip.DeflaterOutputStream deflating = new java.util.zip.DeflaterOutputStream(out)) {
            deflating.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void whoIsNamedInARecordingIsTold() {
        byte[] latin = frame("TPE1", joined(new byte[] {0}, "张三".getBytes(Charset.forName("GBK"))));
        byte[] wide = frame("TCOM", joined(new byte[] {1}, "李四".getBytes(StandardCharsets.UTF_16)));
        byte[] other = frame("TIT2", joined(new byte[] {3}, "微党课".getBytes(StandardCharsets.UTF_8)));

        assertThat(said("b.mp3", tagged(joined(other, latin, wide, new byte[20])), "[表](b.mp3)"))
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .startsWith(AT + "警告[file-traces] “b.mp3”里写着表演者“张三”、作曲者“李四”，下载的人都看得到\n    建议：用剪辑软件重新导出"));
        assertThat(said("b.mp3", tagged(other), "[表](b.mp3)")).isEmpty();
        assertThat(said("b.mp3", tagged(joined(latin("TPE1"), new byte[] {127, -1, -1, -1, 0, 0, 0})), "[表](b.mp3)"))
                .isEmpty();
    }

    @Test
    void whatIsPublishedAsItIsIsToldOfAndStopsNothing() throws IOException {
        site.file("templates/assets/a/b.docx", zip("[Content_Types].xml", "", "word/vbaProject.bin", ""))
                .file("templates/assets/c.js", "x()")
                .file("templates/assets/d.txt", "<script>")
                .file("templates/assets/e.pdf", "不是");

        assertThat(new Examining(site.read().value().assets(), List.of(), new Parallel(2))
                        .examineAll("templates/assets/"))
                .extracting(one -> one.where() + " " + one.severity() + " " + one.rule())
                .containsExactly(
                        "templates/assets/a/b.docx WARNING file-macros", "templates/assets/e.pdf WARNING file-content");
    }

    private static byte[] frame(String id, byte[] text) {
        return joined(latin(id), ByteBuffer.allocate(4).putInt(text.length).array(), new byte[2], text);
    }

    private static byte[] tagged(byte[] frames) {
        byte[] size = {0, 0, (byte) (frames.length >> 7), (byte) (frames.length & 0x7F)};
        return joined(latin("ID3\3\0\0"), size, frames, latin("\u00FF\u00FB"));
    }

    private List<String> said(String name, byte[] bytes, String body) {
        return examined(entry(name, bytes, body), ENDINGS);
    }

    private Content entry(String name, byte[] bytes, String body) {
        return site.file("content/method/" + name, bytes)
                .entry("method/a", "", body)
                .read()
                .value();
    }

    private static List<String> examined(Content content, List<String> endings) {
        return new Examining(content.files(), endings, new Parallel(2))
                .examine(content.pages(), Set.of(), SETTING).stream()
                        .map(Diagnostic::toString)
                        .toList();
    }

    private static byte[] latin(String letters) {
        return letters.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] box(String name, byte[] inside) {
        return joined(ByteBuffer.allocate(4).putInt(8 + inside.length).array(), latin(name), inside);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** @param parts names and texts by turns */
    private static byte[] zip(String... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < parts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(parts[i]));
                zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
