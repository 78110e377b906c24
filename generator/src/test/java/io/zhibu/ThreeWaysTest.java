package io.zhibu;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The repository's own site, the same files read in three ways: at the root of a server, in a folder of one, and from a disk. */
@DisabledIfSystemProperty(named = "reader", matches = "none", disabledReason = "已在另一个 JDK 上跑过，网页的字节相同")
class ThreeWaysTest extends OnOwnSite {
    private final List<String> faults = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    enum Way {
        ROOT(Chromium::http),
        SUB_PATH(Chromium::below),
        DISK(Chromium::file);

        private final BiFunction<Chromium, String, String> address;

        Way(BiFunction<Chromium, String, String> address) {
            this.address = address;
        }

        String at(String path) {
            return address.apply(chromium, path);
        }
    }

    @AfterEach
    void nothingFailed() {
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aReaderWalksThroughTheSiteAndNothingElseIsAsked(Way way) {
        Page page = open(way, "index.html");
        assertStyled(page);
        page.locator("nav.menu a").first().click();
        page.waitForURL(way.at("work-method/index.html"));
        assertStyled(page);
        page.locator(".rows h2 a").first().click();
        assertThat(page.locator("article h1")).isVisible();
        // What is still on its way would count as failed once the reader goes on.
        page.waitForLoadState();
        assertStyled(page);
        page.locator(".crumbs a").first().click();
        page.waitForURL(way.at("index.html"));
        for (String path : List.of("tags/主题党日/index.html", "ledger/index.html", "fields/index.html")) {
            page.navigate(way.at(path));
            assertStyled(page);
        }
        assertThat(asked).allMatch(url -> url.startsWith(way.at("")), way.at(""));
    }

    @ParameterizedTest
    @EnumSource
    void theBoxAndTheSearchPageFind(Way way) {
        Page page = open(way, "tags/主题党日/index.html");
        page.keyboard().press("/");
        page.keyboard().type("zsr");
        Locator first = page.locator(".panel [role=option]").first();
        assertThat(first).containsText("郑守仁");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/search/index\\.html\\?q=zsr$"));
        assertThat(page.locator(".hits h2").first()).hasText("郑守仁");
        page.locator(".facets label:visible").first().click();
        assertThat(page.locator(".chosen .chip")).hasCount(1);
        page.locator(".hits h2 a").first().click();
        assertThat(page.locator("article h1")).isVisible();
        assertThat(asked).allMatch(url -> url.startsWith(way.at("")), way.at(""));
    }

    private static void assertStyled(Page page) {
        // Browsers themselves leave eight pixels.
        assertThat(page.evaluate("() => getComputedStyle(document.body).marginTop === '0px'"
                        + " && [...document.images].every(one => one.loading === 'lazy' || one.naturalWidth > 0)"))
                .as(page.url())
                .isEqualTo(true);
    }

    private Page open(Way way, String path) {
        Page page = chromium.page();
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text());
            }
        });
        page.onRequest(request -> asked.add(request.url()));
        page.onRequestFailed(request -> faults.add(request.url() + " " + request.failure()));
        page.navigate(way.at(path));
        return page;
    }
}
