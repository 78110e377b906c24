package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The system's Chromium before a folder of a site, which it opens from disk or from a strict server on this machine. */
public final class Chromium implements AutoCloseable {
    /** Where a site also stands on the server, below its root. */
    private static final String BELOW = "/党建/知识库/";

    /** Those that we tell owners of servers to send. */
    static final Map<String, String> HEADERS = headers();

    private final Path site;
    private final Playwright playwright;
    private final Browser browser;
    private final HttpServer server;
    private volatile String withheld = "-";

    public Chromium(Path site) throws IOException {
        this.site = site;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve();
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Before the repository's own site, which is baked into this folder first. */
    public static Chromium onOwnSite(Path folder) throws IOException {
        Run baked = Run.of(List.of("build", "--site", ".", "--styleguide", "--out", folder.toString()));
        assertThat(baked.exit()).as(baked.err()).isZero();
        return new Chromium(folder);
    }

    private static Map<String, String> headers() {
        try (Stream<String> lines = Files.lines(Path.of("generator/docs/server/nginx-headers.conf"))) {
            return lines.map(Pattern.compile("add_header (\\S+) \"(.*)\" always;")::matcher)
                    .filter(Matcher::matches)
                    .collect(Collectors.toUnmodifiableMap(header -> header.group(1), header -> header.group(2)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void serve() {
        serve("/");
        serve(BELOW);
        server.start();
    }

    private void serve(String below) {
        server.createContext(below, exchange -> {
            Path file = site.resolve(exchange.getRequestURI().getPath().substring(below.length()));
            boolean there = Files.isRegularFile(file)
                    && !site.relativize(file).toString().startsWith(withheld);
            byte[] bytes = there ? Files.readAllBytes(file) : new byte[0];
            exchange.getResponseHeaders().add("Content-Type", type(file.toString()));
            HEADERS.forEach(exchange.getResponseHeaders()::add);
            exchange.getResponseHeaders().add("Cache-Control", "no-store");
            exchange.sendResponseHeaders(there ? 200 : 404, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static String type(String name) {
        if (name.endsWith(".js")) {
            return "text/javascript";
        }
        if (name.matches(".*\\.(svg|png|jpg)")) {
            return name.endsWith(".svg") ? "image/svg+xml" : name.endsWith(".png") ? "image/png" : "image/jpeg";
        }
        return name.endsWith(".css") ? "text/css" : "text/html;charset=utf-8";
    }

    /** From now on the server denies this file; {@code -} denies none. */
    void withhold(String path) {
        withheld = path;
    }

    public String http(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    }

    /** As {@link #http}, on the same server in a folder. */
    String below(String path) {
        return http(URI.create(BELOW).toASCIIString().substring(1) + path);
    }

    public String file(String path) {
        return site.toUri() + path;
    }

    public Page page() {
        return page(1280, true);
    }

    Page page(int width, boolean scripts) {
        return page(new Browser.NewContextOptions().setViewportSize(width, 844).setJavaScriptEnabled(scripts));
    }

    /** A page of a fresh reader with this window and these preferences. */
    public Page page(Browser.NewContextOptions reader) {
        BrowserContext context = browser.newContext(reader);
        Page page = context.newPage();
        page.setDefaultTimeout(15_000);
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        server.stop(0);
    }
}
