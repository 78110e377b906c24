package io.zhibu;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code generator/docs/old-browsers.md} says of browsers that nobody has here any more. */
@DisabledIfSystemProperty(named = "reader", matches = "none", disabledReason = "已在另一个 JDK 上跑过，网页的字节相同")
class OldBrowsersTest extends OnOwnSite {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (\\d+) \\|");

    /** What came after Chromium 69, as far as nothing of the tests themselves stands on it. */
    private static final String WITHOUT_NEWER = """
            for (const name of ['DecompressionStream', 'CompressionStream', 'structuredClone', 'queueMicrotask', 'WeakRef',
                    'FinalizationRegistry', 'AggregateError', 'Temporal', 'navigation', 'scheduler', 'trustedTypes', 'cookieStore']) {
                delete window[name];
            }
            const without = (owner, ...names) => names.forEach(name => delete owner[name]);
            without(Array.prototype, 'at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with');
            without(Array, 'fromAsync');
            without(String.prototype, 'at', 'replaceAll', 'matchAll', 'isWellFormed', 'toWellFormed');
            without(Object, 'fromEntries', 'hasOwn', 'groupBy');
            without(Promise, 'allSettled', 'any', 'withResolvers', 'try');
            without(Map, 'groupBy');
            without(Set.prototype, 'union', 'intersection', 'difference', 'isSubsetOf');
            without(Intl, 'Segmenter', 'ListFormat', 'RelativeTimeFormat', 'DisplayNames', 'Locale');
            without(Blob.prototype, 'text', 'arrayBuffer', 'stream', 'bytes');
            without(Element.prototype, 'replaceChildren', 'checkVisibility', 'setHTMLUnsafe', 'getHTML');
            without(Document.prototype, 'startViewTransition');
            without(HTMLElement.prototype, 'showPopover', 'hidePopover', 'togglePopover', 'inert', 'popover');
            without(URLSearchParams.prototype, 'size');
            without(URL, 'canParse', 'parse');
            without(Crypto.prototype, 'randomUUID');
            """;

    @ParameterizedTest
    @ValueSource(ints = {69, 86})
    void allScriptsAreEs2017AndWhatCameLaterIsAllowed(int version) throws Exception {
        Map<String, Integer> allowed = new TreeMap<>(ROW.matcher(
                        Files.readString(Path.of("generator/docs/old-browsers.md")))
                .results()
                .filter(row -> Integer.parseInt(row.group(2)) > version)
                .collect(Collectors.toMap((MatchResult row) -> row.group(1), row -> Integer.parseInt(row.group(2)))));
        Map<String, Integer> used = new TreeMap<>();
        List<String> lines = checked(version);
        assertThat(lines.get(0)).matches("[1-9]\\d+ scripts");
        lines.stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .forEach(line -> used.put(line[1], (int) Double.parseDouble(line[0])));
        assertThat(used).isNotEmpty();
        assertThat(allowed).containsAllEntriesOf(used);
    }

    private static List<String> checked(int version) throws Exception {
        String packages = List.of(
                        NpmPackage.fetched("acorn", "8.19.0").getParent(),
                        NpmPackage.fetched("css-tree", "3.2.1").getParent(),
                        NpmPackage.fetched("@mdn/browser-compat-data", "8.1.9")
                                .getParent()
                                .getParent())
                .stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder node = new ProcessBuilder(
                "node",
                "generator/src/test/resources/old-browsers/check.cjs",
                site.toString(),
                Integer.toString(version));
        node.environment().put("NODE_PATH", packages);
        Process run = node.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String out = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(out).isZero();
        return out.lines().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "file"})
    void withoutWhatCameAfter69TheSiteIsReadAndSearched(String scheme) {
        List<String> faults = new ArrayList<>();
        Page page = chromium.page();
        page.addInitScript(WITHOUT_NEWER);
        page.onPageError(faults::add);
        page.navigate(at(scheme, "index.html"));
        page.fill("#find-q", "三亮");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("search/index.html"));
        assertThat(page.locator(".hits h2").first()).containsText("三亮");
        assertThat(page.locator(".hits .sum mark").first()).isVisible();
        page.locator(".facets label:visible").first().click();
        assertThat(page.locator(".chosen .chip")).hasCount(1);
        page.locator(".hits h2 a").first().click();
        // The box takes keys once its script has run, a moment after the text stands there.
        assertThat(page.locator("article h1")).isVisible();
        assertThat(page.locator("#find-q[role=combobox]")).isVisible();
        page.keyboard().press("/");
        page.keyboard().type("zsr");
        assertThat(page.locator(".panel [role=option]").first()).containsText("郑守仁");
        assertThat(faults).isEmpty();
    }

    @Test
    void everyPageAsksTheNewestEngineOfATwoEnginedBrowser() throws IOException {
        try (var files = Files.walk(site)) {
            assertThat(files.filter(file -> file.toString().endsWith(".html")))
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .containsAnyOf("<meta name=\"renderer\" content=\"webkit\">", "http-equiv=\"refresh\""));
        }
    }
}
