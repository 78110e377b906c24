package io.zhibu.docx;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WordFile;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no documents, or that were made to do harm: each gets one sentence and a remedy, in little time and memory. */
class HostileFilesTest {
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final String BEGIN = "<w:document " + WordFile.SPACES + "><w:body>";

    @TempDir
    private static Path folder;

    private record Hostile(String rule, String says, Consumer<Path> writing) {}

    private static Map<String, Hostile> all() {
        Map<String, Hostile> all = new TreeMap<>();
        all.put("空文件.docx", new Hostile("word-empty", "空的（0 字节）", file -> bytes(file, new byte[0])));
        all.put("全是零.docx", new Hostile("word-broken", "全是零", file -> bytes(file, new byte[5000])));
        all.put("老格式.doc", new Hostile("word-format", "Word 的老格式（.doc）", file -> ole(file, "WordDocument")));
        all.put("改了名的老格式.docx", new Hostile("word-format", "Word 的老格式（.doc）", file -> ole(file, "WordDocument")));
        all.put("老格式.wps", new Hostile("word-format", "WPS 的老格式（.wps）", file -> ole(file, "WordDocument")));
        all.put("加密.docx", new Hostile("word-encrypted", "加了密码", file -> ole(file, "EncryptedPackage")));
        all.put("文稿.rtf", new Hostile("word-format", "RTF", file -> text(file, "{\\rtf1\\ansi x}")));
        all.put("纸.docx", new Hostile("word-format", "PDF", file -> text(file, "%PDF-1.7\n")));
        all.put("网页.docx", new Hostile("word-format", "网页", file -> text(file, "<!DOCTYPE html><html>x</html>")));
        all.put("随便.docx", new Hostile("word-format", "不是 Word 文件", file -> text(file, "这是一段文字")));
        all.put("压缩包.docx", new Hostile("word-format", "压缩包", file -> zip(file, Map.of("a.txt", "x"))));
        all.put(
                "表格.docx",
                new Hostile(
                        "word-format",
                        "Excel",
                        file -> zip(file, Map.of("[Content_Types].xml", "<a/>", "xl/workbook.xml", "<a/>"))));
        all.put(
                "开放格式.docx",
                new Hostile("word-format", "ODT", file -> zip(file, Map.of("content.xml", "<a/>", "mimetype", "x"))));
        all.put("没有正文.docx", new Hostile("word-format", "没有正文", HostileFilesTest::withoutText));
        all.put("没拷全.docx", new Hostile("word-broken", "没有拷全", HostileFilesTest::cut));
        all.put("坏了一处.docx", new Hostile("word-broken", "坏的", HostileFilesTest::damaged));
        all.put("不完整的文字.docx", new Hostile("word-broken", "不完整", file -> document(file, BEGIN + "<w:p>")));
        all.put("另一种编码.docx", new Hostile("word-broken", "UTF-8", HostileFilesTest::wide));
        all.put("五百兆.docx", new Hostile("word-large", "500 MB", file -> sparse(file, "PK\3\4")));
        all.put("五百兆的老格式.doc", new Hostile("word-format", "老格式", file -> sparse(file, "\u00D0\u00CF\u0011\u00E0")));
        all.put("五万个文件.docx", new Hostile("word-bomb", "个以上的文件", HostileFilesTest::many));
        all.put("一大段字.docx", new Hostile("word-bomb", "解压以后", file -> bomb(file, "<w:p><w:r><w:t>", "a", "")));
        all.put("三百兆.docx", new Hostile("word-bomb", "解压以后", file -> bomb(file, "", "<w:p/>", "", 300)));
        all.put("许多段落.docx", new Hostile("word-bomb", "解压以后", file -> bomb(file, "", "<w:p/>", "")));
        all.put("许多字的段落.docx", new Hostile("word-long", "万字", file -> bomb(file, "", WordFile.p("文".repeat(500)), "")));
        all.put("一个段落许多字块.docx", new Hostile("word-bomb", "解压以后", file -> bomb(file, "<w:p>", "<w:r/>", "")));
        all.put("套得很深.docx", new Hostile("word-bomb", "解压以后", file -> bomb(file, "", "<w:sdt><w:sdtContent>", "")));
        all.put("一个长属性.docx", new Hostile("word-bomb", "解压以后", file -> bomb(file, "<w:p w:x=\"", "&gt;>", "")));
        all.put("许多属性.docx", new Hostile("word-broken", "不完整", file -> bomb(file, "<w:p ", "a=\"\" ", "")));
        all.put("一个长注释.docx", new Hostile("word-bomb", "解压以后", file -> bomb(file, "<!-- ", "<a>", "")));
        all.put("一个长文字段.docx", new Hostile("word-bomb", "解压以后", file -> bomb(file, "<![CDATA[", "<a>", "")));
        all.put("一个长指令.docx", new Hostile("word-bomb", "解压以后", file -> bomb(file, "<?a ", "<a>", "")));
        all.put(
                "外部实体.docx",
                new Hostile(
                        "word-entity",
                        "外部实体",
                        file -> document(
                                file,
                                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + BEGIN
                                        + "<w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>")));
        all.put("十亿个笑.docx", new Hostile("word-entity", "外部实体", HostileFilesTest::laughs));
        all.put(
                "样式里的实体.docx",
                new Hostile(
                        "word-entity",
                        "外部实体",
                        file -> new WordFile()
                                .body(WordFile.p("一"))
                                .related("styles", "styles", "")
                                .text("word/styles.xml", "<!DOCTYPE a SYSTEM \"http://localhost:1/a\"><a/>")
                                .write(file)));
        all.put("网上的图.docx", external("image", "http://localhost:1/a.png"));
        all.put("别处的对象.docx", external("oleObject", "file:///c:/a.xlsx"));
        all.put("别处的文件.docx", external("subDocument", "b.docx"));
        all.put("网上的模板.docx", new Hostile("word-external", "attachedTemplate", HostileFilesTest::template));
        for (String name : List.of("../../逃走.txt", "/etc/逃走", "word/../../逃走", "word\\..\\逃走", "C:逃走")) {
            all.put(
                    "路径" + name.replaceAll("[/\\\\:.]", "-") + ".docx",
                    new Hostile(
                            "word-path",
                            "写到别处",
                            file -> new WordFile()
                                    .body(WordFile.p("一"))
                                    .text(name, "x")
                                    .write(file)));
        }
        return all;
    }

