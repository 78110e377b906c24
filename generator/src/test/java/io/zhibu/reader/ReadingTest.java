package io.zhibu.reader;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.zhibu.Chromium;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader gets and can set: a light page that stays still, a text size that is remembered, a way by keyboard. */
@DisabledIfSystemProperty(named = "reader", matches = "none", disabledReason = "已在另一个 JDK 上跑过，网页的字节相同")
class ReadingTest {
    private static final int MOST_REQUESTS = 12;
    /** With all that a page asks for at first; a role model with seventeen sources takes most. */
    private static final int MOST_BYTES = 32_000;

    /** As wide as the text of a sheet, upright and broad: 156 and 257 mm. */
    private static final int UPRIGHT = 590;

    private static final int BROAD = 971;

    /** The browser's own player arranges its buttons when it has read the length. */
    private static final double PLAYER_ITSELF = 0.005;

    /** How far what was drawn moved since, by the browser's own measure. */
    private static final String MOVED = """
            () => new Promise(done => {
                let moved = 0;
                new PerformanceObserver(list => list.getEntries().forEach(entry => moved += entry.value))
                    .observe({type: 'layout-shift', buffered: true});
                setTimeout(() => done(moved), 60);
            })""";

    /** Every note that covers what stands beside it, or stands before its mark. */
    private static final String MISPLACED = """
            () => [...document.querySelectorAll('.footnotes li')].flatMap((note, n, all) => {
                const box = note.getBoundingClientRect();
                const around = [...document.querySelectorAll('.toc, .text, .facts, .self, .turn, .within, .foot'),
                    ...[...document.querySelectorAll('.part')].filter(part => !part.contains(note)), ...all.slice(0, n)];
                const covered = around.filter(one => {
                    const other = one.getBoundingClientRect();
                    return other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom;
                });
                const mark = document.getElementById(`mark:${n + 1}:1`).getBoundingClientRect();
                return covered.map(one => n + 1 + ' covers ' + one.className).concat(box.bottom < mark.top ? [n + 1 + ' too high'] : []);
            })""";

    @TempDir
    static Path folder;

    private static Path site;
    private static Chromium chromium;

