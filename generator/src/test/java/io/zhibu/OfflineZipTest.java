package io.zhibu;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The repository's own site in a zip, as somebody in the field gets it on a stick. */
class OfflineZipTest {
    @TempDir
    static Path folder;

    private static Run said;

    @BeforeAll
    static void pack() throws IOException {
        Path zip = folder.resolve("离线.zip");
        said = Run.of(List.of("package", "--site", ".", "--out", zip.toString(), "--strict"));
        assertThat(said.err()).isEmpty();
        try (ZipFile packed = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(packed.entries())) {
                Path file = folder.resolve("解压").resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (InputStream in = packed.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
    }

    @Test
    void itSaysWhatItMade() {
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("离线包已做好（2026-11-23）", "错误 0，警告 0", "离线.zip");
    }

    @Test
    void aDoubleClickOpensTheSiteAndASearchFinds() throws IOException {
        List<String> faults = new ArrayList<>();
        try (Chromium chromium = new Chromium(folder.resolve("解压"))) {
            Page page = chromium.page();
            page.onPageError(faults::add);
            page.onRequestFailed(request -> faults.add(request.url()));
            page.onRequest(request -> assertThat(request.url()).startsWith("file:"));
            page.navigate(chromium.file("打开网站.html"));
            page.waitForURL(url -> url.endsWith("/site/index.html"));
            page.fill("#find-q", "三亮");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("/site/search/index.html"));
            assertThat(page.locator(".hits h2").first()).containsText("三亮");
            page.locator(".hits h2 a").first().click();
            assertThat(page.locator("article h1")).isVisible();
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aStartPageThatIsStillInTheZipSaysWhatToDo() throws IOException {
        Path alone = Files.createDirectories(folder.resolve("alone"));
        Files.copy(folder.resolve("解压/打开网站.html"), alone.resolve("打开网站.html"));
        try (Chromium chromium = new Chromium(alone)) {
            Page page = chromium.page();
            page.navigate(chromium.file("打开网站.html"));
            assertThat(page.locator("body")).containsText("还没有解压");
        }
    }

    @Test
    void noPageOrFeedNamesAHostThatIsNotConfigured() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        try (var files = Files.walk(folder.resolve("解压"))) {
            for (Path file : files.filter(one -> one.toString().matches(".*\\.(html|xml)"))
                    .toList()) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                if (text.matches("(?s).*(<link[^>]*href=\"https?:|<id>https?:|<base ).*")) {
                    named.add(file.toString());
                }
            }
        }
        assertThat(named).isEmpty();
        assertThat(folder.resolve("解压/site/sitemap.xml")).doesNotExist();
    }

    @Test
    void anErrorInTheContentLeavesTheLastZip() throws IOException {
        Path site = folder.resolve("broken");
        for (String part : List.of("site-config", "templates")) {
            Copy.of(Path.of(part), site.resolve(part));
        }
        Files.createDirectories(site.resolve("content/page"));
        Files.writeString(site.resolve("content/page/a.md"), "没有头信息");
        Path last = Files.writeString(folder.resolve("last.zip"), "PK 上一个");
        Run run = Run.of(List.of("package", "--site", site.toString(), "--out", last.toString()));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).startsWith("没有打包，原来的压缩包没有动。");
        assertThat(last).hasContent("PK 上一个");
    }
}
