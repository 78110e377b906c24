package io.zhibu.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import io.zhibu.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Pictures for the eye: every page kind at three widths, by day and by night, in the largest text, in forced colours and on paper; {@code generator/dev shots}. */
@EnabledIfSystemProperty(named = "shots.to", matches = ".+")
class ShotsTest {
    private static final Path TO = Path.of(System.getProperty("shots.to", "target/shots"));
    /** A site that was built before, if the pictures are to be laid beside those of it. */
    private static final String OLD = System.getProperty("shots.old", "");

    private static final String ONLY = System.getProperty("shots.only", ".*");

    @TempDir
    static Path folder;

    @Test
    void everyPageKindHasItsPictures() throws IOException {
        Files.createDirectories(TO);
        List<PageKind> kinds = PageKind.all().stream()
                .filter(kind -> kind.name().matches(ONLY))
                .toList();
        try (Chromium chromium = Chromium.onOwnSite(folder.resolve("site"))) {
            shoot(chromium, kinds, TO);
        }
        if (!OLD.isEmpty()) {
            compare(kinds);
        }
        assertThat(kinds)
                .isNotEmpty()
                .allSatisfy(kind -> assertThat(TO.resolve(kind + "-print.png")).exists());
    }

    private static void compare(List<PageKind> kinds) throws IOException {
        Path site = Path.of(OLD);
        Path before = Files.createDirectories(TO.resolve("old"));
        try (Chromium chromium = new Chromium(site)) {
            shoot(
                    chromium,
                    kinds.stream()
                            .filter(kind ->
                                    Files.exists(site.resolve(kind.path().replaceFirst("\\?.*", ""))))
                            .toList(),
                    before);
        }
        new SideBySide(before, TO, TO.resolve("marks")).write(TO.resolve("compare.html"));
    }

    private static void shoot(Chromium chromium, List<PageKind> kinds, Path to) {
        Look.all().forEach(look -> shoot(chromium, kinds, look, to));
    }

    private static void shoot(Chromium chromium, List<PageKind> kinds, Look look, Path to) {
        try (Page page = look.open(chromium)) {
            for (PageKind kind : kinds) {
                page.navigate(chromium.http(kind.path()));
                kind.settle(page);
                // Pictures below the window wait for a reader who scrolls.
                page.evaluate(
                        "Promise.all([...document.images].map(i => { i.loading = 'eager'; return i.decode().catch(() => {}); }))");
                keep(page, to, kind + "-" + look);
                if (look.equals(Look.DESKTOP)) {
                    largest(page, kind, to);
                    forced(page, kind, to);
                    printed(page, kind, to);
                }
            }
        }
    }

    private static void largest(Page page, PageKind kind, Path to) {
        page.evaluate("document.documentElement.setAttribute('data-size', 'xl')");
        keep(page, to, kind + "-1280-largest");
        page.evaluate("document.documentElement.removeAttribute('data-size')");
    }

    /** As Windows draws it for readers who chose all colours themselves. */
    private static void forced(Page page, PageKind kind, Path to) {
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        keep(page, to, kind + "-1280-forced");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
    }

    /** As wide as the text of a sheet: 156 mm. */
    private static void printed(Page page, PageKind kind, Path to) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(590, 844);
        keep(page, to, kind + "-print");
        page.setViewportSize(Look.DESKTOP.width(), 844);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static void keep(Page page, Path to, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(to.resolve(name + ".png")).setFullPage(true));
    }
}
