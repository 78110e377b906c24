package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The recipes for web servers, by the servers themselves, on a published site: what readers and their browsers get. */
@DisabledOnOs(OS.WINDOWS)
class RecipeServersTest {
    private static final Path RECIPES = Path.of("generator/docs/recipes");
    private static final String CSP =
            "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    @TempDir
    private Path folder;

    private WebServer server;
    private int port;

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void nginxServesAsTheRecipeSays() throws Exception {
        published();
        String recipe = Files.readString(RECIPES.resolve("nginx.conf"))
                .replace(
                        "/etc/nginx/zhibu-headers.conf",
                        Path.of("generator/docs/server/nginx-headers.conf").toAbsolutePath() + "")
                .replace("/srv/zhibu/current", folder.resolve("to/current").toString())
                .replace("listen 80;", "listen 127.0.0.1:" + port + ";");
        server = WebServer.nginx(folder, port, recipe);
        readersGetWhatTheyShould();
    }

    @Test
    void caddyServesAsTheRecipeSays() throws Exception {
        Path caddy = WebServer.installed("/usr/bin/caddy", "/usr/local/bin/caddy");
        published();
        String recipe = Files.readString(RECIPES.resolve("Caddyfile"))
                .replace("/srv/zhibu/current", folder.resolve("to/current").toString())
                .replace("http://zhibu.example.cn {", "http://127.0.0.1:" + port + " {\n\tbind 127.0.0.1");
        Path settings = Files.writeString(
                folder.resolve("Caddyfile"),
                "{\n\tadmin off\n\tauto_https off\n\tstorage file_system " + folder + "/caddy\n}\n" + recipe);
        server = WebServer.start(
                folder, port, caddy.toString(), "run", "--adapter", "caddyfile", "--config", settings.toString());
        readersGetWhatTheyShould();
    }

    /** With an entry that had another id, and a tag that was renamed. */
    private void published() throws IOException {
        Path site = folder.resolve("site");
        Copy.of(Path.of("generator/src/test/resources/bad-inputs/site"), site);
        Path entry = site.resolve("content/method/three.md");
        Files.writeString(
                entry, Files.readString(entry).replace("id: three-asks", "id: three-asks\nformer_ids: [asks]"));
        Files.writeString(
                site.resolve("templates/redirect.ftlh"),
                "<!DOCTYPE html><html lang=\"zh-CN\"><title>${former}</title><a href=\"${root}${to.uri}\">${to.title}</a>");
        Files.writeString(
                site.resolve("templates/search.ftlh"), "<!DOCTYPE html><html lang=\"zh-CN\"><title>检索</title>");
        Path settings = site.resolve("site-config/jbake.properties");
        Files.writeString(settings, Files.readString(settings).replaceAll("(?m)^render\\.search=.*$", ""));
        Path schema = site.resolve("site-config/schemas/method.yml");
        Files.writeString(
                schema,
                Files.readString(schema)
                        .replaceFirst("(?m)^fields:.*$", "$0\n  former_ids: {label: 旧标识, kind: text, many: true}"));
        Run night = Run.of(List.of(
                "publish",
                "--site",
                site.toString(),
                "--to",
                folder.resolve("to").toString()));
        assertThat(night.exit()).as(night.err()).isZero();
        port = WebServer.freePort();
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private void readersGetWhatTheyShould() throws Exception {
        HttpResponse<byte[]> home = get("/");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(header(home, "Content-Security-Policy")).isEqualTo(CSP);
        assertThat(header(home, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(home, "Cache-Control")).isEqualTo("no-cache");
        // Large enough to be worth it.
        assertThat(header(get("/feed.json"), "Content-Encoding")).isEqualTo("gzip");

        String part;
        try (Stream<Path> files = Files.list(folder.resolve("to/current/search"))) {
            part = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[a-z]+-[0-9a-f]{6,}\\.js"))
                    .findFirst()
                    .orElseThrow();
        }
        HttpResponse<byte[]> named = get("/search/" + part);
        assertThat(named.statusCode()).isEqualTo(200);
        assertThat(named.headers().allValues("Cache-Control")).containsExactly("public, max-age=31536000, immutable");
        assertThat(header(named, "Content-Security-Policy")).isEqualTo(CSP);

        HttpResponse<byte[]> lost = get("/nowhere.html");
        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(get("/.zhibu-site").statusCode()).isEqualTo(404);
        assertThat(get("/search/").statusCode()).isNotEqualTo(500);

        for (String old : List.of("/method/asks/", "/method/asks/index.html")) {
            HttpResponse<byte[]> moved = get(old);
            assertThat(moved.statusCode()).as(old).isEqualTo(301);
            assertThat(header(moved, "Location")).isEqualTo("/method/three-asks/");
        }
        HttpResponse<byte[]> now = get("/method/three-asks/");
        assertThat(now.statusCode()).isEqualTo(200);
        // Where no server reads the list, the page leads on.
        assertThat(new String(
                        Files.readAllBytes(folder.resolve("to/current/method/asks/index.html")),
                        StandardCharsets.UTF_8))
                .contains("<a href=\"../../method/three-asks/index.html\">");
    }
}
