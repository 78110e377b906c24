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

    /** A machine's voices, as the test says them; what is said is kept, and ends when the test says so. */
    private static final String VOICES = """
            window.said = [];
            window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
            const speech = Object.assign(new EventTarget(), {
                voices: [],
                last: null,
                getVoices() { return this.voices; },
                speak(one) { this.last = one; said.push(one.text); },
                cancel() { const one = this.last; this.last = null; if (one) setTimeout(() => one.onend()); },
            });
            Object.defineProperty(window, 'speechSynthesis', {value: speech});
            window.ended = () => { const one = speech.last; speech.last = null; one.onend(); };
            window.voice = (lang, localService) => {
                speech.voices.push({lang, localService});
                speech.dispatchEvent(new Event('voiceschanged'));
            };
            """;

    @Test
    void anEntryIsReadAloudOnlyByAVoiceOfTheMachineItself() {
        try (Page page = chromium.page()) {
            List<String> requests = new ArrayList<>();
            page.onRequest(request -> requests.add(request.url()));
            page.addInitScript(VOICES);
            page.navigate(chromium.file(ENTRY));
            Locator button = page.getByText("朗读", new Page.GetByTextOptions().setExact(true));
            for (String other : List.of("voice('zh-CN', false)", "voice('en-US', true)", "voice('zh-HK', true)")) {
                page.evaluate(other);
                assertThat(button).hasCount(0);
            }
            page.evaluate("voice('zh-CN', true)");
            assertThat(button).hasCount(1);
            assertThat(requests).isNotEmpty().noneMatch(url -> url.contains("speak"));
            assertThat((List<?>) page.evaluate("said")).isEmpty();
        }
    }

    @Test
    void readingAloudGoesFromPartToPartMarksItAndObeysTheKeyboard() {
        try (Page page = chromium.page()) {
            page.addInitScript(VOICES);
            page.navigate(chromium.http(ENTRY));
            page.evaluate("voice('zh_CN', true)");
            page.getByText("朗读", new Page.GetByTextOptions().setExact(true)).focus();
            page.keyboard().press("Enter");
            Locator spoken = page.locator(".spoken");
            assertThat(spoken).hasText("三抓四比 长江水产研究所鱼病党支部“三抓四比”");
            assertThat(page.locator(".speaking button").first()).isFocused();
            page.evaluate("ended()");
            assertThat(spoken).containsText("抓思想观念");
            assertThat(page.evaluate("said.join('/')").toString()).startsWith("三抓四比，长江水产研究所鱼病党支部“三抓四比”/抓思想观念");
            page.keyboard().press("Space");
            assertThat(page.locator(".speaking button").first()).hasText("继续");
            page.waitForTimeout(50);
            assertThat((List<?>) page.evaluate("said")).hasSize(2);
            page.keyboard().press("Space");
            page.locator(".speaking").getByText("下一段").click();
            assertThat(spoken).containsText("抓工作作风");
            page.evaluate("for (let i = 0; i < 12; i++) ended()");
            assertThat(spoken).isInViewport();
            assertThat(String.join(
                            "",
                            ((List<?>) page.evaluate("said"))
                                    .stream().map(String::valueOf).toList()))
                    .contains("背景")
                    .doesNotContain("C1", "其一");
            page.keyboard().press("Escape");
            assertThat(page.locator(".speaking")).hasCount(0);
            assertThat(spoken).hasCount(0);
            assertThat(page.getByText("朗读", new Page.GetByTextOptions().setExact(true)))
                    .isFocused();
        }
    }

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
        dark.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
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
            page.getByText("一页张贴").click();
            assertThat(page.locator("h1")).hasText("三抓四比");
            assertThat(page.locator(".step h3").first()).hasText("三抓：从哪里入手");
            page.locator(".take a").click();
            assertThat(page.locator(".body")).isVisible();
        }
    }
}
