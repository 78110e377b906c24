package io.zhibu;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader does with the search box and the search page of the repository's own site, in the system's Chromium. */
@DisabledIfSystemProperty(named = "reader", matches = "none", disabledReason = "已在另一个 JDK 上跑过，网页的字节相同")
class SearchPageTest {
    @TempDir
    static Path folder;

    private static Chromium chromium;

    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void bake() throws IOException {
        chromium = Chromium.onOwnSite(folder.resolve("site"));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @AfterEach
    void noScriptFailed() {
        chromium.withhold("-");
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "file"})
    void theBoxAnswersWhileOneTypesAndIsRunByKeys(String scheme) {
        Page page = open(at(scheme, "work-method/index.html"));
        page.keyboard().press("/");
        page.keyboard().type("郑守仁");
        Locator first = page.locator(".panel [role=option]").first();
        assertThat(first).containsText("郑守仁");
        assertThat(page.locator("#find-q")).hasAttribute("aria-expanded", "true");
        page.keyboard().press("ArrowDown");
        assertThat(first).hasAttribute("aria-selected", "true");
        assertThat(page.locator("#find-q")).hasAttribute("aria-activedescendant", "find-0");
        page.keyboard().press("Escape");
        assertThat(page.locator(".panel")).isHidden();
        page.keyboard().press("ArrowDown");
        assertThat(first).containsText("郑守仁");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/role-model/zheng-shouren/index\\.html$"));
        page.keyboard().press("Control+k");
        page.keyboard().type("主题党日+");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/search/index\\.html\\?q=.*%2B$"));
        assertThat(page.locator("#find-q")).hasValue("主题党日+");
        assertThat(page.locator(".hits li").first()).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "file"})
    void whatIsBegunIsFinishedByKeysInTheHeader(String scheme) {
        Page page = open(at(scheme, "work-method/index.html"));
        page.keyboard().press("/");
        page.keyboard().type("主题党");
        Locator first = page.locator(".panel [role=option]").first();
        assertThat(first).hasText("查 主题党日");
        page.keyboard().press("ArrowDown");
        assertThat(first).hasAttribute("aria-selected", "true");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/search/index\\.html\\?q=[^&]*"));
        assertThat(page.locator("#find-q")).hasValue("主题党日");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "file"})
    void whatIsBegunIsFinishedBelowTheBoxWithoutMovingTheHits(String scheme) {
        Page page = open(at(scheme, "search/index.html"));
        page.fill("#find-q", "主题");
        Locator words = page.locator(".endings a");
        assertThat(words.first()).hasText("主题党日");
        double below = page.locator(".count").boundingBox().y;
        page.locator("#find-q").press("ArrowDown");
        assertThat(words.first()).isFocused();
        page.keyboard().press("ArrowRight");
        assertThat(words.nth(1)).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".hits h2 a").first()).isFocused();
        page.keyboard().press("ArrowUp");
        assertThat(words.first()).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#find-q")).hasValue("主题党日");
        assertThat(page.locator("#find-q")).isFocused();
        assertThat(words).hasCount(0);
        assertThat(page.locator(".count").boundingBox().y).isEqualTo(below);
    }

    @Test
    void aHitLeadsToTheSectionThatMatched() {
        Page page = open(chromium.http("search/index.html?q=滚动会商"));
        Locator section = page.locator(".hits .in a").first();
        assertThat(section).hasText("到“防御长江洪水”一节");
        section.click();
        page.waitForURL(url -> url.contains("#"));
        assertThat(page.evaluate("document.getElementById(decodeURIComponent(location.hash.slice(1))).textContent")
                        .toString())
                .startsWith("防御长江洪水");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "file"})
    void wordsPinyinAndInitialsFindWithMarks(String scheme) {
        Page page = open(at(scheme, "search/index.html"));
        for (String typed : List.of("zhengshouren", "zsr", "郑守仁")) {
            page.fill("#find-q", typed);
            page.waitForURL(url ->
                    url.endsWith("=" + java.net.URLEncoder.encode(typed, java.nio.charset.StandardCharsets.UTF_8)));
            assertThat(page.locator(".hits h2").first()).hasText("郑守仁");
        }
        assertThat(page.locator(".hits h2 mark").first()).hasText("郑守仁");
        assertThat(page.locator(".hits .sum mark").first()).isVisible();
        assertThat(page.locator(".count")).containsText("条");
    }

    @Test
    void whatWasTakenOtherwiseIsToldWithAWayBack() {
        Page page = open(chromium.http("search/index.html?q=zhenshouren"));
        assertThat(page.locator(".messages")).containsText("（“郑守仁”）；仍照“zhenshouren”查");
        page.click("text=仍照");
        assertThat(page.locator(".count")).hasText("没有找到“zhenshouren”");
        page.fill("#find-q", "zhengshouren");
        assertThat(page.locator(".hits h2").first()).hasText("郑守仁");
        page.waitForURL(url -> !url.contains("literal"));
    }

    @Test
    void whatTheSiteDoesntWriteOfIsToldBeforeWhatHasLittleToDoWithIt() {
        Page page = open(chromium.http("search/index.html?q=量子纠缠管理"));
        assertThat(page.locator(".messages")).containsText("本站没有写到“量子纠缠”；知道的，请补一篇");
        assertThat(page.locator(".messages a").last()).hasAttribute("href", Pattern.compile("^\\.\\./.*index\\.html$"));
        assertThat(page.locator(".hits li").first()).isHidden();
        page.click("text=列出只沾一点边的");
        assertThat(page.locator(".hits h2 a").first()).isFocused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "file"})
    void thePageThatOpensMarksWhatWasAskedUntilEscape(String scheme) {
        Page page = open(at(scheme, "search/index.html?q=三亮"));
        page.locator(".hits h2 a").first().click();
        page.waitForURL(Pattern.compile(".*/index\\.html$"));
        assertThat(page.locator(".sought")).containsText("标出了问的话");
        assertThat(page.evaluate("[...CSS.highlights.get('found')].every(range => String(range) === '三亮')"))
                .isEqualTo(true);
        page.click(".sought button");
        assertThat(page.locator(".sought")).containsText("第 1 处");
        page.keyboard().press("Escape");
        assertThat(page.locator(".sought")).hasCount(0);
        assertThat(page.evaluate("CSS.highlights.has('found')")).isEqualTo(false);
    }

    @Test
    void anOldBrowserMarksThemToo() {
        Page page = chromium.page();
        page.onPageError(faults::add);
        page.addInitScript("delete window.Highlight");
        page.navigate(chromium.http("work-method/sanliang/index.html?m=三亮"));
        assertThat(page.locator(".text mark").first()).hasText("三亮");
        page.keyboard().press("Escape");
        assertThat(page.locator(".text mark")).hasCount(0);
    }

    @Test
    void whatAnotherSiteAddedToTheAddressIsNoFilter() {
        Page page = open(chromium.http("search/index.html?q=党员&from=singlemessage&type=branch&isappinstalled=0"));
        assertThat(page.locator(".hits li").first()).isVisible();
        assertThat(page.locator(".chosen .chip")).hasCount(1);
        assertThat(page.locator(".hits .at").first()).hasText("党支部");
        page.waitForURL(Pattern.compile(".*/search/index\\.html\\?q=[^&]*&type=branch$"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "file"})
    void whoAsksForATermReadsItsMeaningAboveTheHits(String scheme) {
        Page page = open(at(scheme, "search/index.html"));
        Locator answer = page.locator(".answer");
        page.fill("#find-q", "三亮");
        assertThat(answer.locator("a")).hasText("三亮");
        assertThat(answer.locator("span")).hasText(Pattern.compile("机关党员亮身份.*"));
        assertThat(answer.locator("a")).hasAttribute("href", Pattern.compile("term/sanliang-ci/index\\.html$"));
        page.fill("#find-q", "三亮 党员");
        assertThat(page.locator(".hits li").first()).isVisible();
        assertThat(answer).isHidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "file"})
    void filtersStandInTheAddressAndBackUndoesThem(String scheme) {
        Page page = open(at(scheme, "search/index.html"));
        page.fill("#find-q", "党员");
        assertThat(page.locator(".facets legend"))
                .hasText(new String[] {"类型", "单位", "单位类别", "组织层级", "年份", "荣誉", "机制", "解决的问题", "适用场景", "标签"});
        Locator type = page.locator(".facets fieldset").first().locator("label:visible");
        type.first().click();
        Locator chosen = page.locator(".facets input:checked");
        assertThat(chosen).hasCount(1);
        assertThat(page.locator(".chosen .chip")).hasCount(1);
        assertThat(page.url()).contains("type=");
        assertThat(chosen).isFocused();
        String number = type.first().locator(".num").textContent();
        assertThat(page.locator(".count")).containsText(number + " 条");
        type.nth(1).click();
        assertThat(chosen).hasCount(2);
        assertThat(page.locator(".count"))
                .containsText(sum(number, type.nth(1).locator(".num").textContent()) + " 条");
        page.goBack();
        assertThat(chosen).hasCount(1);
        page.reload();
        assertThat(chosen).hasCount(1);
        assertThat(page.locator("#find-q")).hasValue("党员");
        page.locator(".chosen .chip").click();
        assertThat(chosen).hasCount(0);
    }

    /** True ones and made-up ones apart, as “17＋示例 1”. */
    private static String sum(String one, String other) {
        int[] sums = {0, 0};
        for (String number : List.of(one, other)) {
            String[] parts = number.split("＋?示例 ", -1);
            sums[0] += parts[0].isEmpty() ? 0 : Integer.parseInt(parts[0]);
            sums[1] += parts.length == 1 ? 0 : Integer.parseInt(parts[1]);
        }
        return sums[0] + (sums[1] == 0 ? "" : "＋示例 " + sums[1]);
    }

    @Test
    void tenMoreAreAddedBelowWithoutOneTwice() {
        Page page = open(chromium.http("search/index.html"));
        Locator titles = page.locator(".hits h2 a");
        assertThat(titles).hasCount(10);
        List<String> before = titles.allTextContents();
        page.locator("text=再显示十条").click();
        assertThat(titles).hasCount(20);
        assertThat(titles.allTextContents()).startsWith(before.toArray(String[]::new));
        assertThat(new HashSet<>(
                        titles.evaluateAll("all => all.map(a => a.href)", null) instanceof List<?> all
                                ? all
                                : List.of()))
                .hasSize(20);
        page.locator("#find-q").press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(titles.nth(1)).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("#find-q")).isFocused();
    }

    @Test
    void nothingIsAskedWhileAnInputMethodComposes() {
        Page page = open(chromium.http("search/index.html"));
        assertThat(page.locator(".hits li").first()).isVisible();
        page.focus("#find-q");
        page.evaluate("""
                () => zhibuReader.load().then(search => {
                    const query = search.query;
                    window.asked = [];
                    search.query = (text, options) => { asked.push(text); return query(text, options); };
                })""");
        CDPSession keys = page.context().newCDPSession(page);
        for (String letters : List.of("san", "sanliang")) {
            JsonObject composing = new JsonObject();
            composing.addProperty("text", letters);
            composing.addProperty("selectionStart", letters.length());
            composing.addProperty("selectionEnd", letters.length());
            keys.send("Input.imeSetComposition", composing);
            page.waitForTimeout(200);
        }
        JsonObject done = new JsonObject();
        done.addProperty("text", "三亮");
        keys.send("Input.insertText", done);
        assertThat(page.locator(".hits h2").first()).containsText("三亮");
        assertThat(page.evaluate("asked.join()")).isEqualTo("三亮");
    }

    @Test
    void oddQueriesAreAnsweredAndNeverBecomeHtml() {
        Page page = open(chromium.file("search/index.html?__proto__=x&constructor=y&q=%FF%zz&n=abc"));
        assertThat(page.locator(".count")).containsText(Pattern.compile("条|没有找到|没有可检索|只有要排除"));
        for (String odd : List.of("<img src=x onerror=document.title='!'>", "😀", "\ud800", "\u202e三亮", "\"", "-")) {
            page.fill("#find-q", odd);
            assertThat(page.locator(".count")).containsText(Pattern.compile("条|没有找到|没有可检索|只有要排除"));
            assertThat(page.locator(".hits")).not().hasAttribute("aria-busy", "true");
            assertThat(page.locator("text=重试")).isHidden();
        }
        page.fill("#find-q", "三".repeat(10_000));
        assertThat(page.locator(".messages")).containsText("256");
        assertThat(page.url().length()).isLessThan(3000);
        assertThat(page.locator("main img")).hasCount(0);
        assertThat(page.title()).doesNotContain("!");
    }

    @Test
    void whatIsNotFoundLeadsToNearWordsAndTheIndexes() {
        Page page = open(chromium.http("search/index.html"));
        page.fill("#find-q", "歎麤龘灪");
        assertThat(page.locator(".count")).containsText("没有找到");
        assertThat(page.locator("#indexes a").first()).isVisible();
        page.fill("#find-q", "\"制度的落实\"");
        assertThat(page.locator(".help a").first()).isVisible();
    }

    @Test
    void aFileThatIsMissingIsSaidAndFetchedAgain() {
        for (String file : List.of("search/search.js", "search/boot.js", "search/w-")) {
            Page page = lacking(file, "%E4%B8%89%E4%BA%AE");
            assertThat(page.locator(".hits li")).hasCount(0);
            assertThat(page.locator("#indexes")).isVisible();
            chromium.withhold("-");
            page.locator("text=重试").click();
            assertThat(page.locator(".hits li").first()).isVisible();
            assertThat(page.locator("#indexes")).isHidden();
        }
    }

    private static Page lacking(String file, String query) {
        chromium.withhold(file);
        Page page = chromium.page();
        page.navigate(chromium.http("search/index.html?q=" + query));
        assertThat(page.locator("text=重试")).isVisible();
        return page;
    }

    @Test
    void whenOnlyTextsOrFacetsAreMissingTheTitlesStay() {
        for (String file : List.of("search/x-", "search/facets-", "search/more-")) {
            Page page = lacking(file, "%E5%85%9A%E5%91%98");
            assertThat(page.locator(".hits li")).hasCount(10);
            chromium.withhold("-");
            page.locator("text=重试").click();
            assertThat(page.locator(".count")).containsText("条");
            assertThat(page.locator(".hits .sum mark").first()).isVisible();
            assertThat(page.locator(".facets")).isVisible();
        }
    }

    @Test
    void withoutScriptsThePageSaysSoAndOffersTheIndexes() {
        Page page = chromium.page(1280, false);
        page.navigate(chromium.http("work-method/index.html"));
        page.fill("#find-q", "三亮");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/search/index\\.html\\?q=.*"));
        assertThat(page.locator("#no-script")).isVisible();
        assertThat(page.locator("#indexes a")).hasCount(12);
    }

    @Test
    void whereThePagesOwnScriptDoesNotComeTheIndexesShowByThemselves() {
        chromium.withhold("search-page.js");
        Page page = chromium.page();
        page.navigate(chromium.http("search/index.html"));
        assertThat(page.locator("#no-script")).isHidden();
        assertThat(page.locator("#no-script")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(10_000));
        assertThat(page.locator("#indexes a").first()).isVisible();
    }

    @Test
    void onAPhoneTheFiltersAreFoldedAndNothingIsWiderThanTheScreen() {
        Page page = chromium.page(390, true);
        page.navigate(chromium.http("index.html"));
        page.locator(".to-find").click();
        page.fill("#find-q", "党员");
        page.locator(".facets summary").click();
        assertThat(page.locator(".facets label").first()).isVisible();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        Object least = page.evaluate("""
                () => Math.min(...[...document.querySelectorAll('main button, main label, main summary, main input[type=search]')]
                    .filter(one => one.offsetParent).map(one => one.offsetHeight))""");
        assertThat(((Number) least).intValue()).isGreaterThanOrEqualTo(44);
    }

    @Test
    void theScriptOfEveryPageIsSmall() throws IOException {
        assertThat(Files.size(folder.resolve("site/site.js"))).isLessThanOrEqualTo(8 * 1024);
    }

    private Page open(String address) {
        Page page = chromium.page();
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text());
            }
        });
        page.navigate(address);
        return page;
    }

    private static String at(String scheme, String path) {
        return scheme.equals("http") ? chromium.http(path) : chromium.file(path);
    }
}
