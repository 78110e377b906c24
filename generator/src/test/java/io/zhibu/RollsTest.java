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

/** What a reader finds on the pages that put forward and on those that lead from one entry to the next. */
class RollsTest {
    private static final String EVERY = "summary: 这是一篇写来试各种榜的条目，除了试验没有别的用处\nauthors: [本站编写]\naccess: public-intranet\n";
    private static final String BRANCH = EVERY + "org_level: 党支部\nmembers: {total: 9, as_of: 2026}\n";
    private static final String MADE_UP = "unit: 示例单位甲（机关）\nsample: true\n";

    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurPages(folder.resolve("site"));
        branch("first", "unit: 长江委\nhonours: [{honour: 红旗党支部, year: 2017}]\nunit_kind: 机关\n");
        branch("other", "unit: 武汉大学\nhonours: [{honour: “四强”党支部, year: 2019}]\npilot: true\n");
        branch("made-up", MADE_UP + "honours: [{honour: 红旗党支部, year: 2020}]\nbrand: {name: 一盏灯, meaning: 值班}\n");
    }

    @Test
    void yearsByHonoursHaveADashWhereNobodyWasGivenAnything() throws IOException {
        method("jia", "branch: first\ntitle: 甲法\nmethod_name: 甲法\n");
        build();

        Document roll = page("honour-roll");
        assertThat(roll.select(".head p").text()).isEqualTo("收录 2 项次；示例 1 项次");
        assertThat(roll.select("#entries tr").eachText())
                .containsExactly(
                        "年份 红旗党支部 湖北省直机关工委 “四强”党支部 水利部", "2019 — 支部 other 武汉大学", "2017 支部 first 长江水利委员会 法 甲法 —");
        assertThat(roll.select("#samples tr").eachText())
                .containsExactly("年份 红旗党支部 湖北省直机关工委", "2020 支部 made-up 示例单位甲（机关）");
        assertThat(roll.select("main dt").eachText()).contains("水利先锋党支部").doesNotContain("红旗党支部");
        assertThat(page("pilots").select("#entries tbody tr").text()).isEqualTo("支部 other 武汉大学 试点中");
        assertThat(page("brands").select("#samples li").text()).isEqualTo("一盏灯 支部 made-up 内涵 值班 缺：标识、载体、影响");
        assertThat(page("brands").select("#entries").text()).contains("收录 0 个").doesNotContain("一盏灯");
    }

    @Test
    void branchesAndPeopleStandSideBySide() throws IOException {
        build();
        Document board = page("exemplars");
        assertThat(board.select(".head p").text()).isEqualTo("收录 2 条；示例 1 条");
        assertThat(board.select("#entries h3").eachText()).containsExactly("组织 2 条", "个人 0 条");
        assertThat(board.select("#entries section:first-child li").eachText())
                .containsExactlyInAnyOrder("支部 first 长江水利委员会 荣 红旗党支部 2017", "支部 other 武汉大学 荣 “四强”党支部 2019");
        assertThat(board.select("#entries section:last-child").text()).isEqualTo("个人 0 条 暂无。");
        assertThat(board.select("#samples li").eachText()).containsExactly("支部 made-up 示例单位甲（机关） 荣 红旗党支部 2020");
    }

    @Test
    void whatIsMadeUpIsCountedNowhereWhereItIsNotShown() throws IOException {
        site.entry(
                "term/under-review", EVERY + MADE_UP + "title: 在审的\nterm: 在审\nstate: 待补\nstatus: first-review", "说明。");
        build();
        assertThat(page("progress").select("#samples tbody tr").text()).isEqualTo("示例单位甲（机关） 1 — 1 — — — 1 —");
        assertThat(page("reviewing").select("#samples tbody tr").eachText())
                .containsExactly("支部 — — — — — 1", "词条 1 — — — — —");

        Path settings = folder.resolve("site/site-config/jbake.properties");
        Files.writeString(settings, Files.readString(settings) + "samples.show=false\n");
        build();
        for (String board : List.of("progress", "reviewing", "honour-roll", "brands", "duties", "calendar")) {
            assertThat(page(board).select("#samples")).as(board).isEmpty();
        }
    }

    @Test
    void aDutyThatWasLateTellsWhatWasDoneAboutIt() throws IOException {
        method("told", "method_name: told\nbranch: first\ndue: 2026-10-01\nhandling: 已提醒承办部门\n");
        method("silent", "method_name: silent\nbranch: first\ndue: 2026-10-02\n");
        method(
                "late",
                "method_name: late\nbranch: first\ndue: 2026-09-01\ndone: 2026-09-09\nhandling: 已约谈\nrechecked: 2026-09-20\n");
        method("unseen", "method_name: unseen\nbranch: first\ndue: 2026-09-02\ndone: 2026-09-09\nhandling: 已约谈\n");
        method("good", "method_name: good\nbranch: first\ndue: 2026-09-03\ndone: 2026-09-01\n");
        build();

        Document board = page("duties");
        assertThat(board.select("#entries-over + ol li small:nth-of-type(2)").eachText())
                .containsExactly("处置：已提醒承办部门", "处置：没有写");
        assertThat(board.select("#entries-done + ol li").eachText().stream()
                        .map(text -> text.replaceAll(".*\\d 办结", "")))
                .containsExactly("（过期办结） 处置：已约谈 复核：2026-09-20", "（过期办结） 处置：已约谈 复核：没有写", "");
    }

    @Test
    void aCellNamesFiveAndCountsTheRest() throws IOException {
        for (int n = 1; n <= 7; n++) {
            branch("crowd-" + n, "unit: 长江委\nhonours: [{honour: 红旗党支部, year: 2015}]\n");
        }
        build();

        assertThat(page("honour-roll")
                        .select("#entries tr:last-child td")
                        .first()
                        .text())
                .isEqualTo("支部 crowd-1 支部 crowd-2 支部 crowd-3 支部 crowd-4 支部 crowd-5 另有 2 条"
                        .replaceAll("crowd-\\d", "$0 长江水利委员会"));
    }

    @Test
    void moreHonoursThanAPageIsWideForAreListedYearByYear() throws IOException {
        List<String> honours = List.of("水利先锋党支部", "特色党支部", "先进基层党组织", "全国先进基层党组织");
        for (int n = 0; n < honours.size(); n++) {
            branch("more-" + n, "unit: 长江委\nhonours: [{honour: " + honours.get(n) + ", year: 2019}]\n");
        }
        build();

        Document roll = page("honour-roll");
        assertThat(roll.select("#entries table")).isEmpty();
        assertThat(roll.select("#entries h3").eachText()).containsExactly("2019", "2017");
        assertThat(roll.select("#entries .roll-year").last().text()).isEqualTo("2017 红旗党支部 支部 first 长江水利委员会");
        assertThat(roll.select("#entries .roll-year").first().select("dt").eachText())
                .containsExactly("水利先锋党支部", "特色党支部", "“四强”党支部", "先进基层党组织", "全国先进基层党组织");
    }

    @Test
    void aUnitsPageOpensWithItsCard() throws IOException {
        method("jia", "branch: first\ntitle: 甲法\nmethod_name: 甲法\n");
        build();

        Document card = page("unit/cjw");
        assertThat(card.select(".card .parted li").eachText()).containsExactly("工作法 1", "支部 1");
        assertThat(card.select(".card .parted a").eachAttr("href"))
                .containsExactly(
                        "../../search/index.html?unit=cjw&type=work-method",
                        "../../search/index.html?unit=cjw&type=branch");
        assertThat(card.select(".card .notes > div").eachText())
                .containsExactly(
                        "又称 长江委、长委、长江流域规划办公室、长办",
                        "类别 机关",
                        "设立 1950-02",
                        "下级单位 长江委水文局　长江科学院　长江勘测规划设计研究院　长江委防御局　长江委防办　长江委水土局　长江委财务局　长江委水政监察总队",
                        "2017 红旗党支部：支部 first");
        assertThat(page("unit/sample-jia").select(".card").text()).isEqualTo("支部 示例 1 类别 机关 2020 红旗党支部：支部 made-up");
    }

    @Test
    void theNewestOnTheFirstPageAreOfSeveralTypes() throws IOException {
        for (int n = 1; n <= 7; n++) {
            branch("late-" + n, "unit: 长江委\nhonours: 未载\npublished: 2026-03-0" + n + "\n");
        }
        method("jia", "branch: first\ntitle: 甲法\nmethod_name: 甲法\npublished: 2026-02-01\n");
        build();

        assertThat(page("").select(".hung .rows h3").eachText())
                .containsExactly("甲法", "支部 first", "支部 other", "支部 late-7", "支部 late-6", "支部 late-5");
    }

    @Test
    void theWordOfAMechanismTellsItsEntriesApartByTheKindOfTheirUnit() throws IOException {
        build();

        Document level = page("org-level/branch");
        assertThat(level.select("nav[aria-label=按单位类别] li").eachText())
                .containsExactly("按单位类别", "机关 1＋示例 1", "事业单位 0", "企业 0", "未注明类别 1");
        assertThat(level.select("nav[aria-label=按单位类别] a").eachAttr("href"))
                .containsExactly("../../org-level/branch/organ/index.html", "../../org-level/branch/none/index.html");
        assertThat(page("org-level/branch/none").select(".rows h2").eachText()).containsExactly("支部 other");
        assertThat(page("org-level/branch/none").select(".crumbs").text()).isEqualTo("首页 组织层级 党支部 党支部：未注明类别");
    }

    @Test
    void aReaderEntersByWhoTheyAreAndFindsWhatToStudy() throws IOException {
        site.entry("page/how-to", "title: 怎样写\nunit: 长江委\naccess: public-intranet\naudience: [施工员]", "写。");
        site.entry("study/must", EVERY + "title: 必学\nunit: 长江委\nform: 中心组\ntrack: 规定\naudience: [施工员]", "学。");
        build();

        assertThat(page("").select("main a[href$=audience/shigongyuan/index.html]")
                        .parents()
                        .get(1)
                        .text())
                .isEqualTo("施工员 支部书记：写本支部 找相似的做法 主题党日日历");
        Document reader = page("audience/shigongyuan");
        assertThat(reader.select("main .hint").eachText()).contains("来做什么：写本支部；是谁：支部书记。", "先看：怎样写。");
        assertThat(reader.select(".part .notes").text()).isEqualTo("规定 必学");
        assertThat(reader.select("nav[aria-label=看板] a").eachText())
                .contains("主题党日日历")
                .doesNotContain("品牌墙");
        assertThat(page("branch").select("nav[aria-label=看板] a").eachText())
                .contains("荣誉榜", "典型榜")
                .doesNotContain("联系点对照表");
    }

    @Test
    void aPageOfACollectionLeadsToTheNextAndAReprintSaysWhoseItIs() throws IOException {
        site.entry(
                "report/reprint",
                EVERY + "title: 转来的\nunit: 长江委\nkind: 经验材料\nissuer: 某处\ndate: 2025\ntext_status: 摘要\n"
                        + "source: {kind: 转载, title: 原题, publisher: 某报, url: 'http://www.example.com/', date: 2025}\n"
                        + "copyright: 经同意转载。",
                "正文。");
        site.entry("collection/both", EVERY + "title: 专题甲\nunit: 长江委\norder_mode: 手工\nitems: [first, reprint]", "说明。");
        build();

        assertThat(page("collection/both").select("#s-collected li a").eachText())
                .containsExactly("支部 first", "转来的");
        assertThat(page("collection/both").select("#s-relations")).isEmpty();
        assertThat(page("report/reprint").select(".within").text()).isEqualTo("专题《专题甲》第 2 篇，共 2 篇 专题上一篇 支部 first");
        assertThat(page("report/reprint").select(".reprint").text())
                .isEqualTo("转载声明：本文转载自 某报《原题》（2025），版权归原作者和原发布者，不代表本站另有授权。经同意转载。");
        assertThat(page("branch/first").select(".reprint")).isEmpty();
    }

    private void method(String id, String fields) {
        site.entry(
                "work-method/" + id,
                EVERY + "unit: 长江委\ngloss: 未载\nproblem: 未载\nscene: 未载\nmechanism: 未载\nstarted: 未载\n" + fields.strip(),
                "## 背景\n\n## 做法\n\n## 成效\n\n## 启示");
    }

    private void branch(String id, String fields) {
        site.entry(
                "branch/" + id,
                BRANCH + "title: 支部 " + id + "\nname: " + id + "\n" + fields.strip(),
                "## 支部概况\n\n## 特色做法\n\n## 工作成效");
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
