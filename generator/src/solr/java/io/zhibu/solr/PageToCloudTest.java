package io.zhibu.solr;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.zhibu.cli.Console;
import io.zhibu.cli.Zhibu;
import io.zhibu.search.Answer;
import io.zhibu.search.Search;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader's page, the recipe's nginx and three nodes of the engine, one behind the other as {@code generator/docs/solr.md} says. */
class PageToCloudTest {
    private static final List<String> QUESTIONS = List.of("郑守仁", "三亮", "联学联做", "主题党日 项目", "党支部 水利");
    private static final String PATH = "/zhibu-search?";

    @TempDir
    private Path folder;

    private Process nginx;

    @AfterEach
    void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.destroy();
            if (!nginx.waitFor(10, TimeUnit.SECONDS)) {
                nginx.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void aReaderIsAnsweredByTheEngineAndByTheFilesOnceItIsGone() throws Exception {
        Path site = copy();
        Files.writeString(
                site.resolve("site-config/jbake.properties"),
                "\nsearch.backend=solr\nsearch.solr.path=/zhibu-search\nsearch.solr.site=own\n",
                StandardOpenOption.APPEND);
        Path built = folder.resolve("built");
        run("build", "--site", site.toString(), "--out", built.toString());
        Search search = SolrCloudTest.search(site);
        Cloud cloud = new Cloud(folder.resolve("cloud"));
        try {
            run(
                    "search-export",
                    "solr",
                    "--site",
                    site.toString(),
                    "--to",
                    cloud.solr().toString(),
                    "--shards",
                    "2",
                    "--replicas",
                    "2");
            int port = serve(built, cloud.address());
            try (Playwright playwright = Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                    Browser browser = playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")))) {
                Page page = browser.newPage();
                List<String> asked = new ArrayList<>();
                page.onResponse(response -> {
                    if (response.url().contains(PATH)) {
                        asked.add(response.status() + "");
                    }
                });
                for (String question : QUESTIONS) {
                    assertThat(shown(page, port, question)).as(question).isEqualTo(expected(search, question));
                }
                assertThat(asked).hasSizeGreaterThanOrEqualTo(QUESTIONS.size()).containsOnly("200");
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/solr/page.png")));

                cloud.stop();
                cloud = null;
                asked.clear();
                for (String question : QUESTIONS) {
                    assertThat(shown(page, port, question)).as(question).isEqualTo(expected(search, question));
                }
                assertThat(asked).isNotEmpty().doesNotContain("200");
            }
        } finally {
            if (cloud != null) {
                cloud.stop();
            }
        }
    }

    private Path copy() throws IOException {
        Path site = folder.resolve("site");
        for (String part : List.of("content", "site-config", "templates")) {
            try (Stream<Path> files = Files.walk(Path.of(part))) {
                for (Path file : files.toList()) {
                    Files.createDirectories(site.resolve(file).getParent());
                    Files.copy(file, site.resolve(file));
                }
            }
        }
        return site;
    }

    private static void run(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            Clock clock = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
            int exit = Zhibu.run(new Console(stream, stream, false), clock, arguments);
            assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();
        }
    }

    /** As the recipe is but for the engine's address, and for its patience with a test that types faster than a reader. */
    private int serve(Path built, String engine) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String recipe = Files.readString(Path.of("generator/docs/server/solr-nginx.conf"))
                .replace("10.1.2.3:8983", engine)
                .replace("rate=10r/s", "rate=1000r/s");
        int server = recipe.indexOf("# 放在 server 里");
        Path settings = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                user root;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events {}
                http {
                    include /etc/nginx/mime.types;
                    access_log off;
                    client_body_temp_path %1$s/t1; proxy_temp_path %1$s/t2; fastcgi_temp_path %1$s/t3;
                    uwsgi_temp_path %1$s/t4; scgi_temp_path %1$s/t5;
                %2$s
                    server {
                        listen 127.0.0.1:%3$d;
                        root %4$s;
                %5$s
                    }
                }
                """.formatted(
                        folder, recipe.substring(0, server), port, built, recipe.substring(server)));
        nginx = new ProcessBuilder("/usr/sbin/nginx", "-p", folder.toString(), "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        for (int tries = 0; tries < 200 && !answers(port); tries++) {
            Thread.sleep(50);
        }
        return port;
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The titles of the first hits, whatever page the reader was on before. */
    private static List<String> shown(Page page, int port, String question) {
        page.navigate("about:blank");
        page.navigate("http://127.0.0.1:" + port + "/search/index.html");
        page.locator("#find-q").fill(question);
        page.keyboard().press("Enter");
        assertThat(page.locator(".hits li").first()).isVisible();
        page.waitForTimeout(1_500);
        return page.locator(".hits li").all().stream()
                .limit(5)
                .map(hit -> hit.locator("a").first().textContent())
                .toList();
    }

    private static List<String> expected(Search search, String question) {
        return search.answer(question).hits().stream()
                .limit(5)
                .map(Answer.Hit::title)
                .toList();
    }
}
