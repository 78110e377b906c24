package io.zhibu;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.zhibu.WordFile.p;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.zhibu.workbench.AtDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The handbook's pictures, taken at the workbench on the way through an editor's day; {@code generator/dev handbook}. */
@EnabledIfSystemProperty(named = "handbook.to", matches = ".+")
class HandbookPicturesTest {
    private static final String ENTRY = "content/work-method/sample-yibao.md";
    private static final String LISTS = "content/work-method/sample-liangqingdan.md";
    private static final String WORD = p("示例党支部乙一的“三问两帮”工作法")
            + p("一、背景")
            + p("一半的组织生活因为轮班没有参加，新党员半年才能上岗。")
            + p("二、做法")
            + p("每周五下班前问三句：本周学了什么，哪里有难处，下周谁来带。问到难处，两名老党员当场认领。")
            + p("三、成效")
            + p("新党员上岗从六个月减到四个月，2025年帮带12人。");

    private static final Path TO = Path.of(System.getProperty("handbook.to", "target/handbook"));
    private static final int WIDTH = 1180;
    private static final int HEIGHT = 720;

    @TempDir
    private Path folder;

    private Page page;

    @Test
    void everyStepOfTheDayHasItsPicture() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(90_000);
        Files.createDirectories(TO);
        EditorsSite editors = new EditorsSite(
                folder,
                List.of(
                        ENTRY,
                        LISTS,
                        "content/branch/sample-yi-zhibu.md",
                        "content/branch/sample-jia-zhibu.md",
                        "content/branch/sample-bing-linshi.md"));
        Path site = editors.site();
        String saved = Files.readString(site.resolve(ENTRY));
        try (AtDesk desk = new AtDesk(site);
                Chromium chromium = new Chromium(site)) {
            page = chromium.page(new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT));
            page.setDefaultTimeout(90_000);
            page.navigate(desk.address());
            assertThat(page.locator(".rows button").first()).isVisible();

            String file = importsWord();
            keep("word");
            page.locator(".report button").click();
            assertThat(page.locator(".todo").first()).isVisible();
            page.locator(".todo").first().evaluate("mark => mark.scrollIntoView({block: 'center'})");
            settled();
            keep("fields");
            back();

            open(ENTRY);
            String body = page.locator("#body").inputValue();
            page.locator("#body").fill(body.replaceFirst("\n## ", "\n队员出发前,先领离线学习包。\n\n## "));
            assertThat(page.locator(".problems .said").first()).isVisible();
            settled();
            page.evaluate("() => { const b = document.getElementById('body');"
                    + " b.focus(); b.setSelectionRange(0, 0); b.scrollTop = 0; }");
            keep("said");
            page.locator("#body").fill(body.replaceFirst("\n## ", "\n队员出发前，先领离线学习包。\n\n## "));
            assertThat(page.locator("#status")).hasText("草稿已记下，还没保存");
            assertThat(page.locator(".problems .said")).hasCount(0);
            settled();
            page.locator("#submit").click();
            page.locator("dialog input").first().fill("示例编辑");
            keep("submit");
            button("提交").click();
            assertThat(page.locator("#status")).containsText("已提交审核：分支 edit/");
            back();
            assertThat(page.locator("[data-file='" + ENTRY + "']")).containsText("已提交审核");
            assertThat(page.locator("[data-file='" + file + "']")).isVisible();
            keep("list");

            editors.merged(ENTRY, saved.replaceFirst("(?m)^slogan: .*$", "slogan: 人在外业，学在一起"));
            editors.merged(LISTS, Files.readString(site.resolve(LISTS)) + "\n");
            Files.writeString(site.resolve(ENTRY), saved.replaceFirst("(?m)^slogan: .*$", "slogan: 人在外业，学习不断线"));
            button("取回最新").click();
            assertThat(page.locator(".desk .report").first()).containsText("两边并排放着");
            keep("latest");
            page.locator(".desk .report button").first().click();
            assertThat(page.locator(".both [role=alert]")).isVisible();
            keep("both");
        }
    }

    private String importsWord() throws Exception {
        Path word = new WordFile().body(WORD).write(folder.resolve("三问两帮.docx"));
        page.evaluate("""
                text => {
                    const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
                    const data = new DataTransfer();
                    data.items.add(new File([bytes], '三问两帮.docx'));
                    document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true}));
                }""", Base64.getEncoder().encodeToString(Files.readAllBytes(word)));
        Locator open = page.locator(".report").getByRole(AriaRole.BUTTON);
        assertThat(open).isVisible();
        return open.textContent().replace("打开 ", "");
    }

    private void open(String file) {
        page.locator("[data-file='" + file + "']").click();
        assertThat(page.locator("#body")).isAttached();
    }

    private void back() {
        page.locator("#back").click();
        assertThat(page.locator(".rows button").first()).isVisible();
    }

    /** The page beside is drawn, and everything was checked. */
    private void settled() {
        assertThat(page.locator(".bar span")).not().containsText("还在更新");
        assertThat(page.frameLocator("iframe.preview").locator("h1").first()).isVisible();
        page.waitForTimeout(1_500);
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void keep(String name) {
        Path file = TO.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(file)
                .setCaret(com.microsoft.playwright.options.ScreenshotCaret.HIDE));
        assertThat(file).isNotEmptyFile();
    }
}
