package io.zhibu;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.zhibu.preview.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An editor with a browser beside: what is saved is seen where it stands, and what is wrong is told over the page. */
class PreviewInBrowserTest {
    private static final String ENTRY = "content/work-method/fenlei-qingdan.md";

    @TempDir
    private static Path folder;

    private static Path site;
    private static Path opened;
    private static Chromium chromium;
    private static Served served;

    private final List<String> said = new ArrayList<>();
    private String good;
    private Page page;

    @BeforeAll
    static void serve() throws Exception {
        site = folder.resolve("site");
        for (String part : List.of("site-config", "templates", "content")) {
            Copy.of(Path.of(part), site.resolve(part));
        }
        opened = folder.resolve("opened");
        Path editor = folder.resolve("editor");
        Files.writeString(editor, "#!/bin/sh\nprintf '%s' \"$*\" >'" + opened + "'\n");
        assertThat(editor.toFile().setExecutable(true)).isTrue();
        PlaywrightAssertions.setDefaultAssertionTimeout(90_000);
        served = Served.of(site, List.of(editor.toString(), "{file}:{line}"));
        chromium = new Chromium(site);
    }

    @AfterAll
    static void close() throws IOException {
        chromium.close();
        served.close();
    }

    @BeforeEach
    void open() throws IOException {
        good = Files.readString(site.resolve(ENTRY));
        page = chromium.page();
        page.addInitScript("document.addEventListener('securitypolicyviolation',"
                + " event => console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI));");
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                said.add(message.text());
            }
        });
        page.setDefaultTimeout(90_000);
        page.onPageError(said::add);
        page.navigate(served.url("work-method/fenlei-qingdan/"));
        assertThat(bar()).isVisible();
    }

    @AfterEach
    void mend() throws IOException {
        Files.writeString(site.resolve(ENTRY), good);
        page.context().close();
        assertThat(said).isEmpty();
    }

    private Locator bar() {
        return page.locator("zhibu-preview .bar");
    }

    private Locator sheet() {
        return page.locator("zhibu-preview .sheet");
    }

    private void save(String text) throws IOException {
        Files.writeString(site.resolve(ENTRY), text);
    }

    @Test
    void whatIsSavedIsSeenWhereTheReaderIs() throws IOException {
        Locator here = page.locator("main h2").nth(2);
        String title = here.textContent();
        page.evaluate("() => window.scrollTo(0, document.querySelectorAll('main h2')[2].getBoundingClientRect().top"
                + " + window.scrollY - 100)");
        double before = here.boundingBox().y;

        // Above the place, so that the height above it changes.
        save(good.replaceFirst("(?m)^## 背景$", "## 背景\n\n新写的一段。\n\n又写了一段。\n"));

        assertThat(page.locator("main")).containsText("新写的一段");
        Locator again = page.locator("main h2").nth(2);
        assertThat(again).hasText(title);
        page.waitForFunction(
                "y => Math.abs(document.querySelectorAll('main h2')[2].getBoundingClientRect().top - y) < 40", before);
        assertThat(((Number) page.evaluate("window.scrollY")).doubleValue()).isGreaterThan(100);
    }

    @Test
    void aBrokenSaveIsTakenBackToThePlaceAndTheSheetGoesWithTheMistake() throws IOException {
        String heading = page.locator("h1").first().textContent();
        save(good.replaceFirst("type: work-method", "type: work-metod"));

        assertThat(sheet()).isVisible();
        assertThat(sheet()).containsText(ENTRY + ":3:7");
        assertThat(sheet()).containsText("没有“work-metod”这一类");
        assertThat(sheet()).containsText("是“work-method”吗？");
        assertThat(sheet().locator("mark")).hasText("work-metod");
        assertThat(page.locator("h1").first()).hasText(heading);
        assertThat(bar().locator(".errors")).hasText("1 处错误");

        page.keyboard().press("Escape");
        assertThat(sheet()).isHidden();
        page.navigate(served.url("index.html"));
        assertThat(bar().locator(".errors")).hasText("1 处错误");
        assertThat(sheet()).isHidden();
        bar().locator(".errors").click();
        assertThat(sheet()).isVisible();
        sheet().locator("a", new Locator.LocatorOptions().setHasText("去这一篇")).click();
        assertThat(page.locator("h1").first()).hasText(heading);

        save(good);
        assertThat(bar().locator(".errors")).hasCount(0);
        assertThat(sheet()).isHidden();
    }

    @Test
    void aStyleSheetIsSwappedWithoutLoadingThePage() throws IOException {
        Path style = site.resolve("templates/assets/style.css");
        String before = Files.readString(style);
        page.evaluate("window.stays = true");
        // The script knows the styles by then.
        assertThat(bar().locator("button").first()).isVisible();
        Files.writeString(style, before + "\nh1 { letter-spacing: 7px }\n");

        page.waitForFunction("() => getComputedStyle(document.querySelector('h1')).letterSpacing === '7px'");

        assertThat(page.evaluate("window.stays")).isEqualTo(true);
        Files.writeString(style, before);
        page.waitForFunction("() => getComputedStyle(document.querySelector('h1')).letterSpacing !== '7px'");
        assertThat(page.evaluate("window.stays")).isEqualTo(true);
    }

    @Test
    void theBarTellsOfTheEntryAndOpensItsFile() throws Exception {
        assertThat(bar().locator(".what")).hasText("支部工作法 · 已发布");
        Locator hints = bar().locator(".warnings");
        assertThat(hints).containsText("条提示");
        hints.click();
        assertThat(page.locator("zhibu-preview .notes")).containsText("怎么改");
        bar().locator("button", new Locator.LocatorOptions().setHasText("用编辑器打开"))
                .click();
        for (int i = 0; i < 200 && !Files.exists(opened); i++) {
            Thread.sleep(50);
        }
        assertThat(opened).hasContent(site.resolve(ENTRY) + ":1");
        bar().locator(".fold").click();
        assertThat(bar().locator(".what")).hasCount(0);
        page.reload();
        assertThat(bar()).hasText("预览");
        page.evaluate("localStorage.clear()");
    }

    @Test
    void theThemeIsntDisturbed() {
        assertThat(page.evaluate("document.querySelectorAll('body > zhibu-preview, head > style').length"))
                .isEqualTo(0);
        Object with = page.evaluate(
                "[document.documentElement.scrollWidth, document.documentElement.scrollHeight, document.styleSheets.length].join()");
        page.evaluate("document.querySelector('zhibu-preview').remove()");
        assertThat(
                        page.evaluate(
                                "[document.documentElement.scrollWidth, document.documentElement.scrollHeight, document.styleSheets.length].join()"))
                .isEqualTo(with);
    }

    @Test
    void theSearchOfThePreviewFinds() {
        page.navigate(served.url("search/index.html?q=zsr"));
        assertThat(page.locator("#found")).containsText("郑守仁");
    }
}
