package io.zhibu;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import io.zhibu.workbench.AtDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An editor at the workbench, in a browser: types, is told, sees, and sends. */
class WorkbenchInBrowserTest {
    private static final String ENTRY = "content/work-method/sanliang.md";
    private static final String FAULTS =
            "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], iframes: false}))"
                    + ".violations.map(v => v.id + ': ' + v.help + ' — ' + v.nodes.length + ' × ' + v.nodes[0].html.slice(0, 160))";
    private static final String STICKS_OUT = "() => document.scrollingElement.scrollWidth - innerWidth";

    @TempDir
    private static Path folder;

    private static EditorsSite editors;
    private static Path site;
    private static Chromium chromium;
    private static AtDesk desk;

    private final List<String> said = new ArrayList<>();
    private String good;
    private Page page;

    @BeforeAll
    static void serve() throws Exception {
        editors = new EditorsSite(
                folder, List.of(ENTRY, "content/work-method/sanzhua-sibi.md", "content/work-method/fenlei-qingdan.md"));
        site = editors.site();
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        desk = new AtDesk(site);
        chromium = new Chromium(site);
    }

    @AfterAll
    static void close() throws IOException {
        chromium.close();
        desk.close();
    }

    @BeforeEach
    void come() throws IOException {
        good = Files.readString(site.resolve(ENTRY));
        page = window(1280);
    }

