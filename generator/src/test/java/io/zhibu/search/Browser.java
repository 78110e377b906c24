package io.zhibu.search;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The system's Chromium with a page that loads the search of a folder, from disk or from a server on this machine. */
final class Browser implements AutoCloseable {
    private static final String PAGE =
            "<!doctype html><meta charset=utf-8><title>search</title><script src=search/search.js></script>";

    private final Path folder;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final HttpServer server;

    Browser(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("index.html"), PAGE);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve();
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private void serve() {
        server.createContext("/", exchange -> {
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
            boolean there = Files.isRegularFile(file);
            byte[] bytes = there ? Files.readAllBytes(file) : new byte[0];
            exchange.getResponseHeaders()
                    .add("Content-Type", file.toString().endsWith(".js") ? "text/javascript" : "text/html");
            exchange.getResponseHeaders().add("Content-Security-Policy", "default-src 'self'");
            exchange.getResponseHeaders().add("Cache-Control", "no-store");
            exchange.sendResponseHeaders(there ? 200 : 404, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    Page overHttp() {
        Page page = chromium.newPage();
        page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/index.html");
        return page;
    }

    Page fromDisk() {
        Page page = chromium.newPage();
        page.navigate(folder.resolve("index.html").toUri().toString());
        return page;
    }

    /** Writes a search's files where the pages look for them. */
    static void write(Path folder, io.zhibu.output.Output output) {
        output.files().forEach((address, source) -> {
            try {
                Path file = folder.resolve(address.path());
                Files.createDirectories(file.getParent());
                Files.write(file, source.make().value());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    static void replace(Path file, String from, String to) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, text.replace(from, to), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
        server.stop(0);
    }
}
