package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

/** The repository's own content, baked: what a reader would open. */
class RealSiteTest {
    @TempDir
    static Path folder;

    private static Path site;
    private static Run said;

    @BeforeAll
    static void bake() {
        site = folder.resolve("site");
        said = Run.of(List.of("build", "--site", ".", "--out", site.toString(), "--strict"));
    }

    @Test
    void itIsBakedWithoutErrorOrWarning() {
        assertThat(said.err()).isEmpty();
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("站点已生成（2026-11-23）", "错误 0，警告 0", "打开：file://");
    }

    @Test
    void thereAreAtLeastThirtyTrueEntriesInChinese() throws IOException {
        long samples = entries()
                .filter(page -> page.text().contains("本条是虚构的示例")
                        || !page.select("h1 .sample, .dateline .sample").isEmpty())
                .count();
        assertThat(entries().count() - samples).isGreaterThanOrEqualTo(30);
        assertThat(Files.readString(site.resolve("role-model/zheng-shouren/index.html")))
                .contains("郑守仁", "编者说明");
    }

    @Test
    void aPostWithoutAnEndIsNotSaidToGoOnAndKeysStandApart() throws IOException {
        Document page =
                Jsoup.parse(site.resolve("role-model/zheng-shouren/index.html").toFile(), "UTF-8");
        assertThat(page.select("#s-posts td.until").eachText()).containsOnly("1994-02—2017");
        assertThat(page.select("#s-timeline li").eachText()).anyMatch(text -> text.startsWith("2003 任科技委主任委员"));
        assertThat(page.select(".body p").first().text())
                .containsPattern("[A-C]\\d [A-C]\\d")
                .doesNotContainPattern("[A-C]\\d[A-C]");
        assertThat(page.text()).doesNotContain("校勘", "编者注");
    }

    @Test
    void feedsAndDataAreExplainedBeforeTheyAreOpened() throws IOException {
        Document home = Jsoup.parse(site.resolve("index.html").toFile(), "UTF-8");
        assertThat(home.select(".foot a:contains(更新订阅), .foot a:contains(全站数据)").eachAttr("href"))
                .containsExactly("map/index.html#feeds", "map/index.html#data");
        Document map = Jsoup.parse(site.resolve("map/index.html").toFile(), "UTF-8");
        assertThat(map.select("#feeds .hint").text()).contains("订阅器", "Atom");
        assertThat(map.select("#feeds a[href=../feed.xml], #data a[href=../data/site.json]"))
                .hasSize(2);
        assertThat(Files.readString(site.resolve("work-method/feed.xml")))
                .contains("<?xml-stylesheet type=\"text/css\" href=\"../feed.css\"?>", "<subtitle>");
        assertThat(site.resolve("feed.css")).exists();
    }

    @Test
    void everyLinkLeadsToAFileOfTheSiteAndNamesIt() {
        Set<String> faults = new TreeSet<>();
        pages().forEach(page -> links(page).forEach(link -> {
            String fault = fault(page, link);
            if (!fault.isEmpty()) {
                faults.add(site.relativize(page) + ": " + link + " " + fault);
            }
        }));
        assertThat(faults).isEmpty();
    }

    @Test
    void everyAnchorIsThere() {
        Set<String> faults = new TreeSet<>();
        pages().forEach(page -> links(page)
                .filter(link -> link.contains("#") && !link.contains(":"))
                .forEach(link -> {
                    Path target = link.startsWith("#") ? page : resolved(page, link);
                    String anchor = decoded(link.substring(link.indexOf('#') + 1));
                    if (target.toString().endsWith(".html") && parsed(target).getElementById(anchor) == null) {
                        faults.add(site.relativize(page) + ": " + link);
                    }
                }));
        assertThat(faults).isEmpty();
    }

    @Test
    void everyPageIsReachedFromTheHomePage() {
        Set<Path> reached = new TreeSet<>(Set.of(site.resolve("index.html")));
        List<Path> next = new ArrayList<>(reached);
        while (!next.isEmpty()) {
            Path page = next.remove(next.size() - 1);
            links(page)
                    .filter(link -> !link.matches("(?i)#.*|[a-z][a-z0-9+.-]*:.*"))
                    .map(link -> resolved(page, link))
                    .forEach(target -> {
                        if (target.toString().endsWith(".html") && reached.add(target)) {
                            next.add(target);
                        }
                    });
        }
        assertThat(pages().filter(page -> !reached.contains(page)).map(site::relativize))
                .as("but for what answers an address that was left")
                .containsExactly(
                        Path.of("404.html"),
                        Path.of("tags/示例旧标签/index.html"),
                        Path.of("unit/changban/index.html"),
                        Path.of("unit/sample-yi-jiu/index.html"));
    }

