package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** Documents that readers take along, and the form that they send back. */
class WordTest {
    private static final String UNIT = "示例单位乙（事业）";

    private static final String METHOD = """
            unit: 示例单位乙（事业）
            title: 示例“两问一帮”工作法
            summary: 虚构示例。青溪测站的党员每天问两句、帮一件，为的是把小事办在当天，一共三个名目。
            authors: [示例课题组]
            access: public-intranet
            years: [2025]
            method_name: 两问一帮
            gloss:
              - term: 问进度
                meaning: 问今天到哪一步
              - term: 问难处
                meaning: 问缺什么、等谁
              - term: 帮一件
                meaning: 当天办成一件
            branch: qingxi-zhibu
            problem: [学习主动性]
            scene: [防汛]
            mechanism: [组织保障]
            started: 2025-03
            indicators:
              - name: 当天办成的事
                before: 3
                after: 9
                unit: 件
                basis: 登记簿上当天画勾的
            citations:
              - key: A1
                title: 示例通讯
                publisher: 示例单位
                date: 2025-06-01
                url: https://example.cn/a?b=1&c=2
            sample: true""";

    private static final String BODY = """
            ## 背景

            青溪测站的事**小而多**，一拖就忘。[A1] 从前一周碰一次头，见[示例网页](https://example.cn/x)。

            ## 做法

            ### 每天问两句

            下班前问：

            1. 今天到哪一步；
            2. 缺什么、等谁。

            ### 每天帮一件

            - **当天能办的**：当天办；
              - 先办急的；
              - 再办难的；
            - 当天办不了的：写上哪天办。

            照着做：

            - [ ] 先试一周
            - [x] 备好登记簿

            | 时候 | 问什么 | 谁答 |
            | --- | --- | --- |
            | 早上 | 今天做什么 | 各人 |
            | 下班 | 做到哪里 & 缺什么 | 组长 |

            ## 成效

            当天办成的事由 3 件到 9 件。[^1]

            > 事不过夜，人就不烦。

            [^1]: 登记簿从三月记起。
            """;

    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() throws IOException {
        site = SmallSite.ofOurTypes(folder.resolve("site"));
        Copy.of(Path.of("templates"), folder.resolve("site/templates"));
        Files.delete(folder.resolve("site/site-config/search-tests.yml"));
        site.entry(
                "branch/qingxi-zhibu",
                "title: 示例青溪测站党支部\nname: 示例青溪测站党支部\nunit: 示例单位乙（事业）\norg_level: 党支部\nmembers: {total: 9, as_of: 2025-12}\nhonours: [{honour: 示例优秀工作法, year: 2025}]\nsummary: 虚构示例。青溪测站的党支部，为试验而写，党员九名，管三个测站。\nauthors: [示例课题组]\naccess: public-intranet\nsample: true",
                "## 支部概况\n\n九名党员。\n\n## 特色做法\n\n见工作法。\n\n## 工作成效\n\n事不过夜。");
        site.entry("work-method/liangwen-yibang", METHOD, BODY);
        site.entry(
                "collection/shili-zhuanti",
                "title: 示例专题\nunit: 示例单位乙（事业）\nsummary: 虚构示例。专题里只有一篇，为的是看它带不带得走，够不够二十个字。\nauthors: [示例课题组]\naccess: public-intranet\norder_mode: 手工\nitems: [liangwen-yibang]\nsample: true",
                "先看这一篇。");
    }

