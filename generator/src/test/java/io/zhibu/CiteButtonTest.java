package io.zhibu;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The button that copies how an entry is cited, in a browser. */
class CiteButtonTest {
    private static final String ENTRY = "role-model/zheng-shouren/index.html";
    private static final String CITED =
            "本站编写\\. 郑守仁\\[EB/OL]\\. 支部工作法知识库, 2026\\(2026-11-\\d\\d\\)\\[\\d{4}-\\d\\d-\\d\\d]\\. 条目标识 zheng-shouren";

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

    @Test
    void fromADiskTheCitationIsCopiedWithTheDayOnWhichItWasRead() {
        Page page = chromium.page();
        page.navigate(chromium.file(ENTRY));

        page.click(".citation ~ .act");

        assertThat(page.locator(".citation ~ [role=status]")).hasText("已复制");
        assertThat(page.textContent(".citation")).matches(CITED);
    }

    @Test
    void aBrowserThatLetsNothingBeCopiedHasTheCitationSelected() {
        Page page = chromium.page();
        page.addInitScript("document.execCommand = () => false;"
                + "Object.defineProperty(navigator, 'clipboard', {value: undefined});");
        page.navigate(chromium.file(ENTRY));

        page.click(".citation ~ .act");

        assertThat(page.locator(".citation ~ [role=status]")).hasText("已选中，按 Ctrl+C 复制");
        assertThat((String) page.evaluate("getSelection().toString()")).matches(CITED);
    }

    @Test
    void withoutScriptsThereIsTheCitationAndNoButton() {
        Page page = chromium.page(1280, false);
        page.navigate(chromium.file(ENTRY));

        assertThat(page.locator(".citation")).isVisible();
        assertThat(page.locator(".citation ~ .act")).hasCount(0);
    }
}