    /** Time of this thread alone: others may keep the machine busy. */
    private static long used() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Hostile external(String type, String target) {
        return new Hostile(
                "word-external",
                type,
                file -> new WordFile()
                        .body(WordFile.p("一"))
                        .outside("x", type, target)
                        .write(file));
    }

    @TestFactory
    List<DynamicTest> eachIsRefusedWithOneSentenceAndARemedy() {
        return all().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> refused(one.getKey(), one.getValue())))
                .toList();
    }

    private static void refused(String name, Hostile hostile) throws IOException {
        Path file = folder.resolve(name);
        hostile.writing().accept(file);
        long begun = used();

        Outcome<?> read = new DocumentReading(file, name).read();

        assertThat(Duration.ofNanos(used() - begun)).isLessThan(LONGEST);
        assertThat(read.diagnostics()).hasSize(1);
        Diagnostic said = read.diagnostics().get(0);
        assertThat(said.isError()).isTrue();
        assertThat(said.rule()).isEqualTo(hostile.rule());
        assertThat(said.message()).contains(hostile.says()).doesNotContain("\n");
        assertThat(said.hint()).get().asString().isNotEmpty();
        assertThat(said.toString()).startsWith(name + ": 错误[");
    }

    /** In a machine of their own, whose heap is that small: in this one there is room for anything. */
    @Test
    void allTogetherNeedLittleMemory() throws IOException, InterruptedException {
        Path hostile = Files.createDirectories(folder.resolve("together"));
        all().forEach((name, one) -> one.writing().accept(hostile.resolve(name)));
        new WordFile().body(WordFile.p("好的一篇。")).write(hostile.resolve("好的.docx"));
        Path out = folder.resolve("said.txt");
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx256m",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.zhibu.cli.Zhibu",
                        "import",
                        "--dry-run",
                        "--no-cache",
                        "--site",
                        Path.of("generator/src/test/resources/bad-inputs/site")
                                .toAbsolutePath()
                                .toString(),
                        "--from",
                        hostile.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();

        assertThat(java.waitFor(180, TimeUnit.SECONDS)).isTrue();

        String said = Files.readString(out);
        assertThat(java.exitValue()).as(said).isEqualTo(1);
        assertThat(said)
                .doesNotContain("内存不够", "OutOfMemory", "Exception", "程序内部出错")
                .contains("好的.docx：试过，没有写");
        assertThat(said.lines().filter(line -> line.endsWith("：没有导入"))).hasSize(all().size());
    }

    /** A picture that unpacks to more than any is left out and told; the text is still a text. */
    @Test
    void aHugePictureIsLeftOut() throws IOException {
        Path file = new WordFile()
                .body("<w:p>" + WordFile.image("i", "大图") + "</w:p>" + WordFile.p("文字"))
                .relation("i", "image", "media/a.png")
                .part("word/media/a.png", out -> {
                    out.write("\u0089PNG".getBytes(StandardCharsets.ISO_8859_1));
                    repeat(out, "\0".repeat(1000), 300_000);
                })
                .write(folder.resolve("大图.docx"));
        long begun = used();

        Manuscript read = new DocumentReading(file, "大图.docx").read().value().orElseThrow();

        assertThat(Duration.ofNanos(used() - begun)).isLessThan(LONGEST);
        assertThat(read.pictures()).isEmpty();
        assertThat(read.remarks()).extracting(Remark::detail).first().asString().startsWith("太大");
    }

    @Test
    void aLinkAndATemplateOnOnesOwnDiskAreNotRefused() throws IOException {
        Path file = new WordFile()
                .body("<w:p><w:hyperlink r:id=\"h\">" + WordFile.r("网页") + "</w:hyperlink></w:p>")
                .outside("h", "hyperlink", "https://example.cn/")
                .relation("s", "settings", "settings.xml")
                .text("word/settings.xml", "<a/>")
                .text("word/_rels/settings.xml.rels", relations("file:///C:\\Users\\x\\Normal.dotm"))
                .write(folder.resolve("自己的模板.docx"));
        assertThat(new DocumentReading(file, "x").read().diagnostics()).isEmpty();
    }

    private static void template(Path file) {
        new WordFile()
                .body(WordFile.p("一"))
                .relation("s", "settings", "settings.xml")
                .text("word/settings.xml", "<a/>")
                .text("word/_rels/settings.xml.rels", relations("https://localhost:1/a.dotm"))
                .write(file);
    }

    private static String relations(String template) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"t\""
                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\""
                + template + "\" TargetMode=\"External\"/></Relationships>";
    }

    private static void laughs(Path file) {
        StringBuilder entities = new StringBuilder("<!DOCTYPE a [<!ENTITY a0 \"哈\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY a").append(i).append(" \"");
            entities.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        document(file, entities + "]>" + BEGIN + "<w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>");
    }

    private static void withoutText(Path file) {
        zip(file, Map.of("[Content_Types].xml", "<a/>", "word/styles.xml", "<a/>"));
    }

    private static void many(Path file) {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 50_000; i++) {
                zip.putNextEntry(new ZipEntry("word/" + i + ".xml"));
            }
        } catch (IOException disk) {
            throw new java.io.UncheckedIOException(disk);
        }
    }

    private static void document(Path file, String xml) {
        new WordFile().text("word/document.xml", xml).write(file);
    }

    private static void wide(Path file) {
        new WordFile()
                .part(
                        "word/document.xml",
                        out -> out.write((BEGIN + "</w:body></w:document>").getBytes(StandardCharsets.UTF_16)))
                .write(file);
    }

    /** 40 MB, when it is unpacked: not too much in all, and too much of one thing. */
    private static void bomb(Path file, String begin, String again, String end) {
        bomb(file, begin, again, end, 40);
    }

    private static void bomb(Path file, String begin, String again, String end, int megabytes) {
        new WordFile()
                .part("word/document.xml", out -> {
                    out.write((BEGIN + begin).getBytes(StandardCharsets.UTF_8));
                    String block = again.repeat(Math.max(1, 10_000 / again.length()));
                    repeat(out, block, (megabytes << 20) / block.getBytes(StandardCharsets.UTF_8).length);
                    out.write((end + "</w:body></w:document>").getBytes(StandardCharsets.UTF_8));
                })
                .write(file);
    }

    private static void repeat(OutputStream out, String block, int times) throws IOException {
        byte[] bytes = block.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < times; i++) {
            out.write(bytes);
        }
    }

    private static void cut(Path file) {
        new WordFile().body(WordFile.p("一".repeat(3000))).write(file);
        try {
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        } catch (IOException disk) {
            throw new java.io.UncheckedIOException(disk);
        }
    }

    private static void damaged(Path file) {
        StringBuilder text = new StringBuilder();
        new java.util.Random(7).ints(3000, 0x4E00, 0x9000).forEach(text::appendCodePoint);
        new WordFile().body(WordFile.p(text.toString())).write(file);
        try {
            byte[] whole = Files.readAllBytes(file);
            Arrays.fill(whole, whole.length / 2, whole.length / 2 + 200, (byte) 0x55);
            Files.write(file, whole);
        } catch (IOException disk) {
            throw new java.io.UncheckedIOException(disk);
        }
    }

    private static void sparse(Path file, String begin) {
        text(file, "");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(begin.getBytes(StandardCharsets.ISO_8859_1));
            out.setLength(500L << 20);
        } catch (IOException disk) {
            throw new java.io.UncheckedIOException(disk);
        }
    }

    private static void ole(Path file, String stream) {
        byte[] bytes = new byte[4096];
        byte[] head = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
        System.arraycopy(head, 0, bytes, 0, head.length);
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, bytes, 1024, name.length);
        bytes(file, bytes);
    }

    private static void zip(Path file, Map<String, String> parts) {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException disk) {
            throw new java.io.UncheckedIOException(disk);
        }
    }

    private static void text(Path file, String text) {
        bytes(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException disk) {
            throw new java.io.UncheckedIOException(disk);
        }
    }
}