    @Test
    void eachEntryHasADocumentBesideItsPageWhosePartsAreXmlAndTheSameEachTime() throws Exception {
        site.entry(
                "work-method/liangwen-yibang",
                METHOD,
                BODY.replace(
                        "一拖就忘。[A1]", "一拖就忘。[A1] 见[甲](<https://example.cn/一?a=1&b>)、[乙](<https://example.cn/a|b>)。"));
        build("out");
        build("again");

        Path entry = folder.resolve("out/work-method/liangwen-yibang");
        assertThat(Jsoup.parse(entry.resolve("index.html").toFile(), "UTF-8").select(".take a[download]"))
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.text()).isEqualTo("下载 Word");
                    assertThat(link.attr("href")).isEqualTo("liangwen-yibang.docx");
                    assertThat(link.attr("download")).isEqualTo("示例“两问一帮”工作法.docx");
                });
        byte[] bytes = Files.readAllBytes(entry.resolve("liangwen-yibang.docx"));
        assertThat(bytes)
                .isEqualTo(
                        Files.readAllBytes(folder.resolve("again/work-method/liangwen-yibang/liangwen-yibang.docx")));
        Map<String, byte[]> parts = parts(bytes);
        assertThat(parts).containsKeys("[Content_Types].xml", "word/document.xml", "word/footnotes.xml");
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            Document xml = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(part.getValue()));
            assertThat(xml.getDocumentElement()).as(part.getKey()).isNotNull();
        }
        assertThat(new String(parts.get("word/_rels/document.xml.rels"), StandardCharsets.UTF_8))
                .contains("Target=\"https://example.cn/%E4%B8%80?a=1&amp;b\"", "Target=\"https://example.cn/x\"")
                .doesNotContain("example.cn/a|b");
        String document = new String(parts.get("word/document.xml"), StandardCharsets.UTF_8);
        assertThat(document)
                .contains("w:val=\"Title\"", "两问一帮", "w:w=\"11906\"", "w:top=\"2098\"", "做到哪里 &amp; 缺什么")
                .doesNotContain("<w:t></w:t>");
        assertThat(new String(parts.get("word/footnotes.xml"), StandardCharsets.UTF_8))
                .as("the number of a note and its words are one paragraph")
                .containsPattern("<w:footnoteRef/></w:r>(?:(?!</w:p>).)*登记簿从三月记起。");
    }

    @Test
    void aCollectionTakesItsEntriesWithIt() throws IOException {
        build("out");

        String document = new String(
                parts(Files.readAllBytes(folder.resolve("out/collection/shili-zhuanti/shili-zhuanti.docx")))
                        .get("word/document.xml"),
                StandardCharsets.UTF_8);
        assertThat(document).contains("先看这一篇。", "w:val=\"Chapter\"", "登记簿上当天画勾的", "事不过夜，人就不烦。");
    }

    @Test
    void theSettingsDoWithoutThem() throws IOException {
        settings("render.docx=false\nsend.email=dang@example.cn\n");
        build("out");

        assertThat(folder.resolve("out/work-method/liangwen-yibang")).isDirectoryNotContaining("glob:**.docx");
        assertThat(folder.resolve("out/send")).isDirectoryNotContaining("glob:**.docx");
        assertThat(Files.readString(folder.resolve("out/work-method/liangwen-yibang/index.html")))
                .doesNotContain(".docx");
        assertThat(Files.readString(folder.resolve("out/send/index.html"))).doesNotContain(".docx");
    }

    @Test
    void whatWasTakenAlongAndComesBackSaysTheSame() throws IOException {
        build("out");
        Path taken = folder.resolve("out/work-method/liangwen-yibang/liangwen-yibang.docx");

        String back = imported(taken);

        assertThat(body(back)).isEqualTo(BODY.strip());
        theSameIsStated(back);
    }

    @Test
    void whatOfficeHasWrittenAgainComesBackTheSame() throws Exception {
        build("out");
        Path taken = folder.resolve("out/work-method/liangwen-yibang/liangwen-yibang.docx");
        Path rewritten = office(taken, "docx");

        String back = imported(rewritten);

        assertThat(body(back)).contains("## 背景", "### 每天问两句", "| 下班 | 做到哪里 & 缺什么 | 组长 |", "登记簿从三月记起。");
        assertThat(body(back)).doesNotContain("一、", "栏目", "释义");
        theSameIsStated(back);
    }

    @Test
    void officeOpensIt() throws Exception {
        build("out");
        Path paper = office(folder.resolve("out/work-method/liangwen-yibang/liangwen-yibang.docx"), "pdf");

        try (PDDocument pdf = Loader.loadPDF(paper.toFile())) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(594f, 597f);
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("示例“两问一帮”工作法", "一、释义", "三、做法", "（二）每天帮一件", "— 1 —", "登记簿从三月记起。");
        }
    }

    @Test
    void theFormThatWasFilledInBecomesAnEntryOfAllItsFieldsAndSections() throws IOException {
        settings("send.email=dang@example.cn\n");
        build("out");
        assertThat(Jsoup.parse(folder.resolve("out/send/index.html").toFile(), "UTF-8")
                        .select("a[href=work-method.docx]")
                        .eachText())
                .containsExactly("这张表（Word）");
        Path filled = filled(folder.resolve("out/send/work-method.docx"));

        filledInIsThere(imported(filled));
    }

    @Test
    void theFormThatOfficeSavedBecomesTheSame() throws Exception {
        settings("send.email=dang@example.cn\n");
        build("out");
        Path filled = filled(folder.resolve("out/send/work-method.docx"));

        filledInIsThere(imported(office(filled, "docx")));
    }

    @Test
    void whatTheFormCannotTakeIsSaidAndKept() throws IOException {
        settings("send.email=dang@example.cn\n");
        build("out");
        Path filled = filled(folder.resolve("out/send/work-method.docx"), "机制", "没有这个机制");

        Run run = Run.of(List.of("import", "--site", folder.resolve("site").toString(), filled.toString()));

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).containsPattern("work-method-filled\\.docx:\\d+: 警告\\[form-value] “机制”填的“没有这个机制”收不进去");
        assertThat(entry()).contains("mechanism: [没有这个机制] # 待核：");
    }

    private static void theSameIsStated(String back) {
        assertThat(back)
                .contains(
                        "type: work-method\n",
                        "title: 示例“两问一帮”工作法",
                        "summary: 虚构示例。青溪测站的党员每天问两句、帮一件，为的是把小事办在当天，一共三个名目。\n",
                        "authors: [示例课题组]\n",
                        "method_name: 两问一帮\n",
                        "gloss:\n  - term: 问进度\n    meaning: 问今天到哪一步\n  - term: 问难处\n",
                        "branch: qingxi-zhibu\n",
                        "problem: [学习主动性]\n",
                        "started: 2025-03\n",
                        "indicators:\n  - name: 当天办成的事\n    before: 3\n    after: 9\n    unit: 件\n",
                        "citations:\n  - key: A1\n    title: 示例通讯\n",
                        "url: \"https://example.cn/a?b=1&c=2\"\n",
                        "sample: true\n");
    }

    private static void filledInIsThere(String back) {
        assertThat(back)
                .contains(
                        "type: work-method\n",
                        "title: 示例“三看”工作法",
                        "summary: 虚构示例。出门看天、到站看水、收工看人，三看都记在一本上，交班时念一遍。\n",
                        "unit: " + UNIT + "\n",
                        "authors: [张示例, 李示例]\n",
                        "method_name: 三看\n",
                        "gloss:\n  - term: 看天\n    meaning: 出门前看预报\n",
                        "branch: qingxi-zhibu\n",
                        "problem: [学习主动性]\n",
                        "scene: [防汛]\n",
                        "mechanism: [组织保障]\n",
                        "started: 2024-05\n")
                .doesNotContain("填表说明", "栏目", "交稿表");
        assertThat(body(back)).isEqualTo("## 背景\n\n站上人少。\n\n## 做法\n\n先看天。\n\n再看水。\n\n## 成效\n\n一年没有出事。");
    }

    private Path filled(Path form) throws IOException {
        return filled(form, "", "");
    }

    /** As somebody fills it in who types into the empty cells. */
    private Path filled(Path form, String otherwise, String value) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("标题", "示例“三看”工作法");
        values.put("摘要", "虚构示例。出门看天、到站看水、收工看人，三看都记在一本上，交班时念一遍。");
        values.put("责任单位", UNIT);
        values.put("作者", "张示例、李示例");
        values.put("工作法名称", "三看");
        values.put("所属党支部", "示例青溪测站党支部");
        values.put("解决的问题", "学习主动性");
        values.put("适用场景", "防汛");
        values.put("机制", "组织保障");
        values.put("开始", "2024-05");
        values.put("背景", "站上人少。");
        values.put("做法", "先看天。</w:t></w:r></w:p><w:p><w:r><w:t>再看水。");
        values.put("成效", "一年没有出事。");
        values.computeIfPresent(otherwise, (name, was) -> value);
        Map<String, byte[]> parts = parts(Files.readAllBytes(form));
        String document = new String(parts.get("word/document.xml"), StandardCharsets.UTF_8);
        for (Map.Entry<String, String> one : values.entrySet()) {
            Matcher row = Pattern.compile(">" + one.getKey() + "</w:t></w:r></w:p></w:tc><w:tc>.*?</w:pPr>")
                    .matcher(document);
            assertThat(row.find()).as(one.getKey()).isTrue();
            document = document.substring(0, row.end()) + "<w:r><w:t>" + one.getValue() + "</w:t></w:r>"
                    + document.substring(row.end());
        }
        Matcher gloss = Pattern.compile(">意思</w:t></w:r></w:p></w:tc></w:tr>(<w:tr>.*?</w:pPr>)(.*?</w:pPr>)")
                .matcher(document);
        assertThat(gloss.find()).isTrue();
        document = document.substring(0, gloss.end(1)) + "<w:r><w:t>看天</w:t></w:r>" + gloss.group(2)
                + "<w:r><w:t>出门前看预报</w:t></w:r>" + document.substring(gloss.end());
        parts.put("word/document.xml", document.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return Files.write(folder.resolve("work-method-filled.docx"), bytes.toByteArray());
    }

    private static Map<String, byte[]> parts(byte[] docx) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private Path office(Path file, String kind) throws IOException, InterruptedException {
        Path office = Path.of("/usr/bin/soffice");
        Assumptions.assumeTrue(Files.isExecutable(office), "no LibreOffice here");
        Path out = Files.createDirectories(folder.resolve("office"));
        Process converting = new ProcessBuilder(
                        office.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        kind,
                        "--outdir",
                        out.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        try (InputStream said = converting.getInputStream()) {
            said.readAllBytes();
        }
        assertThat(converting.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return out.resolve(file.getFileName().toString().replaceFirst("docx$", kind));
    }

    /** The one entry that came of it. */
    private String imported(Path docx) throws IOException {
        Run run = Run.of(List.of("import", "--site", folder.resolve("site").toString(), docx.toString()));
        assertThat(run.exit()).as(run.err() + run.out()).isZero();
        return entry();
    }

    private String entry() throws IOException {
        try (var all = Files.list(folder.resolve("site/content/work-method"))) {
            List<Path> entries = all.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("liangwen-yibang.md"))
                    .toList();
            assertThat(entries).hasSize(1);
            return Files.readString(entries.get(0));
        }
    }

    private static String body(String entry) {
        return entry.substring(entry.indexOf("\n---\n") + 5).strip();
    }

    private void settings(String more) throws IOException {
        Path file = folder.resolve("site/site-config/jbake.properties");
        Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "") + "\n" + more);
    }

    private void build(String out) {
        Run run = Run.of(List.of(
                "build",
                "--site",
                folder.resolve("site").toString(),
                "--out",
                folder.resolve(out).toString()));
        assertThat(run.exit()).as(run.err()).isZero();
    }
}
