package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code zhibu check} as an editor, a site's owner and the night use it. */
class CheckCommandTest {
    private static final String ENTRY = "content/method/three.md";

    @TempDir
    private Path folder;

    private Path site;

    @BeforeEach
    void aSoundSite() {
        site = folder.resolve("小站");
        Copy.of(Path.of("generator/src/test/resources/bad-inputs/site"), site);
    }

    private void append(String text) throws IOException {
        Files.writeString(site.resolve(ENTRY), Files.readString(site.resolve(ENTRY)) + "\n" + text + "\n");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(site.resolve(file).getParent());
        Files.writeString(site.resolve(file), text);
    }

    private Run check(String... words) {
        return run("check", words);
    }

    private Run run(String command, String... words) {
        List<String> arguments = new ArrayList<>(List.of(command, "--site", site.toString()));
        arguments.addAll(List.of(words));
        return Run.of(arguments);
    }

    @Test
    void whatMustNotBeSeenStopsTheBuildAndIsNeverToldWhole() throws IOException {
        append("打 13800000000 找某同志，证件 110101190001010006。\n\n机密★3年 某地某事");

        Run run = run("build", "--out", folder.resolve("站点").toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains(ENTRY + ":21:3: 错误[mobile-number] 写着手机号 138********，不能公开")
                .contains(ENTRY + ":21:23: 错误[id-card] 写着身份证号 110***************")
                .contains(ENTRY + ":23:1: 错误[secrecy-mark] 有密级标志")
                .doesNotContain("13800000000", "110101190001010006", "某地某事");
        assertThat(folder.resolve("站点")).doesNotExist();
    }

    @Test
    void numbersAreFoundInTitlesFieldsAndNamesOfFiles() throws IOException {
        write(
                ENTRY,
                Files.readString(site.resolve(ENTRY))
                        .replace("title: 三问工作法", "title: 三问 13800000000")
                        .replace("summary: 每周问三句话", "summary: 打 13800000001"));
        append("[名单](13800000002.txt)");
        write("content/method/13800000002.txt", "名单");

        Run run = check();

        assertThat(run.err())
                .contains(ENTRY + ":4:11: 错误[mobile-number]", ENTRY + ":5:12: 错误[mobile-number]")
                .contains("错误[mobile-number] 图片或附件的文件名里写着手机号 138********")
                .doesNotContain("13800000000", "13800000001", "13800000002");
    }

    @Test
    void attachmentsAreReadToo() throws IOException {
        append("[表](biao.docx) [册](ce.pdf) [单](dan.csv) [坏](huai.pdf)");
        try (OutputStream out = Files.newOutputStream(site.resolve("content/method/biao.docx"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "[Content_Types].xml", "<Types/>");
            entry(
                    zip,
                    "word/document.xml",
                    "<w:d xmlns:w='w'><w:p><w:t>身份证 1101011900</w:t><w:t>01010006</w:t></w:p></w:d>");
            entry(zip, "word/comments.xml", "<w:c xmlns:w='w'><w:p><w:t>机密★3年</w:t></w:p></w:c>");
        }
        try (PDDocument paper = new PDDocument()) {
            PDPage page = new PDPage();
            paper.addPage(page);
            try (PDPageContentStream words = new PDPageContentStream(paper, page)) {
                words.beginText();
                words.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                words.newLineAtOffset(100, 600);
                words.showText("13800000000");
                words.endText();
            }
            paper.save(site.resolve("content/method/ce.pdf").toFile());
        }
        write("content/method/dan.csv", "甲,13900000000\n");
        write("content/method/huai.pdf", "%PDF-1.7\n坏的");

        Run run = check("--verbose");

        assertThat(run.err())
                .contains(ENTRY + ":21:1: 错误[id-card] 附件“biao.docx”里写着身份证号 110***************")
                .contains("错误[secrecy-mark] 附件“biao.docx”里有密级标志")
                .contains("错误[mobile-number] 附件“ce.pdf”里写着手机号 138********")
                .contains("错误[mobile-number] 附件“dan.csv”里写着手机号 139********")
                .contains("提示[file-unread-text] 附件“huai.pdf”里的文字没有查完");
        assertThat(check("--verbose").err()).isEqualTo(run.err());
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void aDraftMayHoldNumbersAndNoSecrets() throws IOException {
        write(ENTRY, Files.readString(site.resolve(ENTRY)).replace("status: published", "status: draft"));
        append("打 13800000000");
        assertThat(check().exit()).isZero();

        append("机密★3年");
        assertThat(check().err()).contains("错误[secrecy-mark]");
    }

    @Test
    void aSiteSetsLevelsNumbersAndMarksOfItsOwn() throws IOException {
        append("打 13800000000，先自学,再研讨。\n\n本院掌握");
        write(
                "site-config/checks.yml",
                "levels: {half-width-punctuation: 扣分}\nphones: [138 0000 0000]\nmarks: [本院 掌握]\n");

        Run run = check();

        assertThat(run.err())
                .contains("警告[half-width-punctuation]", "错误[internal-mark]")
                .doesNotContain("mobile-number");
        write("site-config/checks.yml", "levels: {internal-mark: 不查, half-width-punctuation: 不查}\nmarks: [本院 掌握]\n");
        assertThat(check().err()).contains("错误[mobile-number]").doesNotContain("internal-mark", "half-width");
    }

    @Test
    void whatIsWrongInTheSettingsOfChecksIsToldAtItsPlace() throws IOException {
        write(
                "site-config/checks.yml",
                "levels:\n  half-width: 不查\n  link-dead: 不查\n  picture-alt: 严重\nphone: []\nmarks: [{甲: 乙}]\n");
        write("site-config/terms/a.tsv", "错写\t正写\n甲\t乙\n");
        write("site-config/terms/b.tsv", "错写\t正写\t级别\t说明\t范围\t例外\n甲\t乙\t很重\n");
        write("site-config/names/a.tsv", "姓名\t职务\t起\t止\t次序\n某甲\t主任\t去年\n");

        assertThat(check().err())
                .contains("site-config/checks.yml:2:3: 错误[config-unknown] 没有“half-width”这条规则")
                .contains("site-config/checks.yml:3:3: 错误[config-value] “link-dead”的轻重不能调")
                .contains("site-config/checks.yml:4:16: 错误[config-value] 没有“严重”这种轻重")
                .contains("site-config/checks.yml:5:1: 错误[config-unknown] 没有“phone”这一项设置")
                .contains("site-config/checks.yml:6:9: 错误[value-kind] marks 里应是一个个的词")
                .contains("site-config/terms/a.tsv:1:1: 错误[word-list-form] 第一行应是各栏的名称")
                .contains("site-config/terms/b.tsv:2:1: 错误[word-list-form] 没有“很重”这种级别")
                .contains("site-config/names/a.tsv:2:1: 错误[word-list-form] “起”应是数字，这里是“去年”");
    }

    @Test
    void aFileIsTakenOutOfARuleWithAReasonThatIsListed() throws IOException {
        append("打 13800000000\n\n<!-- check-off: mobile-number 值班手机，公开的 -->");

        Run run = check("--verbose");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains(ENTRY + ":23:17: 提示[check-off] 这一篇不查“mobile-number”（写着手机号）：值班手机，公开的");
    }

    @Test
    void withoutAReasonOrForARuleThatCannotBeItIsNotTakenOut() throws IOException {
        append(
                "打 13800000000\n\n<!-- check-off: mobile-number -->\n\n<!-- check-off: link-dead 不管 -->\n\n<!-- check-off: nothing 不管 -->");

        assertThat(check().err())
                .contains("错误[mobile-number]", "警告[check-off-reason]", "警告[check-off-unknown] “link-dead”不能不查")
                .contains("警告[check-off-unknown] 没有“nothing”这条规则");
    }

    @Test
    void oldDebtsDoNotStopTheNightNewOnesDoAndPaidOnesLeave() throws IOException {
        append("打 13800000000");
        assertThat(check("--baseline-write").out()).isEqualTo("旧账还有 1 处，记在 site-config/known-findings.tsv。");
        assertThat(Files.readString(site.resolve("site-config/known-findings.tsv")))
                .contains("mobile-number\t" + ENTRY + "\t1\t")
                .doesNotContain("13800000000");
        assertThat(check("--strict").exit()).isZero();

        append("打 13900000000");
        Run fresh = check();
        assertThat(fresh.exit()).isEqualTo(1);
        assertThat(fresh.err()).contains("139********").doesNotContain("138********");

        write(ENTRY, Files.readString(site.resolve(ENTRY)).replaceAll("打 1[0-9]+", "打电话"));
        assertThat(check().err()).contains("警告[debt-paid] 旧账里有 1 处已经改好");
        assertThat(check("--baseline-trim").out()).startsWith("旧账还有 0 处");
        assertThat(check("--strict").err()).isEmpty();
        append("打 13800000000");
        assertThat(check().exit()).isEqualTo(1);
    }

    @Test
    void anEditorsOwnFindingsComeFirstAndTheOthersAreCounted() throws IOException {
        append("先自学,再研讨。");
        write(
                "content/branch/first.md",
                Files.readString(site.resolve("content/branch/first.md")) + "\n打 13800000000\n");

        Run own = check(ENTRY);

        assertThat(own.exit()).isZero();
        assertThat(own.err())
                .contains(ENTRY + ":21:4: 提示[half-width-punctuation]")
                .doesNotContain("branch/first.md");
        assertThat(own.out()).contains("这些文件里：错误 0，警告 0", "别处另有：错误 1");
        assertThat(check("content/branch").exit()).isEqualTo(1);
        write("site-config/checks.yml", "level: {}\n");
        assertThat(check(ENTRY).err()).contains("site-config/checks.yml:1:1: 错误[config-unknown]");
        assertThat(check("none.md").err()).startsWith("命令写法有误：没有“none.md”这个文件");
    }

    @Test
    void aSampleIsTheSameForOneSeed() {
        Run one = check("--sample", "1", "--seed", "2026-07-01");
        assertThat(one.out()).startsWith("抽查 1 篇：\n  content/");
        assertThat(check("--sample", "1", "--seed", "2026-07-01").out()).isEqualTo(one.out());
        assertThat(check("--sample", "0").exit()).isEqualTo(2);
        assertThat(check("--seed", "甲").exit()).isEqualTo(2);
    }

    @Test
    void whatChangedSinceACommitIsWhatIsTold() throws IOException {
        Repository.in(site).commit("2026-07-01");
        append("打 13800000000");
        write("content/method/new.md", "没有头信息");

        Run run = check("--changed-since", "HEAD");

        assertThat(run.err()).contains(ENTRY + ":21:3", "content/method/new.md:1:1: 错误[header-missing]");
        assertThat(check("--changed-since", "nothing").err()).contains("没有“nothing”这个提交");
        Repository.in(site).commit("2026-07-02");
        assertThat(check("--changed-since", "HEAD").exit()).isZero();
    }

    @Test
    void mendingShowsFirstAndChangesOnlyWhatItShowed() throws IOException {
        append("先自学,再研讨(分两次)。`a,甲`，“照录,原文”。");
        String before = Files.readString(site.resolve(ENTRY));

        Run shown = check("--fix", "--diff");
        assertThat(shown.out())
                .contains("--- " + ENTRY, "@@ 第 21 行", "+先自学，再研讨（分两次）。`a,甲`，“照录,原文”。")
                .contains("可以改好 1 个文件里的 1 行");
        assertThat(site.resolve(ENTRY)).hasContent(before);

        assertThat(check("--fix", "content/branch/first.md").out()).contains("没有能自动改的地方");
        assertThat(check("--fix").out()).startsWith("改好了 1 个文件里的 1 行");
        assertThat(Files.readString(site.resolve(ENTRY), StandardCharsets.UTF_8))
                .contains("先自学，再研讨（分两次）。`a,甲`，“照录,原文”。");
        assertThat(check("--fix").out()).startsWith("没有能自动改的地方");
        assertThat(check("--diff").exit()).isEqualTo(2);
    }

    @Test
    void aRuleIsExplained() {
        assertThat(check("--explain", "half-width-punctuation").out())
                .startsWith("half-width-punctuation（提醒）：中文里用了半角标点\n为什么：")
                .contains(
                        "错的：先自学,再研讨", "对的：先自学，再研讨", "half-width-punctuation: 不查", "help/rules/half-width-punctuation/");
        assertThat(check("--explain", "yaml-tab").out())
                .startsWith("yaml-tab（单项否决）：缩进里有制表符\n")
                .contains("错的：\n    promotion:\n    \tlevel: 本单位\n", "这条不能调，也不能不查");
        assertThat(check("--explain", "half-width-punctuatio").err()).contains("是“half-width-punctuation”吗？");
    }
}
