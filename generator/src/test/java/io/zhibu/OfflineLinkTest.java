package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site to take home is offered by the site itself: only when it is there, and never inside of itself. */
class OfflineLinkTest {
    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void aSite() throws IOException {
        root = folder.resolve("site");
        SmallSite.ofOurTypes(root);
        Copy.of(Path.of("templates"), root.resolve("templates"));
        Files.delete(root.resolve("site-config/search-tests.yml"));
        Path settings = root.resolve("site-config/jbake.properties");
        Files.writeString(settings, Files.readString(settings) + "\noffline.zip=target/offline.zip\n");
    }

    @Test
    void whatWasPackedIsOfferedWithItsSizeAndDayAndIsNotInItself() throws IOException {
        assertThat(run("build").exit()).isZero();
        assertThat(offered()).isNull();
        assertThat(folder.resolve("out/offline")).doesNotExist();

        assertThat(run("package", "--as-of", "2026-11-20").exit()).isZero();
        assertThat(run("build").exit()).isZero();
        Path zip = root.resolve("target/offline.zip");
        assertThat(offered().attr("href")).isEqualTo("offline/offline.zip");
        assertThat(offered().parent().text())
                .contains(String.format(Locale.ROOT, "%.1f MB", Files.size(zip) / 1e6), "2026-11-20 的内容");
        assertThat(folder.resolve("out/offline/offline.zip")).hasSameBinaryContentAs(zip);

        assertThat(run("package", "--as-of", "2026-11-21").exit()).isZero();
        try (ZipFile again = new ZipFile(zip.toFile())) {
            assertThat(again.stream().map(entry -> entry.getName()))
                    .isNotEmpty()
                    .noneMatch(name -> name.endsWith(".zip"));
            assertThat(new String(
                            again.getInputStream(again.getEntry("site/index.html"))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8))
                    .doesNotContain("offline.zip");
        }
        Files.delete(zip);
        assertThat(run("build").exit()).isZero();
        assertThat(offered()).isNull();
        assertThat(folder.resolve("out/offline")).doesNotExist();
    }

    @Test
    void whatIsNoZipIsTold() throws IOException {
        Files.createDirectories(root.resolve("target"));
        Files.writeString(root.resolve("target/offline.zip"), "no zip");

        Run run = run("build");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("错误[offline-zip] “target/offline.zip”不是读得出的压缩包");
    }

    private Element offered() throws IOException {
        return Jsoup.parse(Files.readString(folder.resolve("out/index.html"))).selectFirst(".colophon a");
    }

    private Run run(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command, "--site", root.toString()));
        words.addAll(
                command.equals("build") ? List.of("--out", folder.resolve("out").toString()) : List.of(more));
        return Run.of(words);
    }
}