    @BeforeAll
    static void bake() throws IOException {
        site = folder.resolve("site");
        chromium = Chromium.onOwnSite(site);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void everyPageStaysStillAsksForLittleAndSaysNothingToTheConsole() {
        List<String> faults = new ArrayList<>();
        for (Look look : List.of(Look.DESKTOP, Look.PHONE_AT_NIGHT)) {
            try (Page page = look.open(chromium)) {
                List<String> requests = new ArrayList<>();
                page.onRequest(request -> requests.add(request.url()));
                page.onConsoleMessage(message -> faults.add(page.url() + " says " + message.text()));
                page.onPageError(error -> faults.add(page.url() + " fails: " + error));
                for (PageKind kind : PageKind.all()) {
                    requests.clear();
                    page.navigate(chromium.http(kind.path()));
                    kind.load(page);
                    if (!kind.template().equals("search") && requests.size() > MOST_REQUESTS) {
                        faults.add(kind + " asks for " + requests.size() + " files");
                    }
                    double moved = ((Number) page.evaluate(MOVED)).doubleValue();
                    if (moved > PLAYER_ITSELF) {
                        faults.add(kind + " " + look + " moves by " + moved);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void anEntryIsLight() {
        assertThat(PageKind.all().stream()
                        .filter(kind -> kind.path().matches("(work-method|branch|role-model|term)/[^/]+/index.html"))
                        .filter(kind -> !kind.of().equals("second"))
                        .toList())
                .hasSizeGreaterThan(4)
                .allSatisfy(kind -> assertThat(
                                Stream.of(kind.path(), "tokens.css", "style.css", "print.css", "prefs.js", "site.js")
                                        .mapToInt(ReadingTest::squeezed)
                                        .sum())
                        .as(kind.toString())
                        .isLessThanOrEqualTo(MOST_BYTES));
    }

    @Test
    void theTextSizeIsRememberedAndNothingSticksOutOfThePageAtTheLargest() {
        try (Page page = Look.DESKTOP.open(chromium)) {
            page.navigate(chromium.http("index.html"));
            page.locator(".top .tools").getByText("特大").click();
            assertThat(page.locator("html")).hasAttribute("data-size", "xl");
            List<String> faults = new ArrayList<>();
            for (int width : new int[] {1280, 390}) {
                page.setViewportSize(width, 844);
                for (PageKind kind : PageKind.all()) {
                    page.navigate(chromium.http(kind.path()));
                    assertThat(page.locator("html")).hasAttribute("data-size", "xl");
                    ((List<?>) page.evaluate(Look.STICKS_OUT)).forEach(fault -> faults.add(kind + " " + fault));
                }
            }
            assertThat(faults).isEmpty();
            Locator pressed = page.locator(".foot .tools [aria-pressed=true]");
            assertThat(pressed).hasText(new String[] {"特大", "随系统", "平常"});
            assertThat(pressed.first().boundingBox().height).isGreaterThanOrEqualTo(60);
        }
    }

    @Test
    void nothingSticksOutOfASheet() {
        List<String> faults = new ArrayList<>();
        try (Page page = Look.DESKTOP.open(chromium)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (PageKind kind : PageKind.all()) {
                page.setViewportSize(UPRIGHT, 844);
                page.navigate(chromium.http(kind.path()));
                kind.settle(page);
                page.setViewportSize(page.locator("body.broad").count() > 0 ? BROAD : UPRIGHT, 844);
                ((List<?>) page.evaluate(Look.STICKS_OUT)).forEach(fault -> faults.add(kind + " " + fault));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void lightDarkAndContrastAreTheReadersOwn() {
        try (Page page = chromium.page(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK))) {
            page.navigate(chromium.http("index.html"));
            assertThat(page.locator("body")).hasCSS("background-color", "rgb(23, 22, 20)");
            page.locator(".foot .tools").getByText("浅").click();
            assertThat(page.locator("body")).hasCSS("background-color", "rgb(246, 243, 236)");
            page.locator(".foot .tools").getByText("高").click();
            page.navigate(chromium.http("work-method/index.html"));
            assertThat(page.locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");
            page.locator(".foot .tools").getByText("随系统").click();
            assertThat(page.locator("body")).hasCSS("background-color", "rgb(0, 0, 0)");
        }
    }

    @Test
    void aBrowserThatKeepsNothingStillSetsThePageBeforeIt() {
        try (Page page = Look.DESKTOP.open(chromium)) {
            List<String> errors = new ArrayList<>();
            page.onPageError(errors::add);
            page.addInitScript("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})");
            page.navigate(chromium.http("index.html"));
            page.locator(".top .tools")
                    .getByText("大", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("html")).hasAttribute("data-size", "l");
            assertThat(errors).isEmpty();
        }
    }

    @Test
    void withoutScriptsThereIsNoDeadControl() {
        try (Page page = chromium.page(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            page.navigate(chromium.http("index.html"));
            assertThat(page.locator(".tools").first()).isHidden();
            assertThat(page.locator(".tools").last()).isHidden();
        }
    }

    @Test
    void theFirstTabLeadsToTheText() {
        try (Page page = Look.DESKTOP.open(chromium)) {
            page.navigate(chromium.http("work-method/sanzhua-sibi/index.html"));
            page.keyboard().press("Tab");
            Locator skip = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("跳到正文"));
            assertThat(skip).isFocused();
            assertThat(skip).isInViewport();
            page.keyboard().press("Enter");
            assertThat(page.locator("#main")).isFocused();
        }
    }

    @Test
    void theContentsMarkTheSectionThatIsRead() {
        try (Page page = Look.DESKTOP.open(chromium)) {
            page.navigate(chromium.http("role-model/zheng-shouren/index.html"));
            Locator marked = page.locator(".toc [aria-current]");
            assertThat(marked).hasCount(0);
            for (String id : List.of("s-timeline", "人物简介", "s-posts", "先进事迹")) {
                page.evaluate("id => document.getElementById(id).scrollIntoView()", id);
                assertThat(marked).hasAttribute("href", "#" + id);
            }
            page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
            assertThat(marked).hasAttribute("href", "#s-sources");
        }
    }

    @Test
    void aNameBreaksOnlyBetweenItsParts() {
        try (Page page = Look.PHONE_AT_NIGHT.open(chromium)) {
            page.addInitScript("localStorage.setItem('zhibu-size', 'xl')");
            page.navigate(chromium.http("work-method/sample-liangqingdan/index.html"));
            Locator parts = page.locator(".parts > span");
            assertThat(parts).hasText(new String[] {"两清单", "一回访"});
            assertThat((Boolean) page.evaluate(
                            "() => [...document.querySelectorAll('.parts > span')].every(e => e.getClientRects().length === 1"
                                    + " && e.offsetHeight < 2 * parseFloat(getComputedStyle(e).lineHeight))"))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "work-method/sample-liangqingdan/index.html",
                "role-model/zheng-shouren/index.html",
                "page/method-survey/index.html",
                "styleguide/index.html"
            })
    void notesStandBesideTheTextWhereThereIsRoomAndElseAtItsEnd(String path) {
        try (Page page = Look.DESKTOP.open(chromium)) {
            page.navigate(chromium.http(path));
            Locator note = page.locator(".footnotes li").first();
            for (int width : new int[] {1200, 1280, 1920}) {
                page.setViewportSize(width, 844);
                assertThat(note).hasCSS("position", "absolute");
                assertThat((List<?>) page.evaluate(MISPLACED)).isEmpty();
                assertThat((List<?>) page.evaluate(Look.STICKS_OUT)).isEmpty();
            }
            page.evaluate("document.documentElement.setAttribute('data-size', 'l')");
            assertThat((List<?>) page.evaluate(MISPLACED)).isEmpty();
            page.evaluate("document.documentElement.setAttribute('data-size', 'xl')");
            assertThat(note).hasCSS("position", "static");
            page.evaluate("document.documentElement.removeAttribute('data-size')");
            page.setViewportSize(1100, 844);
            assertThat(note).hasCSS("position", "static");
        }
    }

    private static int squeezed(String path) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(Files.readAllBytes(site.resolve(path)));
            }
            return bytes.size();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
