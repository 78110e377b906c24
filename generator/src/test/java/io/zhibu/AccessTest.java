package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An entry that isn't for everyone leaves no trace on a site for everyone but its name where another entry names it. */
class AccessTest {
    private static final String SECRET = "暗号甲乙";

    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurPages(folder.resolve("site"));
        entry("term/ke-men", "科门", "public-intranet", "state: 待补\nterm: 科门", "只有文字。");
        secret();
    }

    private void secret() {
        site.file("content/term/" + SECRET + ".pdf", "%PDF-1.4 " + SECRET);
        entry(
                "term/mi-tiao",
                "密条",
                "unit-only",
                "state: 待补\nterm: 密条\naliases: [" + SECRET
                        + "甲]\nformer_ids: [old-mi-tiao]\ntags: [主题党日]\nyears: [1999]\ndue: 2026-12-01",
                SECRET + "，见[附件](" + SECRET + ".pdf)。");
    }

    @Test
    void forEveryoneTheSiteIsAsIfItWereNotThere() throws IOException {
        Run run = run("build");
        BakedTree with = BakedTree.read(folder.resolve("site/target/site"));
        Files.delete(folder.resolve("site/content/term/mi-tiao.md"));
        Files.delete(folder.resolve("site/content/term/" + SECRET + ".pdf"));

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("词条 1 条", "；公开范围更窄、没有收的 1 条");
        assertThat(run("build", "--access", "public-intranet").exit()).isZero();
        assertThat(BakedTree.read(folder.resolve("site/target/site")).differencesFrom(with))
                .isEmpty();
    }

    @Test
    void whereAnotherEntryNamesItThereIsItsNameAndNoLink() throws IOException {
        entry(
                "term/ke-men",
                "科门",
                "public-intranet",
                "state: 待补\nterm: 科门\nrelated: [mi-tiao]\nnot_related: [zhuan-ti]",
                "见[密条的**正文**](mi-tiao.md)和[自己](ke-men.md)。");
        entry("collection/zhuan-ti", "专题一", "public-intranet", "order_mode: 手工\nitems: [mi-tiao, ke-men]", "");

        Run run = run("build");

        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .isEqualTo(
                        "content/term/ke-men.md:16:2: 警告[link-restricted] 链接的“mi-tiao.md”只给“本单位”看，这里的读者打不开，页面上只有文字，没有链接\n"
                                + "    建议：去掉链接；谁都可以看的，把那一篇的 access 改宽");
        Document page = page("term/ke-men/index.html");
        assertThat(page.text()).contains("见密条的正文和自己。");
        assertThat(page.select("a:contains(自己)")).isNotEmpty();
        assertThat(page.select("a[href*=mi-tiao]")).isEmpty();
        assertThat(page("collection/zhuan-ti/index.html").select("a[href*=mi-tiao]"))
                .isEmpty();
        BakedTree.read(folder.resolve("site/target/site")).files().forEach((name, bytes) -> {
            assertThat(name).doesNotContain("mi-tiao", SECRET);
            assertThat(new String(bytes, StandardCharsets.UTF_8)).as(name).doesNotContain(SECRET);
            assertThat(new String(bytes, StandardCharsets.UTF_16LE)).as(name).doesNotContain(SECRET);
        });
        assertThat(run("check", "--verbose").err())
                .contains(
                        "content/collection/zhuan-ti.md:12:9: 提示[reference-restricted] “收录”引用的“mi-tiao”只给“本单位”看，这里的页面上没有链接，至多有名称");
        assertThat(run("search", SECRET).err()).isEqualTo("没有找到");
    }

    @Test
    void forItsCircleTheSiteHasBothAndMarksIt() throws IOException {
        Run run = run("build", "--access", "unit-only");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("词条 2 条", "；其中 1 条不是谁都能看的，不要放到别人看得到的地方");
        assertThat(page("term/mi-tiao/index.html").select(".dateline .badge").text())
                .isEqualTo("本单位");
        assertThat(page("term/ke-men/index.html").select(".dateline .badge")).isEmpty();
        assertThat(Files.readString(folder.resolve("site/target/site/feed.xml")))
                .contains("<title>密条（本单位）</title>");
        assertThat(Files.exists(folder.resolve("site/target/site/term/mi-tiao/" + SECRET + ".pdf")))
                .isTrue();
        assertThat(run("search", "--access", "本单位", SECRET).out().lines())
                .containsExactly("密条  term/mi-tiao/index.html", SECRET + ".pdf（附件，在《密条》后）  term/mi-tiao/index.html");
        assertThat(run("check", "--access", "unit-only").exit()).isZero();
    }

    @Test
    void aPackageHasWhatItsReadersMayRead() throws IOException {
        assertThat(run("package").exit()).isZero();
        assertThat(packed()).noneMatch(name -> name.contains("mi-tiao"));
        assertThat(run("package", "--access", "unit-only").exit()).isZero();
        assertThat(packed()).anyMatch(name -> name.contains("mi-tiao"));
    }

    @Test
    void anUnknownCircleIsTold() {
        Run run = run("build", "--access", "unit-onyl");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("--access: 错误[access-unknown] 词表“公开范围”里没有“unit-onyl”\n    建议：是“unit-only”吗？");
    }

    private List<String> packed() throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipFile zip = new ZipFile(folder.resolve("site/target/offline.zip").toFile())) {
            zip.stream().forEach(entry -> names.add(entry.getName()));
        }
        return names;
    }

    private Document page(String path) throws IOException {
        return Jsoup.parse(Files.readString(folder.resolve("site/target/site/" + path)));
    }

    private Run run(String command, String... words) {
        List<String> all = new ArrayList<>(
                List.of(command, "--site", folder.resolve("site").toString()));
        all.addAll(List.of(words));
        return Run.of(all);
    }

    private void entry(String name, String title, String access, String fields, String body) {
        site.entry(
                name,
                "title: " + title + "\nunit: 未载\nauthors: [本站编写]\naccess: " + access + "\nsummary: "
                        + "只为测试而写的词条。".repeat(6) + "\n" + fields,
                body);
    }
}
