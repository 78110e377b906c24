package io.zhibu.reader;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.zhibu.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What a reader gets in a window of 390 pixels, with scripts and without. */
@DisabledIfSystemProperty(named = "reader", matches = "none", disabledReason = "已在另一个 JDK 上跑过，网页的字节相同")
class PhoneTest {
    /** Every box that is wider inside than outside, unless a shade on its edge says so and its first column stays when it is scrolled. */
    private static final String CUT = """
            () => [...document.querySelectorAll('main *')]
                .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible')
                .filter(e => !e.matches('.vh, caption, h2, textarea, input'))
                .filter(e => {
                    const first = e.querySelector('tbody th:first-child');
                    e.scrollLeft = 60;
                    const stays = !first || Math.abs(first.getBoundingClientRect().left - e.getBoundingClientRect().left) < 2;
                    return !stays || getComputedStyle(e).backgroundAttachment !== 'local, scroll';
                })
                .map(e => e.tagName + '.' + e.className + ' ' + e.clientWidth + ' of ' + e.scrollWidth)""";

    /** Every table cell of cards that shows a value and doesn't say of what. */
    private static final String UNNAMED = """
            () => [...document.querySelectorAll('.carded td')]
                .filter(e => e.getClientRects().length && !e.matches('.c') && !e.getAttribute('data-label'))
                .map(e => e.outerHTML.slice(0, 90))""";

    /** Every label of a card that its column doesn't have. */
    private static final String OTHERWISE_NAMED = """
            () => [...document.querySelectorAll('.carded td[data-label]')]
                .filter(e => e.getAttribute('data-label')
                    !== e.closest('table').tHead.rows[0].cells[e.cellIndex].textContent)
                .map(e => e.outerHTML.slice(0, 90))""";

    @TempDir
    static Path folder;

    private static Chromium chromium;

    @BeforeAll
    static void bake() throws IOException {
        chromium = Chromium.onOwnSite(folder.resolve("site"));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private static Page phone(boolean scripts) {
        return chromium.page(
                new Browser.NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(scripts));
    }

    @Test
    void noTableIsCutWithoutASign() {
        List<String> faults = new ArrayList<>();
        try (Page page = phone(true)) {
            for (PageKind kind : PageKind.all()) {
                page.navigate(chromium.http(kind.path()));
                kind.settle(page);
                for (String rule : List.of(CUT, UNNAMED, OTHERWISE_NAMED)) {
                    ((List<?>) page.evaluate(rule)).forEach(fault -> faults.add(kind + " " + fault));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aBoardIsCardsAndAChartGoesOnUnderAShade() {
        try (Page page = phone(true)) {
            page.navigate(chromium.http("progress/index.html"));
            assertThat(
                            (Boolean)
                                    page.evaluate(
                                            "() => [...document.querySelectorAll('.carded td')].every(td => td.getBoundingClientRect().right <= innerWidth)"))
                    .isTrue();
            page.navigate(chromium.http("calendar/index.html"));
            assertThat((Boolean) page.evaluate(
                            "() => [...document.querySelectorAll('.wide')].some(e => e.scrollWidth > e.clientWidth)"))
                    .isTrue();
        }
    }

    @Test
    void theColumnsOpenInPlaceWithoutScriptsAndByKeys() {
        try (Page page = phone(false)) {
            page.navigate(chromium.http("work-method/sanzhua-sibi/index.html"));
            Locator summary = page.locator(".all summary");
            Locator link = page.locator(".all li a").first();
            assertThat(link).isHidden();
            summary.focus();
            page.keyboard().press("Enter");
            assertThat(link).isVisible();
            assertThat(page.url()).doesNotContain("#");
            assertThat(link.boundingBox().y).isLessThan(844);
        }
    }

    @Test
    void theBoxStandsInTheRowOfTheNameAndAsksWithoutScripts() {
        try (Page page = phone(false)) {
            page.navigate(chromium.http("work-method/sanzhua-sibi/index.html"));
            Locator box = page.locator("#find-q");
            double row = page.locator(".top .site").boundingBox().y;
            double narrow = box.boundingBox().width;
            double below = page.locator("h1").boundingBox().y;
            assertThat(Math.abs(box.boundingBox().y - row)).isLessThan(4);
            assertThat(narrow).isGreaterThan(70);
            box.focus();
            assertThat(box.boundingBox().width).isGreaterThan(2 * narrow);
            assertThat(page.locator("h1").boundingBox().y).isEqualTo(below);
            box.fill("三亮");
            box.press("Enter");
            page.waitForURL(url -> url.contains("search/index.html?q="));
        }
    }

    @Test
    void whatIsTypedIsAnsweredUnderTheHeaderInItsWholeWidth() {
        try (Page page = phone(true)) {
            page.navigate(chromium.http("work-method/sanzhua-sibi/index.html"));
            page.locator("#find-q").click();
            page.keyboard().type("三亮");
            Locator panel = page.locator(".panel");
            assertThat(panel).isVisible();
            assertThat(panel.boundingBox().width).isGreaterThan(340);
            assertThat(panel.boundingBox().x).isLessThan(25);
            assertThat((Number) page.evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(390);
        }
    }

    @Test
    void onADeskTheColumnsStandInTheirRowAlone() {
        try (Page page = Look.DESKTOP.open(chromium)) {
            page.navigate(chromium.http("work-method/sanzhua-sibi/index.html"));
            assertThat(page.locator(".all")).isHidden();
            assertThat(page.locator(".menu a").first()).isVisible();
        }
    }

    @Test
    void theTellingFactsStandAboveTheTextAndAreSaidOnce() {
        try (Page page = phone(true)) {
            page.navigate(chromium.http("work-method/sample-liangqingdan/index.html"));
            Locator brief = page.locator(".brief");
            assertThat(brief).containsText("责任单位");
            assertThat(brief).containsText("机制");
            assertThat(brief.boundingBox().y).isLessThan(page.locator(".text").boundingBox().y);
            assertThat(page.locator("#facts").boundingBox().y)
                    .isGreaterThan(page.locator(".text").boundingBox().y);
            assertThat(page.locator("dt", new Page.LocatorOptions().setHasText("责任单位")))
                    .hasCount(1);
            page.setViewportSize(1280, 844);
            assertThat(brief.boundingBox().x).isEqualTo(page.locator("#facts").boundingBox().x);
        }
    }

    @Test
    void anIdentifierBreaksOnlyWhereItsPartsMeet() {
        try (Page page = phone(true)) {
            page.navigate(chromium.http("page/how-to-write/index.html"));
            Object broken = page.evaluate("""
                    () => [...document.querySelectorAll('.body code')]
                        .filter(e => !e.closest('pre') && e.textContent.length < 24 && /^[a-z-]+$/.test(e.textContent))
                        .filter(e => {
                            const text = e.firstChild;
                            const top = n => {
                                const range = document.createRange();
                                range.setStart(text, n);
                                range.setEnd(text, n + 1);
                                return range.getBoundingClientRect().top;
                            };
                            return [...text.data].some((_, n) => n > 0 && top(n) - top(n - 1) > 4 && text.data[n - 1] !== '-');
                        })
                        .map(e => e.textContent)""");
            assertThat((List<?>) broken).isEmpty();
        }
    }
}
