package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a reader comes to a number of entries, it is the same: facets, lists of words, their indexes, front page and boards. */
class OneNumberTest {
    private static final Pattern TOTAL = Pattern.compile("共 (\\d+) 条(（.*?）)?(，另有示例 (\\d+) 条)?.*");
    private static final Pattern NUMBER = Pattern.compile("(\\d+)?(＋?示例 (\\d+))?");
    /** Groups of the search and where the pages of their values stand. */
    private static final Map<String, String> PAGES = Map.of(
            "type", "",
            "unit", "unit/",
            "unit-kind", "unit-kind/",
            "org-level", "org-level/",
            "year", "year/",
            "honour", "honour/",
            "mechanism", "mechanism/",
            "problem", "problem/",
            "scene", "scene/",
            "tag", "tags/");

    @TempDir
    Path folder;

    @Test
    void onTheRepositorysOwnSite() throws IOException {
        holds(Path.of(""));
    }

    @Test
    void onASmallSiteWhereEntriesCountUnderSeveral() throws IOException {
        SmallSite site = SmallSite.ofOurPages(folder.resolve("small"));
        String every = "summary: 这是一篇写来试数目的条目，除了试验没有别的用处\nauthors: [本站编写]\naccess: public-intranet\n";
        String branch = every + "org_level: 党支部\nmembers: {total: 9, as_of: 2026}\nunit: 武汉大学\nunit_kind: 事业单位\n";
        String branchBody = "## 支部概况\n\n甲。\n\n## 特色做法\n\n乙。\n\n## 工作成效\n\n丙 1 次。\n";
        site.entry("branch/jia", branch + "name: 甲支部\nhonours: [{honour: 红旗党支部, year: 2017}]\nyears: 未载\n", branchBody);
        site.entry(
                "branch/bing",
                every + "name: 丙总支\nunit: 长江委\norg_level: 党总支\nmembers: {total: 9, as_of: 2026}\nhonours: 未载\n",
                branchBody);
        site.entry(
                "work-method/method",
                every
                        + "unit: 长江委\nmethod_name: 乙法\ngloss: [{term: 乙, meaning: 乙}]\nbranch: 未载\nproblem: [制度落实]\nscene: [防汛]\n"
                        + "mechanism: [政治引领, 学用结合]\nplatform: [建功]\nstarted: 未载\nyears: [2024, 2025]\ntags: [三亮]\n"
                        + "applies_to: {unit_kind: [企业], org_level: [党总支]}\n",
                "## 背景\n\n甲。\n\n## 做法\n\n乙。\n\n## 成效\n\n丙 1 次。\n");
        site.entry(
                "collection/ding",
                every + "unit: 长江委\norder_mode: 手工\nquery: {mechanism: 学用结合}\nyears: 未载\nproblem: [灯下黑]\n",
                "甲。");
        site.entry(
                "report/made-up",
                every
                        + "unit: 示例单位甲（机关）\nsample: true\nkind: 调研报告\nissuer: 甲处\ndate: 2024\ntext_status: 摘要\nmechanism: [政治引领]\nproblem: [制度落实]\n",
                "甲。");
        Document home = Jsoup.parse(holds(folder.resolve("small")).resolve("index.html"));
        assertThat(home.select(".squares th")
                        .last()
                        .parents()
                        .select("table")
                        .select("thead th.n")
                        .text())
                .isEqualTo("共 1 条");
        assertThat(home.select("section:has(.squares) .hint").text()).contains("属几个机制的各行都计，合计只计一次");
    }

    @Test
    void anEntryThatTookItsYearFromNowhereStandsUnderNone() throws IOException {
        Path site = baked(Path.of(""));
        assertThat(Jsoup.parse(site.resolve("year/index.html"))
                        .select(".years li")
                        .last()
                        .text())
                .matches("年份未载 \\d+");
        List<String> without = withoutYear();
        assertThat(without).contains("党支部建设三年提升计划");
        assertThat(Jsoup.parse(site.resolve("year/2021/index.html"))
                        .select(".rows h2")
                        .eachText())
                .contains("长江委建立“不忘初心、牢记使命”长效机制研究", "安徽宣城水文勘测队党支部")
                .doesNotContainAnyElementsOf(without);
    }

    @Test
    void theCoverageHeadingCountsWhatItsRowsCount() throws IOException {
        Document page = Jsoup.parse(baked(Path.of("")).resolve("full-coverage/index.html"));
        for (Element part : page.select("section.part")) {
            String total = part.select("h2 .num").text().replaceAll("\\D", "");
            part.select("tbody tr")
                    .forEach(row -> assertThat(row.select("td.n").stream()
                                    .limit(4)
                                    .mapToInt(cell -> Integer.parseInt(cell.text()))
                                    .sum())
                            .as(row.text())
                            .isEqualTo(Integer.parseInt(total)));
        }
    }