    @Test
    void noPageAsksAnotherHostForAnything() {
        Set<String> faults = new TreeSet<>();
        pages().forEach(page -> parsed(page)
                .select("[src], link[href], form[action]")
                .forEach(element -> {
                    String target = element.hasAttr("src")
                            ? element.attr("src")
                            : element.attr("href") + element.attr("action");
                    if (target.matches("(?i)([a-z][a-z0-9+.-]*:)?//.*")) {
                        faults.add(site.relativize(page) + ": " + element);
                    }
                }));
        assertThat(faults).isEmpty();
    }

    @Test
    void everyPageHasOneTitleOneHeadingUniqueIdsAndNoInlineStyleOrScript() {
        List<String> faults = new ArrayList<>();
        pages().forEach(file -> {
            Document page = parsed(file);
            String name = site.relativize(file).toString();
            if (page.select("h1").size() != 1
                    || page.title().isBlank()
                    || !page.select("html[lang=zh-CN]").hasAttr("lang")) {
                faults.add(name + ": title, h1 or lang");
            }
            Set<String> ids = new HashSet<>();
            page.select("[id]").eachAttr("id").stream()
                    .filter(id -> !ids.add(id))
                    .forEach(id -> faults.add(name + ": id " + id + " twice"));
            page.select("[style], style, script:not([src]), [onclick], [onload]")
                    .forEach(inline -> faults.add(name + ": " + inline));
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void bothEndsOfARelationAreThere() {
        assertThat(parsed(site.resolve("work-method/sanzhua-sibi/index.html"))
                        .select("a[href$=branch/yubing/index.html]"))
                .isNotEmpty();
        assertThat(parsed(site.resolve("branch/yubing/index.html"))
                        .select("a[href$=work-method/sanzhua-sibi/index.html]"))
                .isNotEmpty();
    }

    @Test
    void samplesCarryABadgeAndStayOutOfTheCounts() throws IOException {
        Document home = parsed(site.resolve("index.html"));
        assertThat(home.select("a[href*=sample]")).isEmpty();
        try (Stream<Path> methods = Files.list(Path.of("content/work-method"))) {
            long real = methods.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !name.startsWith("sample-"))
                    .count();
            assertThat(said.out()).contains("支部工作法 " + real + " 条（另有示例 2）");
        }
        pages().filter(page -> page.toString().contains("/sample-"))
                .forEach(page -> assertThat(parsed(page).select("main").text())
                        .as(page.toString())
                        .contains("示例"));
    }

    @Test
    void feedsAreAtomWithIdsAndDatesButNoHost() throws Exception {
        for (String name : List.of("feed.xml", "work-method/feed.xml", "branch/feed.xml", "role-model/feed.xml")) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var feed = factory.newDocumentBuilder()
                    .parse(site.resolve(name).toFile())
                    .getDocumentElement();
            assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
            NodeList entries = feed.getElementsByTagName("entry");
            NodeList ids = feed.getElementsByTagName("id");
            assertThat(entries.getLength()).as(name).isPositive();
            assertThat(ids.getLength()).as(name).isEqualTo(entries.getLength() + 1);
            Set<String> unique = new HashSet<>();
            for (int i = 0; i < ids.getLength(); i++) {
                assertThat(ids.item(i).getTextContent()).startsWith("tag:");
                unique.add(ids.item(i).getTextContent());
            }
            assertThat(unique).hasSize(ids.getLength());
            assertThat(feed.getElementsByTagName("updated").getLength()).isEqualTo(entries.getLength() + 1);
        }
        assertThat(site.resolve("sitemap.xml")).doesNotExist();
    }

    @Test
    void withoutSamplesItIsBakedToo() throws IOException {
        Path other = folder.resolve("other");
        for (String part : List.of("content", "site-config", "templates")) {
            Copy.of(Path.of(part), other.resolve(part));
        }
        Path settings = other.resolve("site-config/jbake.properties");
        Files.writeString(settings, Files.readString(settings) + "samples.show=false\n");
        Run run = Run.of(List.of(
                "build",
                "--site",
                other.toString(),
                "--out",
                folder.resolve("true").toString()));
        assertThat(run.err()).isEmpty();
        assertThat(parsed(folder.resolve("true/statistics/index.html")).select("#samples"))
                .isEmpty();
        assertThat(folder.resolve("true/work-method/sample-yibao/index.html")).exists();
    }

    @Test
    void pagesOfAListFollowEachOther() {
        Document first = parsed(site.resolve("work-method/index.html"));
        Document second = parsed(site.resolve("work-method/2/index.html"));
        assertThat(first.select("a[href$=work-method/2/index.html]")).isNotEmpty();
        assertThat(second.select("a[href$=work-method/index.html]")).isNotEmpty();
    }

    @Test
    void whatIsRegisteredAndHasNoEntrySaysSoOnItsPage() {
        for (String path : List.of("tags/政治巡察", "tags/长江经济带", "honour/shuili-xianfeng", "unit/cjw-shangyou")) {
            Document page = parsed(site.resolve(path + "/index.html"));
            assertThat(page.select(".head p").text()).as(path).isEqualTo("共 0 条");
            assertThat(page.select("main").text()).as(path).contains("暂无条目。");
        }
        assertThat(parsed(site.resolve("tags/index.html")).select(".letters a").eachText())
                .contains("政治巡察", "长江经济带", "生态文明", "两个责任");
        assertThat(parsed(site.resolve("unit/index.html")).select(".tree a").eachText())
                .contains("长江委水文局", "水文上游局");
    }

    @Test
    void tagsAndUnitsStandUnderTheirLetters() {
        Document tags = parsed(site.resolve("tags/index.html"));
        assertThat(tags.select("#letter-C li a").text()).isEqualTo("长江大保护 长江经济带 倡议书");
        assertThat(tags.select("#letter-Z li a").eachText())
                .startsWith("责任闭环", "责任清单", "郑守仁")
                .endsWith("组织设置");
        assertThat(tags.select(".az a").eachText())
                .isEqualTo(tags.select(".letters h2").eachText());
        assertThat(tags.select(".az li")).hasSize(26);
        assertThat(tags.select(".letters li:not(.see)").stream()
                        .filter(item -> !item.select(".num").text().equals("0")))
                .hasSameSizeAs(tags.select(".cloud li"));
        assertThat(tags.select("#letter-D .see").eachText()).contains("党建品牌 见 支部品牌");
        assertThat(tags.select("#letter-Z li").eachText()).anyMatch(item -> item.matches("支部品牌.* 又称党建品牌"));
        assertThat(parsed(site.resolve("unit/index.html"))
                        .select("#letter-C li a")
                        .eachText())
                .contains("长江水利委员会");
    }

    @Test
    void picturesSayHowLargeTheyAreAndOfferNarrowerOnes() throws IOException {
        Document page = parsed(site.resolve("work-method/sample-yibao/index.html"));
        Element photograph = page.select("figure img").get(0);
        assertThat(photograph.outerHtml())
                .isEqualTo("<img src=\"sample-yibao/cezhan.jpg\" alt=\"江边的示例测站：桩上的小屋、立在水里的水尺和过江的缆道\""
                        + " width=\"1680\" height=\"1050\""
                        + " srcset=\"sample-yibao/cezhan@480.jpg 480w, sample-yibao/cezhan@960.jpg 960w, sample-yibao/cezhan@1440.jpg 1440w\""
                        + " sizes=\"(max-width: 700px) 100vw, 680px\" decoding=\"async\">");
        assertThat(page.select("figure figcaption").get(0).text()).isEqualTo("示例测站，本站绘制");
        assertThat(page.select("main img").eachAttr("loading")).containsExactly("lazy", "lazy");
        Path folder = site.resolve("work-method/sample-yibao/sample-yibao");
        assertThat(Files.size(folder.resolve("cezhan@480.jpg"))).isLessThan(40_000);
        assertThat(Files.size(folder.resolve("liangka@960.png")))
                .isLessThanOrEqualTo(Files.size(folder.resolve("liangka.png")));
        pages().forEach(file -> assertThat(parsed(file).select("img:not([width]), img:not([alt])"))
                .as(file.toString())
                .isEmpty());
    }

    @Test
    void attachmentsSayWhatTheyAreAndHowLarge() {
        assertThat(parsed(site.resolve("activity/sample-jiaoliu-ri/index.html"))
                        .select("#s-files li")
                        .eachText())
                .containsExactly("示例清单模板 Word 文档，2 KB", "示例清单互改记录 CSV 表格，1 KB", "示例联学议程 PDF，2 KB");
    }

    @Test
    void stepsAreNumberedOnlyWhereTheSectionsAreThoseOfTheName() {
        assertThat(parsed(site.resolve("work-method/san-pingtai/index.html")).select("body.stepped"))
                .hasSize(1);
        for (String other : List.of("sanzhua-sibi", "jiceng-lianxidian", "zhiliang-pinggu")) {
            assertThat(parsed(site.resolve("work-method/" + other + "/index.html"))
                            .select("body.stepped"))
                    .as(other)
                    .isEmpty();
        }
    }

    @Test
    void termsAreLookedUpByPinyinAndByStrokes() {
        Document pinyin = parsed(site.resolve("glossary/index.html"));
        assertThat(pinyin.select("#letter-S a").eachText()).contains("三亮", "四增强", "施工员");
        assertThat(pinyin.select("#letter-L .see").eachText()).contains("亮职责 见 三亮");
        assertThat(pinyin.select(".az span").eachText()).contains("A").doesNotContain("S");
        Document strokes = parsed(site.resolve("glossary/strokes/index.html"));
        assertThat(strokes.select("#letter-2 a").eachText()).containsExactly("七个一");
        assertThat(strokes.select(".az li").eachText()).startsWith("1", "2", "3");
    }

    @Test
    void aBranchShowsItsPowersOnceOneOfThemHasAnEntry() throws IOException {
        assertThat(parsed(site.resolve("branch/sample-jia-zhibu/index.html"))
                        .select("#s-capabilities h3")
                        .eachText())
                .containsExactly("学习力", "组织力", "创新力", "发展力");
        assertThat(parsed(site.resolve("branch/yubing/index.html")).select("#s-capabilities, a[href=#s-capabilities]"))
                .isEmpty();
    }

    @Test
    void aListSaysByWhatItIsOrdered() {
        Document people = parsed(site.resolve("role-model/index.html"));
        assertThat(people.select(".head p").text()).endsWith("按姓氏笔画排序");
        assertThat(people.select(".rows h2 a").eachText())
                .containsExactly("王化云", "文伏波", "示例测验班组", "李仪祉", "余元君", "林一山", "郑守仁", "潘家铮");
        Document branches = parsed(site.resolve("branch/index.html"));
        assertThat(branches.select(".head p").text()).endsWith("按拼音排序");
        assertThat(branches.select(".rows h2 a").eachText())
                .startsWith("安徽宣城水文勘测队党支部", "白水县林皋水库除险加固项目建设临时党支部")
                .containsSubsequence("长江水产研究所鱼病党支部", "长江委防御局党支部", "长科院服务中心党支部", "东明黄河河务局机关第一党支部");
        assertThat(parsed(site.resolve("branch/2/index.html"))
                        .select(".rows h2 a")
                        .eachText())
                .containsSubsequence("武汉大学科发院第一党支部", "郑州水文局党支部");
        assertThat(parsed(site.resolve("work-method/index.html"))
                        .select(".head p")
                        .text())
                .doesNotContain("排序");
    }

    private static Stream<Document> entries() {
        return pages().filter(page -> site.relativize(page)
                        .toString()
                        .matches("(work-method|branch|role-model)/[a-z][a-z0-9-]*/index\\.html"))
                .map(RealSiteTest::parsed);
    }

    private static Stream<Path> pages() {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Document parsed(Path page) {
        try {
            return Jsoup.parse(page.toFile(), "UTF-8");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> links(Path page) {
        List<String> links = new ArrayList<>();
        for (Element element : parsed(page).select("[href], [src]")) {
            links.add(element.hasAttr("href") ? element.attr("href") : element.attr("src"));
        }
        return links.stream();
    }

    private static String fault(Path page, String link) {
        if (link.isEmpty()) {
            return "is empty";
        }
        if (link.startsWith("#") || link.matches("(?i)(https?|mailto):.*")) {
            return "";
        }
        if (link.startsWith("/") || link.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
            return "is absolute";
        }
        if (link.replaceAll("[?#].*", "").endsWith("/")) {
            return "is a folder";
        }
        return Files.isRegularFile(resolved(page, link)) ? "" : "is dead";
    }

    private static Path resolved(Path page, String link) {
        URI relative = URI.create(link.replaceAll("[?#].*", ""));
        return page.getParent().resolve(decoded(relative.getRawPath())).normalize();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
