package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import io.zhibu.config.ConfigReading;
import io.zhibu.forms.Forge;
import io.zhibu.forms.FormSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Decap, on the page that our paper shows, takes the settings that {@code zhibu forms} writes: it holds them against its own schema before it lets anybody in. */
class FormsInDecapTest {
    private static final URI REPOSITORY = URI.create("https://git.example.cn/dangjian/zhibu.git");

    private static final Path PAPER = Path.of("generator/docs/forms.md");

    @TempDir
    private static Path folder;

    private static volatile String settings = "";
    private static HttpServer server;
    private static Chromium chromium;

    @BeforeAll
    static void serve() throws Exception {
        Path files = NpmPackage.packed("decap-cms", "3.16.3").resolve("dist");
        Matcher shown = Pattern.compile("(?s)```html\n(.*?)```").matcher(Files.readString(PAPER));
        assertThat(shown.find()).isTrue();
        byte[] page = shown.group(1).replace("sveltia-cms.js", "decap-cms.js").getBytes(StandardCharsets.UTF_8);
        // Not by the strict server of a site: Decap makes functions of texts.
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String name = exchange.getRequestURI().getPath().substring(1);
            byte[] body = name.isEmpty()
                    ? page
                    : name.equals("config.yml")
                            ? settings.getBytes(StandardCharsets.UTF_8)
                            : Files.exists(files.resolve(name)) ? Files.readAllBytes(files.resolve(name)) : new byte[0];
            exchange.getResponseHeaders()
                    .set(
                            "Content-Type",
                            name.isEmpty() ? "text/html" : name.endsWith(".yml") ? "text/yaml" : "text/javascript");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        chromium = new Chromium(folder);
    }

    @AfterAll
    static void close() {
        chromium.close();
        server.stop(0);
    }

    /** What Decap shows: the way in, or what it has against the settings. */
    private static String shown(String text) {
        settings = text;
        List<String> asked = new ArrayList<>();
        try (Page page = chromium.page()) {
            page.setDefaultTimeout(60_000);
            page.onRequest(request -> asked.add(request.url()));
            String here = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            page.navigate(here);
            page.locator("body")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Login|Sign in|Error|error")))
                    .first()
                    .waitFor();
            assertThat(asked.stream().filter(url -> !url.startsWith(here) && !url.startsWith("data:")))
                    .isEmpty();
            return page.locator("body").innerText();
        }
    }

    @ParameterizedTest
    @EnumSource(Forge.class)
    void itLetsTheEditorInAndRefusesAWrongWidget(Forge forge) throws IOException {
        String good = new FormSettings(
                        new ConfigReading(Path.of("").toAbsolutePath())
                                .read()
                                .value()
                                .schemas(),
                        "content")
                .file(forge, REPOSITORY, "main", "app");

        assertThat(shown(good)).doesNotContainIgnoringCase("error").containsPattern("(?i)log ?in|sign in");
        assertThat(shown(good.replaceFirst("\n    folder: ", "\n    folders: ")))
                .containsIgnoringCase("error");
        assertThat(shown(good.replaceFirst("required: true", "required: yes please")))
                .contains("required", "boolean");
    }
}
