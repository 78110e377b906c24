package io.zhibu;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.zhibu.qr.Qrs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader takes along from an entry's page: its address for a camera, the sheet for a wall. */
class TakenAlongTest extends OnOwnSite {
    private static final String ENTRY = "work-method/sanzhua-sibi/index.html";

    @Test
    void aServedPageThatNobodyToldItsHostDrawsItsOwnAddress() {
        try (Page page = chromium.page()) {
            page.navigate(chromium.below(ENTRY) + "?m=三抓#成效");
            assertThat(read(page)).isEqualTo(chromium.below(ENTRY));
            page.navigate(chromium.http("work-method/sanzhua-sibi/sheet/index.html"));
            assertThat(read(page)).isEqualTo(chromium.http(ENTRY));
        }
    }

    private static String read(Page page) {
        Locator dark = page.locator(".self svg.qr path").nth(1);
        dark.waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.ATTACHED));
        String box = page.locator(".self svg.qr").getAttribute("viewBox");
        return Qrs.read(Integer.parseInt(box.split(" ")[2]), dark.getAttribute("d"));
    }

    @Test
    void aPageOnADiskHasNoAddressThatWouldLeadAnywhereElse() {
        List<String> requests = new ArrayList<>();
        try (Page page = chromium.page()) {
            page.onRequest(request -> requests.add(request.url()));
            page.navigate(chromium.file(ENTRY));
            assertThat(page.locator(".self")).containsText("标识 sanzhua-sibi");
            assertThat(page.locator(".self svg")).hasCount(0);
        }
        assertThat(requests).isNotEmpty().noneMatch(url -> url.contains("qr.js"));
    }

    @Test
    void theSheetForAWallIsOneStepFromItsEntryAndBack() {
        try (Page page = chromium.page(1280, false)) {
            page.navigate(chromium.file(ENTRY));
            page.locator(".take a").click();
            assertThat(page.locator("h1")).hasText("三抓四比");
            assertThat(page.locator(".step h3").first()).hasText("三抓：从哪里入手");
            page.locator(".take a").click();
            assertThat(page.locator(".body")).isVisible();
        }
    }
}
