package io.zhibu.reader;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import io.zhibu.Chromium;
import io.zhibu.Copy;
import io.zhibu.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What somebody who has never seen the site does on a phone, each from the first page and in three taps at most. */
@DisabledIfSystemProperty(named = "reader", matches = "none", disabledReason = "已在另一个 JDK 上跑过，网页的字节相同")
class FourJobsTest {
    /** How much of the window moved of itself since the page came, as browsers reckon it. */
    private static final String SHIFT = """
            () => new Promise(done => {
                let sum = 0;
                new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) sum += e.value; }))
                    .observe({type: 'layout-shift', buffered: true});
                setTimeout(() => done(sum), 400);
            })""";

    @TempDir
    static Path folder;

    private static Chromium chromium;

    private Page page;
    private int taps;

    @BeforeAll
    static void bakeASiteThatSaysWhereToSend() throws IOException {
        for (String part : List.of("content", "templates", "site-config")) {
            Copy.of(Path.of(part), folder.resolve("own").resolve(part));
        }
        Files.writeString(
                folder.resolve("own/site-config/jbake.properties"),
                "\nsend.email=dangjian@example.cn\n",
                StandardOpenOption.APPEND);
        Path site = folder.resolve("site");
        Run run = Run.of(List.of("build", "--site", folder.resolve("own").toString(), "--out", site.toString()));
        assertThat(run.exit()).as(run.err()).isZero();
        chromium = new Chromium(site);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void theFirstPageOnAPhone() {
        page = chromium.page(
                new Browser.NewContextOptions().setViewportSize(390, 844).setHasTouch(true));
        page.addInitScript("window.print = () => document.documentElement.setAttribute('data-printed', '')");
        page.navigate(chromium.http("index.html"));
    }

    private void tap(Locator what) {
        what.scrollIntoViewIfNeeded();
        what.tap();
        taps++;
    }

    private void inThree() {
        assertThat(taps).isBetween(1, 3);
    }

    @Test
    void findsAMethodThatFitsTheTrouble() {
        tap(page.locator(".asked a", new Page.LocatorOptions().setHasText("党建业务融合")));
        tap(page.locator(".hits a[href*='work-method/']").first());

        assertThat(page.locator(".facts.brief")).containsText("党建业务融合");
        assertThat(page.locator(".facts.brief")).isVisible();
        assertThat(page.locator(".gloss dt").first()).isInViewport();
        inThree();
    }

    @Test
    void understandsHowItIsDone() {
        tap(page.locator(".told .more"));
        tap(page.locator(".toc a", new Page.LocatorOptions().setHasText("做法")).first());

        assertThat(page.locator(".body h2", new Page.LocatorOptions().setHasText("做法"))
                        .first())
                .isInViewport();
        inThree();
    }

    @Test
    void printsIt() {
        tap(page.locator(".told h3 a"));
        tap(page.locator(".take .act", new Page.LocatorOptions().setHasText("打印")));

        assertThat(page.locator("html[data-printed]")).hasCount(1);
        inThree();
    }

    @Test
    void learnsWhereToSendTheirOwn() {
        tap(page.locator(".entrances a", new Page.LocatorOptions().setHasText("交到哪里")));

        assertThat(page.locator(".five .to")).containsText("dangjian@example.cn");
        assertThat(page.locator(".five .to")).isInViewport();
        inThree();
    }

    /** Each job depends on the way that it takes: where the first page doesn't show it, the job fails. */
    @Test
    void noneIsDoneWithoutItsLink() {
        Map<String, Runnable> jobs = Map.of(
                ".asked", this::findsAMethodThatFitsTheTrouble,
                ".told .more", this::understandsHowItIsDone,
                ".told h3 a", this::printsIt,
                ".entrances", this::learnsWhereToSendTheirOwn);
        page.setDefaultTimeout(300);
        page.setDefaultNavigationTimeout(30_000);
        jobs.forEach((way, job) -> {
            page.navigate(chromium.http("index.html"));
            page.evaluate("way => document.querySelectorAll(way).forEach(one => one.remove())", way);
            assertThatThrownBy(job::run).as(way).isInstanceOf(TimeoutError.class);
        });
    }

    @Test
    void aFourthTapIsTooMany() {
        for (int i = 0; i < 4; i++) {
            page.navigate(chromium.http("index.html"));
            tap(page.locator(".told h3 a"));
            assertThat(page).hasURL(Pattern.compile(".*/work-method/.*"));
        }
        assertThatThrownBy(this::inThree).isInstanceOf(AssertionError.class);
    }

    @Test
    void beforeTheTextStandsWhatHelpsToChoose() {
        page.navigate(chromium.http("work-method/sanliang/index.html"));

        double facts = page.locator(".facts.brief").boundingBox().y;
        assertThat(facts).isLessThan(page.locator(".text").boundingBox().y);
        assertThat(page.locator(".lead").innerText()).doesNotContain("未载");
        assertThat(page.locator(".facts.brief").innerText()).doesNotContain("未载");
        assertThat(page.locator(".untold")).containsText("来源没有写：");
        assertThat(page.locator(".untold a")).hasAttribute("href", "../../send/index.html");
    }

    @Test
    void aLineAtTheTopGrowsAsALongTextIsRead() {
        page.navigate(chromium.http("role-model/zheng-shouren/index.html"));
        double before = width();
        page.evaluate("() => window.scrollTo(0, document.querySelector('.text').getBoundingClientRect().bottom)");
        page.waitForFunction("() => document.querySelector('.read').offsetWidth > 300");

        assertThat(before).isLessThan(30);
    }

    @Test
    void nothingMovesAfterItWasShown() {
        for (int width : new int[] {390, 1280}) {
            Page reader = chromium.page(new Browser.NewContextOptions().setViewportSize(width, 844));
            for (String path : List.of(
                    "index.html",
                    "work-method/index.html",
                    "work-method/sanliang/index.html",
                    "role-model/zheng-shouren/index.html",
                    "send/index.html")) {
                reader.navigate(chromium.http(path));
                double shift = ((Number) reader.evaluate(SHIFT)).doubleValue();
                assertThat(shift).as(path + " " + width).isLessThanOrEqualTo(.02);
            }
            reader.close();
        }
    }

    private double width() {
        return ((Number) page.evaluate("() => document.querySelector('.read').offsetWidth")).doubleValue();
    }
}
