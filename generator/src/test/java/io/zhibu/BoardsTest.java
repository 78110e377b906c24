package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader finds on the pages that say how much there is, what is due and what is missing. */
class BoardsTest {
    private static final String BODY = "## 支部概况\n\n## 特色做法\n\n## 工作成效";

    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurPages(folder.resolve("site"));
        branch(
                "jia-zhi",
                "members: {total: 9, formal: 8, probationary: 1, as_of: 2026}\nhas_discipline_member: false\n");
        branch("yi-zhi", "members: 未载\nreview_cycle: month\n");
        branch(
                "bing-zhi",
                "members: {total: 9, formal: 9, as_of: 2026}\nhonours: [{honour: 示例先锋党支部, year: 2025}]\nsample: true\n"
                        + "unit: 示例单位甲（机关）\ncontact_department: 示例处\n");
    }

    @Test
    void aFewOfManyMakeNoShare() throws IOException {
        branch("ding-zhi", "members: 未载\n");
        build();

        assertThat(page("full-coverage").select("#entries-discipline").text()).isEqualTo("纪检委员设置 0 1 2 0 —");
    }

    @Test
    void trueAndMadeUpEntriesAreCountedApart() throws IOException {
        build();

        assertThat(page("ledger").select(".head p").text()).isEqualTo("收录 2 条；示例 1 条");
        assertThat(page("ledger").select("#entries tbody th a").eachText()).containsExactly("支部 jia-zhi", "支部 yi-zhi");
        assertThat(page("ledger").select("#samples tbody th a").eachText()).containsExactly("支部 bing-zhi");
        assertThat(page("full-coverage").select("#entries-discipline").text()).isEqualTo("纪检委员设置 0 1 1 0 0%");
        assertThat(page("full-coverage").select("#entries dd").text()).contains("支部 jia-zhi（正式党员 8 名，未设纪检委员）");
        assertThat(page("full-coverage").select("#samples-discipline").text()).isEqualTo("纪检委员设置 0 0 1 0 未载");
        assertThat(page("contact").select("#samples tbody tr").text()).isEqualTo("示例处 支部 bing-zhi");
        assertThat(page("review").select("#entries .over").text()).isEqualTo("2026-08-01 支部 yi-zhi 逾期长江水利委员会，推算");
        assertThat(page("coverage").select("#entries tbody tr").get(1).text()).startsWith("委属单位党支部（总支） 0 500 多 0%");
    }

    @Test
    void chartsSayTheirNumbersInWordsAndKeepTrueAndMadeUpApart() throws IOException {
        site.entry("branch/ding-zhi", fields("ding-zhi", "unit: 长江委\nhonours: [{honour: 红旗党支部, year: 2025}]"), BODY);

        build();

        Document page = page("statistics");
        assertThat(page.select(".head p").text()).isEqualTo("收录 3 条；示例 1 条");
        assertThat(page.select("#entries-honours svg[role=img]").attr("aria-label"))
                .isEqualTo("收录的荣誉：2025 1 次，2026 0 次");
        assertThat(page.select("#entries-honours tbody tr").text()).isEqualTo("红旗党支部 1 — 1");
        assertThat(page.select("#entries-honours tbody a").attr("href")).isEqualTo("../honour/hongqi/index.html");
        assertThat(page.select("#samples-honours tbody tr").text()).isEqualTo("示例先锋党支部 1 — 1");
        assertThat(page.select("#entries-coverage tbody tr").get(1).text()).isEqualTo("委属单位党支部（总支） 0 500 多 0%");
        assertThat(page.select("#samples-coverage, [style]")).isEmpty();
    }

    @Test
    void theMapLeadsToEveryIndexAndBoardAndTheFooterToTheMap() throws IOException {
        build();

        assertThat(page("map").select("main a").eachAttr("href"))
                .contains(
                        "../branch/index.html",
                        "../unit/index.html",
                        "../tags/index.html",
                        "../org-level/branch/index.html",
                        "../ledger/index.html",
                        "../review/index.html",
                        "../fields/index.html",
                        "../branch/feed.xml",
                        "../data/site.json");
        assertThat(page("year").select("footer a").eachAttr("href"))
                .contains("../map/index.html", "../ledger/index.html", "../exemplars/index.html")
                .doesNotContain("../contact/index.html");
        // A board without a true entry stands in the map alone, and is called empty there.
        assertThat(page("map")
                        .select("main li:has(a[href=../contact/index.html])")
                        .text())
                .isEqualTo("联系点对照表 暂无");
    }

    @Test
    void withoutSamplesAMadeUpEntryKeepsItsPageAndLeavesEverythingElse() throws IOException {
        set("samples.show=false\n");

        build();

        for (String board : List.of("statistics", "ledger", "full-coverage", "review", "contact", "coverage")) {
            assertThat(page(board).select("#entries")).as(board).isNotEmpty();
            assertThat(page(board).select("#samples")).as(board).isEmpty();
        }
        assertThat(page("branch/bing-zhi").select("h1").text()).isEqualTo("支部 bing-zhi");
        assertThat(page("branch").select(".head p").text()).startsWith("共 2 条，按拼音");
        for (String file :
                List.of("branch/index.html", "unit/index.html", "feed.xml", "ledger.csv", "data/site.json")) {
            assertThat(folder.resolve("out/" + file)).content().doesNotContain("bing-zhi");
        }
    }

    @Test
    void anEntryWhoseDayHasComeKeepsItsPageAndLeavesEverythingElse() throws IOException {
        branch("gone", "expires: 2026-11-23\nunit: 长江委\nhonours: 未载");
        branch("still", "expires: 2026-11-24\nunit: 长江委\nhonours: 未载");

        build();

        assertThat(page("branch/gone").select(".text > .admonition.warning").text())
                .isEqualTo("已下架 从 2026-11-23 起，这一条不再列出，检索里也没有；所写的可能已经不适用。");
        assertThat(page("branch/still").select(".text > .admonition")).isEmpty();
        for (String file :
                List.of("branch/index.html", "unit/index.html", "feed.xml", "ledger.csv", "data/site.json")) {
            assertThat(folder.resolve("out/" + file)).content().doesNotContain("branch/gone");
        }
        assertThat(folder.resolve("out/branch/index.html")).content().contains("still/index.html");
    }

    @Test
    void theFooterSaysWhoseTheSiteIsIfSettingsDo() throws IOException {
        build();
        assertThat(page("map").select(".colophon span")).isEmpty();

        set("site.copyright=版权所有：示例单位\nsite.record=示例备 1 号\nsite.support=技术支持：示例处\n");
        build();
        assertThat(page("map").select(".colophon span").eachText()).containsExactly("版权所有：示例单位", "示例备 1 号", "技术支持：示例处");
    }

    @Test
    void boardsAndDataAreSwitchedOff() throws IOException {
        set("render.boards=false\nrender.data=false\n");

        build();

        for (String gone :
                List.of("statistics", "ledger", "ledger.csv", "map", "review", "contact", "coverage", "data")) {
            assertThat(folder.resolve("out/" + gone)).doesNotExist();
        }
        assertThat(page("year").select("footer").text()).doesNotContain("台账", "全站数据");
    }

    private void branch(String id, String fields) {
        String unit = fields.contains("unit:") ? "" : "unit: 长江委\nhonours: 未载\n";
        site.entry("branch/" + id, fields(id, unit + fields.strip()), BODY);
    }

    private static String fields(String id, String own) {
        return "title: 支部 " + id + "\nsummary: 这是一篇写来试看板的条目，除了试验没有别的用处\nauthors: [本站编写]\n"
                + "access: public-intranet\nname: " + id + "\norg_level: 党支部\n"
                + (own.contains("members:") ? "" : "members: 未载\n") + own;
    }

    private void set(String lines) throws IOException {
        Path file = folder.resolve("site/site-config/jbake.properties");
        Files.writeString(file, Files.readString(file) + lines);
    }

    private void build() {
        Run run = Run.of(List.of(
                "build",
                "--site",
                folder.resolve("site").toString(),
                "--out",
                folder.resolve("out").toString()));
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private Document page(String name) throws IOException {
        return Jsoup.parse(folder.resolve("out/" + name + "/index.html").toFile(), "UTF-8");
    }
}