    private Path baked(Path root) throws IOException {
        Path site = folder.resolve("site");
        Run run = Run.of(List.of(
                "build", "--site", root.toString().isEmpty() ? "." : root.toString(), "--out", site.toString()));
        assertThat(run.exit()).as(run.err()).isZero();
        return site;
    }

    private Path holds(Path root) throws IOException {
        Path site = baked(root);
        Map<String, String> facets = facets(site);
        Map<String, String> pages = new TreeMap<>();
        for (String value : facets.keySet()) {
            String group = value.substring(0, value.indexOf('/'));
            Path page = site.resolve(PAGES.get(group) + value.substring(group.length() + 1))
                    .resolve("index.html");
            pages.put(value, total(page));
        }
        assertThat(pages).isEqualTo(facets);
        for (String index : List.of(
                "unit", "unit-kind", "org-level", "year", "honour", "mechanism", "tags", "platform", "problem")) {
            Map<String, String> told = numbers(site, index);
            Map<String, String> own = new TreeMap<>();
            for (String uri : told.keySet()) {
                own.put(uri, total(site.resolve(uri)));
            }
            assertThat(own).as(index).isNotEmpty().isEqualTo(told);
        }
        Document home = Jsoup.parse(site.resolve("index.html"));
        for (String rows : List.of(".squares tbody tr", "section:has(h2:contains(三平台)) .parted li")) {
            for (Element row : home.select(rows)) {
                Element link = row.selectFirst("a");
                String all = link == null
                        ? "0"
                        : total(site.resolve(link.attr("href"))).replaceAll("\\+.*", "");
                assertThat(row.select(".num b, td.n b").text()).as(row.text()).isEqualTo(all);
            }
        }
        return site;
    }

    /** The titles of the entries of this site that say of no year what they are about. */
    private static List<String> withoutYear() throws IOException {
        List<String> titles = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("content"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".md")).toList()) {
                List<String> lines = Files.readAllLines(file);
                if (lines.contains("years: 未载")) {
                    lines.stream()
                            .filter(line -> line.startsWith("title: "))
                            .findFirst()
                            .ifPresent(line -> titles.add(line.substring("title: ".length())));
                }
            }
        }
        return titles;
    }

    /** {@code group/key} to how many true entries and how many made-up ones; tags by their names, as their pages are. */
    private static Map<String, String> facets(Path site) throws IOException {
        Map<String, String> facets = new TreeMap<>();
        try (Chromium chromium = new Chromium(site)) {
            Page page = chromium.page();
            page.navigate(chromium.http("search/index.html"));
            List<?> told = (List<?>) page.evaluate("""
                    () => zhibuReader.load().then(engine => engine.groups()).then(groups => [].concat(...groups.map(group =>
                        group.values.map(one => group.key + '/' + (group.key === 'tag' ? one.label : one.key) + ' ' + one.count + '+' + one.samples))))""");
            told.forEach(line -> facets.put(
                    line.toString().replaceAll(" [^ ]*$", ""), line.toString().replaceAll("^.* ", "")));
        }
        return facets;
    }

    /** As {@code true+made-up}. */
    private static String total(Path page) throws IOException {
        Matcher total = TOTAL.matcher(Jsoup.parse(page).select(".head p").text());
        assertThat(total.matches()).as(page.toString()).isTrue();
        return total.group(1) + "+" + (total.group(4) == null ? "0" : total.group(4));
    }

    /** Of an index: the page of each word and the number beside it. */
    private static Map<String, String> numbers(Path site, String index) throws IOException {
        Map<String, String> numbers = new TreeMap<>();
        List<Element> rows = new ArrayList<>(
                Jsoup.parse(site.resolve(index + "/index.html")).select(".tree li, .years li, .cloud li"));
        for (Element row : rows) {
            Element link = child(row, "a");
            Element number = child(row, "span.num");
            if (link == null || number == null) {
                continue;
            }
            Matcher told = NUMBER.matcher(number.text().replace(" ＋", "＋"));
            assertThat(told.matches()).as(number.text()).isTrue();
            String uri =
                    URLDecoder.decode(link.attr("href").replace("../", "").replace("+", "%2B"), StandardCharsets.UTF_8);
            numbers.put(
                    uri,
                    (told.group(1) == null ? "0" : told.group(1)) + "+"
                            + (told.group(3) == null ? "0" : told.group(3)));
        }
        return numbers;
    }

    private static Element child(Element row, String query) {
        return row.children().stream().filter(one -> one.is(query)).findFirst().orElse(null);
    }
}
