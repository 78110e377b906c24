package io.zhibu.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.zhibu.Chromium;
import io.zhibu.NpmPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page kind under axe-core and the design's own rules in a real browser: by day on a desk and at night on a phone,
 * and with {@code -Dreader=every} ({@code generator/dev browser}) at three widths by day and by night.
 */
@DisabledIfSystemProperty(named = "reader", matches = "none", disabledReason = "已在另一个 JDK 上跑过，网页的字节相同")
class AccessibilityTest {
    /** What axe finds, a line each: the rule, what it wants, the first place. */
    private static final String FAULTS = """
            () => axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.map(
                v => v.id + ': ' + v.help + ' — ' + v.nodes.length + ' × ' + v.nodes[0].html.slice(0, 160)))""";

    /** What is pressed is 44 px high or wide enough, but for links inside running text. */
    private static final String SMALL = """
            () => [...document.querySelectorAll('a[href], button, input, select, summary')]
                .filter(e => e.getClientRects().length && !e.matches('.skip, :disabled'))
                .filter(e => !(getComputedStyle(e).display === 'inline'
                    && [...e.parentNode.childNodes].some(n => n !== e && n.textContent.trim().length > 1)))
                .filter(e => !e.closest('.body, .cites, .signed, .say3, .src, .colophon'))
                .map(e => [e, (e.closest('label') || e).getBoundingClientRect()])
                .filter(([e, box]) => box.height < 43.5)
                .map(([e, box]) => 'low: ' + Math.round(box.height) + ' px ' + e.outerHTML.slice(0, 120))
                .slice(0, 5)""";

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static String axe;

    @BeforeAll
    static void bake() throws IOException, InterruptedException {
        axe = Files.readString(NpmPackage.fetched("axe-core", "4.10.3").resolve("axe.min.js"));
        chromium = Chromium.onOwnSite(folder.resolve("site"));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageKindIsReadableByEveryone(Look look) {
        try (Page page = look.open(chromium)) {
            List<String> faults = PageKind.all().stream()
                    .flatMap(kind -> faults(page, kind).stream().map(fault -> kind + " " + look + " " + fault))
                    .toList();
            assertThat(faults).isEmpty();
        }
    }

    private static List<String> faults(Page page, PageKind kind) {
        page.navigate(chromium.http(kind.path()));
        kind.settle(page);
        page.evaluate(axe);
        return Stream.of(FAULTS, Look.STICKS_OUT, SMALL)
                .flatMap(rule -> ((List<?>) page.evaluate(rule)).stream())
                .map(Object::toString)
                .toList();
    }

    static List<Look> looks() {
        return "every".equals(System.getProperty("reader")) ? Look.all() : List.of(Look.DESKTOP, Look.PHONE_AT_NIGHT);
    }

    @Test
    void everyTemplateOfAPageHasItsKind() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("templates"))) {
            List<String> templates = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ftlh") && !name.equals("redirect.ftlh"))
                    .map(name -> name.replace(".ftlh", ""))
                    .sorted()
                    .toList();
            assertThat(PageKind.all().stream()
                            .map(PageKind::template)
                            .distinct()
                            .sorted())
                    .containsExactlyElementsOf(templates);
        }
    }
}