    private Page window(int width) {
        Page fresh = chromium.page(new Browser.NewContextOptions().setViewportSize(width, 860));
        fresh.setDefaultTimeout(60_000);
        fresh.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("409")) {
                said.add(message.text());
            }
        });
        fresh.onPageError(said::add);
        fresh.navigate(desk.address());
        assertThat(fresh.locator(".rows button").first()).isVisible();
        return fresh;
    }

    @AfterEach
    void mend() throws IOException {
        page.context().close();
        desk.post("resolve", Map.of("file", ENTRY, "take", "theirs"));
        Files.writeString(site.resolve(ENTRY), good);
        assertThat(said).isEmpty();
    }

    private static void open(Page page, String file) {
        page.locator("[data-file='" + file + "']").click();
        assertThat(page.locator("#body")).isAttached();
    }

    private static Locator tab(Page page, String name) {
        return page.locator("#tab-" + name);
    }

    private static FrameLocator preview(Page page) {
        return page.frameLocator("iframe.preview");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void nothingHappensWhileAnInputMethodIsAtWork() throws IOException {
        open(page, ENTRY);
        assertThat(preview(page).locator("h1").first()).isVisible();
        List<String> sent = new ArrayList<>();
        page.onRequest(request -> {
            if (request.method().equals("POST")) {
                sent.add(request.url());
            }
        });
        Locator body = page.locator("#body");
        body.click();
        page.keyboard().press("Control+End");
        CDPSession keys = page.context().newCDPSession(page);
        for (String typed : List.of("x", "xin", "xin'xie", "新写")) {
            JsonObject composition = new JsonObject();
            composition.addProperty("text", typed);
            composition.addProperty("selectionStart", typed.length());
            composition.addProperty("selectionEnd", typed.length());
            keys.send("Input.imeSetComposition", composition);
            page.waitForTimeout(500);
        }
        assertThat(sent).isEmpty();
        assertThat(page.locator("#status")).hasText("已保存");
        page.keyboard().press("Control+s");
        assertThat(sent).isEmpty();

        JsonObject chosen = new JsonObject();
        chosen.addProperty("text", "新写的一句。");
        keys.send("Input.insertText", chosen);

        assertThat(page.locator("#status")).hasText("草稿已记下，还没保存");
        assertThat(preview(page).locator("main")).containsText("新写的一句。");
        assertThat(body).hasValue(java.util.regex.Pattern.compile("[\\s\\S]*[^a-z']新写的一句。"));
        assertThat(Files.readString(site.resolve(ENTRY))).isEqualTo(good);
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndLeadsToItsLine() {
        open(page, ENTRY);
        page.locator("#body")
                .fill("\n## 背景\n\n" + "一段。\n\n".repeat(80) + "这里有,半角的逗号。\n\n## 做法\n\n做了。\n\n## 成效\n\n好。\n");
        Locator there = page.locator(".problems .said", new Page.LocatorOptions().setHasText("半角"));
        assertThat(there).isVisible();
        there.getByRole(AriaRole.BUTTON).click();
        assertThat((String) page.evaluate("() => { const b = document.getElementById('body');"
                        + " return b.value.slice(b.selectionStart).split('\\n')[0]; }"))
                .startsWith(",半角的逗号。");
        assertThat(((Number) page.evaluate("() => document.getElementById('body').scrollTop")).intValue())
                .isGreaterThan(1_000);

        tab(page, "fields").click();
        Locator summary = page.locator("[data-field=summary]");
        summary.locator("textarea").fill("太短");
        assertThat(summary.locator(".said.grave")).containsText("错误");
        assertThat(summary.locator("textarea")).hasAttribute("aria-invalid", "true");
        assertThat(tab(page, "fields").locator("b").first()).hasAttribute("aria-label", "1 处错误");
        page.locator("#submit").click();
        assertThat(page.locator("dialog")).isVisible();
        page.locator("dialog input").first().fill("示例编辑");
        button(page, "提交").click();
        assertThat(page.locator("#alarm")).containsText("这一篇还有 1 处错误，改好再提交。");
        said.removeIf(text -> text.contains("400"));
    }

    @Test
    void aWordIsFoundByItsInitialsAndTheRestOfTheFileStays() throws IOException {
        open(page, ENTRY);
        tab(page, "fields").click();
        Locator problem = page.locator("[data-field=problem]");
        Locator box = problem.getByRole(AriaRole.COMBOBOX);
        box.fill("zdls");
        assertThat(problem.getByRole(AriaRole.OPTION).first()).hasText("制度落实");
        box.press("Enter");
        assertThat(problem.locator(".chip")).hasCount(2);
        assertThat(page.locator("#status")).hasText("草稿已记下，还没保存");
        page.locator("#save").click();
        assertThat(page.locator("#status")).hasText("已保存");
        assertThat(Files.readString(site.resolve(ENTRY)))
                .isEqualTo(good.replaceFirst("(?m)^problem: \\[(.*)]$", "problem: [$1, 制度落实]"));
        Repository.in(site).git(Map.of(), "checkout", "--quiet", "--", ENTRY);
    }

    @Test
    void aLinkIsMadeFromATitle() {
        open(page, ENTRY);
        page.locator("#body").click();
        page.keyboard().press("Control+End");
        page.keyboard().press("Control+k");
        page.locator("dialog input").fill("szsb");
        page.locator("dialog [role=option]").first().click();
        assertThat(page.locator("#body"))
                .hasValue(java.util.regex.Pattern.compile("[\\s\\S]*]\\(sanzhua-sibi\\.md\\)"));
        assertThat(preview(page).locator("main a[href*='sanzhua-sibi']").last()).isAttached();
    }

    @Test
    void twoWindowsOnOneEntryLoseNothing() {
        Page other = window(1280);
        open(page, ENTRY);
        open(other, ENTRY);
        page.locator("#body").fill("这边写的。\n");
        other.locator("#body").fill("那边写的。\n");

        other.waitForFunction(
                "() => document.querySelector('.both') || /记下/.test(document.getElementById('status').textContent)");
        page.waitForFunction(
                "() => document.querySelector('.both') || /记下/.test(document.getElementById('status').textContent)");
        Page late = page.locator(".both").count() > 0 ? page : other;
        String mine = late == page ? "这边写的。" : "那边写的。";
        String theirs = late == page ? "那边写的。" : "这边写的。";
        assertThat(late.locator(".both [role=alert]")).containsText("另一个窗口也在改这一篇，先存了一步");
        assertThat(late.locator("#body")).hasValue(mine + "\n");
        assertThat(late.locator(".both .gone").first()).hasText(theirs);

        late.locator("#body").fill(mine + "\n" + theirs + "\n");
        button(late, "以我的为准").click();

        assertThat(late.locator("#status")).hasText("草稿已记下，还没保存");
        Page first = late == page ? other : page;
        assertThat(first.locator("#body")).hasValue(mine + "\n" + theirs + "\n");
        other.context().close();
    }

    @Test
    void whatSomebodyElseSavedIsShownBesideAtOnce() throws IOException {
        open(page, ENTRY);
        page.locator("#body").fill("我写的。\n");
        assertThat(page.locator("#status")).hasText("草稿已记下，还没保存");
        Files.writeString(site.resolve(ENTRY), good + "\n别人加的一句。\n");

        assertThat(page.locator(".both [role=alert]")).containsText("有人先改了这个文件");
        assertThat(page.locator(".both .pair")).containsText("别人加的一句。");
        assertThat((Boolean) page.evaluate("() => [...document.querySelectorAll('.pair div')]"
                        + ".every(line => line.scrollHeight <= line.clientHeight + 1)"))
                .as("no line runs into the next")
                .isTrue();
        assertThat(page.locator("#body")).hasValue("我写的。\n");
        button(page, "以那边的为准").click();
        assertThat(page.locator("#body")).hasValue(java.util.regex.Pattern.compile("[\\s\\S]*别人加的一句。\n"));
        assertThat(page.locator("#status")).hasText("已保存");
    }

    @Test
    void whatOthersMergedIsTakenBackAndWhatMetIsOneClickAway() throws IOException {
        editors.merged(ENTRY, good.replaceFirst("(?m)^summary: .*$", "summary: 别人改过的摘要：亮身份、亮承诺、亮业绩，先从窗口做起"));
        Files.writeString(
                site.resolve(ENTRY), good.replaceFirst("(?m)^summary: .*$", "summary: 我改过的摘要：亮身份、亮承诺、亮业绩，后从科室做起"));

        button(page, "取回最新").click();

        Locator news = page.locator(".desk .report");
        assertThat(news).containsText("取回了仓库里的 1 次改动");
        assertThat(news).containsText("两边改了同一处，打开看，两边并排放着");
        news.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".both [role=alert]")).containsText("有人先改了这个文件");
        assertThat(page.locator(".both .pair .gone")).hasText("summary: 别人改过的摘要：亮身份、亮承诺、亮业绩，先从窗口做起");
        assertThat(page.locator(".both .pair .add")).hasText("summary: 我改过的摘要：亮身份、亮承诺、亮业绩，后从科室做起");
        assertThat(page.locator(".both .pair")).containsText("正文：两边一样");
        button(page, "以那边的为准").click();
        assertThat(page.locator("#status")).hasText("已保存");
        good = Files.readString(site.resolve(ENTRY));
        page.locator("#back").click();
        button(page, "取回最新").click();
        assertThat(page.locator(".desk .report")).hasText("已经是最新的，仓库里没有新的改动。");
    }

    @Test
    void aPastedPictureIsAskedForItsWords() {
        open(page, ENTRY);
        page.locator("#body").click();
        page.keyboard().press("Control+End");
        page.evaluate("""
                async () => {
                    const canvas = document.createElement('canvas');
                    canvas.width = 40;
                    canvas.height = 30;
                    canvas.getContext('2d').fillRect(0, 0, 20, 30);
                    const blob = await new Promise(done => canvas.toBlob(done, 'image/png'));
                    const data = new DataTransfer();
                    data.items.add(new File([blob], '现场.png', {type: 'image/png'}));
                    document.getElementById('body').dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true}));
                }""");
        Locator words = page.locator("dialog input");
        assertThat(words).isFocused();
        button(page, "放进去").click();
        assertThat(page.locator("dialog [role=alert]")).hasText("写一句图上有什么。");
        words.fill("半边黑的方块");
        button(page, "放进去").click();
        assertThat(page.locator("#body"))
                .hasValue(java.util.regex.Pattern.compile("[\\s\\S]*!\\[半边黑的方块]\\(sanliang/现场\\.png\\)\n"));
        assertThat(preview(page).locator("img[alt='半边黑的方块']")).isAttached();
    }

    @Test
    void everyoneCanUseItInBothWidthsByDayAndNight() throws IOException, InterruptedException {
        String axe = Files.readString(NpmPackage.fetched("axe-core", "4.10.3").resolve("axe.min.js"));
        List<String> faults = new ArrayList<>();
        for (int width : new int[] {1280, 820}) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (Page look = window(width)) {
                    look.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    look.evaluate(axe);
                    faults(look, "list " + width + scheme, faults);
                    open(look, ENTRY);
                    assertThat(preview(look).locator("h1").first()).isAttached();
                    faults(look, "body " + width + scheme, faults);
                    tab(look, "fields").click();
                    look.locator("details.more").evaluate("all => all.open = true");
                    faults(look, "fields " + width + scheme, faults);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void faults(Page page, String where, List<String> faults) {
        ((List<?>) page.evaluate(FAULTS)).forEach(one -> faults.add(where + " " + one));
        int wide = ((Number) page.evaluate(STICKS_OUT)).intValue();
        if (wide > 0) {
            faults.add(where + " sticks out by " + wide + " px");
        }
    }

    /** From a Word file to a checked page in the repository, with the mouse and the keyboard alone. */
    @Test
    void anEditorsDay() throws Exception {
        Path word = writtenByLibreOffice();
        String bytes = Base64.getEncoder().encodeToString(Files.readAllBytes(word));
        page.evaluate("""
                text => {
                    const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
                    const data = new DataTransfer();
                    data.items.add(new File([bytes], '带新人的办法.docx'));
                    document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true}));
                }""", bytes);
        Locator report = page.locator(".report");
        assertThat(report).containsText("已导入");
        assertThat(report).containsText("合并的单元格");
        String file = report.getByRole(AriaRole.BUTTON).textContent().replace("打开 ", "");
        assertThat(Files.readString(site.resolve(file))).contains("# 待核：");

        report.getByRole(AriaRole.BUTTON).click();
        assertThat(tab(page, "fields")).hasAttribute("aria-selected", "true");
        assertThat(page.locator("[data-field=unit] .said.grave")).containsText("虚构的单位，只能用于示例条目");
        page.locator("details.more summary").click();
        page.locator("[data-field=sample] input[type=checkbox]").check();
        page.locator("[data-field=status] select").selectOption("published");
        assertThat(page.locator("[data-field=published] .said.grave")).isVisible();
        page.locator("[data-field=published] input").fill("2026-11-20");
        for (String field : List.of("authors", "issuer", "state")) {
            Locator missing = page.locator("[data-field=" + field + "]");
            assertThat(missing.locator(".said.grave")).containsText("示例条目要填全");
            missing.locator(".unrecorded input").uncheck();
        }
        page.locator("[data-field=authors] textarea").fill("示例编辑");
        Locator issuer = page.locator("[data-field=issuer]");
        issuer.getByRole(AriaRole.COMBOBOX).fill("示例机关");
        assertThat(issuer.getByRole(AriaRole.OPTION).first()).hasText("示例机关");
        issuer.getByRole(AriaRole.COMBOBOX).press("Enter");
        page.locator("[data-field=state] select").selectOption(new SelectOption().setIndex(1));
        Locator marks = page.locator(".todo button");
        while (marks.count() > 0) {
            marks.first().click();
        }
        assertThat(page.locator("#status")).hasText("草稿已记下，还没保存");
        assertThat(page.locator(".said.grave")).hasCount(0);

        tab(page, "body").click();
        page.locator("#body").click();
        page.keyboard().press("Control+Home");
        page.keyboard().insertText("编辑加的一句。\n\n");
        assertThat(preview(page).locator("main")).containsText("编辑加的一句。");
        assertThat(preview(page).locator("main")).containsText("老党员");

        page.locator("#submit").click();
        page.locator("dialog input").first().fill("示例编辑");
        button(page, "提交").click();
        assertThat(page.locator("#status")).containsText("已提交审核：分支 edit/");

        String branch = page.locator("#status").textContent().replaceFirst(".*分支 (edit/[a-z-]+).*", "$1");
        Path clone = folder.resolve("审核人的克隆");
        Repository.in(site)
                .git(
                        Map.of(),
                        "clone",
                        "--quiet",
                        "--branch",
                        branch,
                        editors.bare().toString(),
                        clone.toString());
        assertThat(Files.readString(clone.resolve(file)))
                .contains("编辑加的一句。", "sample: true", "published: 2026-11-20")
                .doesNotContain("待核");
        Run check = Run.of(List.of("check", "--site", clone.toString()));
        assertThat(check.exit()).as(check.err()).isZero();
        assertThat(check.out()).contains("错误 0");
        page.locator("#back").click();
        assertThat(page.locator("[data-file='" + file + "']")).containsText("已提交审核");
    }

    private static Path writtenByLibreOffice() throws IOException, InterruptedException {
        Path office = Path.of("/usr/bin/soffice");
        Assumptions.assumeTrue(Files.isExecutable(office), "没有 LibreOffice");
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        office.toString(),
                        "-env:UserInstallation=" + folder.resolve("office").toUri(),
                        "--headless",
                        "--convert-to",
                        "docx",
                        "--outdir",
                        folder.toString(),
                        Path.of("generator/src/test/resources/word/libreoffice.fodt")
                                .toAbsolutePath()
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        return folder.resolve("libreoffice.docx");
    }
}
