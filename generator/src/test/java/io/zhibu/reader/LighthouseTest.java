package io.zhibu.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.zhibu.Chromium;
import io.zhibu.NpmPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Lighthouse says of a page as a phone on a slow line gets it; {@code generator/dev browser}. */
@EnabledIfSystemProperty(named = "reader", matches = "every")
class LighthouseTest {
    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static Path lighthouse;

    @BeforeAll
    static void bake() throws IOException, InterruptedException {
        lighthouse = NpmPackage.fetched("lighthouse", "12.8.2").resolve("cli/index.js");
        chromium = Chromium.onOwnSite(folder.resolve("site"));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "work-method/sample-liangqingdan/index.html", "work-method/index.html"})
    void aPageIsQuickAndReadable(String path) throws IOException, InterruptedException {
        JsonObject scores = measured(path).getAsJsonObject("categories");
        assertThat(score(scores, "accessibility")).isEqualTo(100);
        assertThat(score(scores, "best-practices")).isEqualTo(100);
        assertThat(score(scores, "seo")).isEqualTo(100);
        assertThat(score(scores, "performance")).isGreaterThanOrEqualTo(99);
    }

    private static long score(JsonObject scores, String category) {
        return Math.round(scores.getAsJsonObject(category).get("score").getAsDouble() * 100);
    }

    private static JsonObject measured(String path) throws IOException, InterruptedException {
        Path report = folder.resolve("report.json");
        Process run = new ProcessBuilder(
                        "node",
                        lighthouse.toString(),
                        chromium.http(path),
                        "--quiet",
                        "--output=json",
                        "--output-path=" + report,
                        "--chrome-flags=--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
                                + " --disable-background-networking --disable-component-update --disable-sync")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("lighthouse.log").toFile())
                .start();
        boolean ended = run.waitFor(180, TimeUnit.SECONDS);
        assertThat(ended && run.exitValue() == 0)
                .as(Files.readString(folder.resolve("lighthouse.log")))
                .isTrue();
        return JsonParser.parseString(Files.readString(report)).getAsJsonObject();
    }
}
