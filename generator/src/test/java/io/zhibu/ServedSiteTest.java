package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The repository's own site behind a web server that hands out files and nothing more. */
class ServedSiteTest {
    @TempDir
    Path folder;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        assertThat(Run.of(List.of(
                                "build",
                                "--site",
                                ".",
                                "--out",
                                folder.resolve("site").toString()))
                        .exit())
                .isZero();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/党建/知识库/"})
    void everyLinkIsAnsweredAtTheRootAndUnderASubPath(String below) throws Exception {
        Path site = folder.resolve("site");
        server.createContext(below, exchange -> {
            String path = exchange.getRequestURI().getPath().substring(below.length());
            Path file = site.resolve(path);
            boolean there = !path.endsWith("/") && Files.isRegularFile(file);
            byte[] bytes = there ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(there ? 200 : 404, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        URI root = new URI("http", null, "127.0.0.1", server.getAddress().getPort(), below, null, null);
        Set<String> broken = new TreeSet<>();
        Set<URI> seen = crawl(URI.create(root.toASCIIString()), broken);
        assertThat(broken).isEmpty();
        assertThat(seen).hasSizeGreaterThan(120);
    }

    private static Set<URI> crawl(URI root, Set<String> broken) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        Deque<URI> next = new ArrayDeque<>(List.of(root.resolve("index.html")));
        Set<URI> seen = new HashSet<>(next);
        while (!next.isEmpty()) {
            URI page = next.poll();
            var answer = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                broken.add(page + " " + answer.statusCode());
            } else if (page.getPath().endsWith(".html")) {
                for (Element element : Jsoup.parse(answer.body()).select("[href], [src]")) {
                    String link = element.hasAttr("href") ? element.attr("href") : element.attr("src");
                    URI target = page.resolve(link.replaceAll("#.*", ""));
                    boolean ours = target.getAuthority() != null
                            && target.getAuthority().equals(root.getAuthority());
                    if (!link.startsWith("#") && ours && seen.add(target)) {
                        next.add(target);
                    }
                }
            }
        }
        return seen;
    }
}
