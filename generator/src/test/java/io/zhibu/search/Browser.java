package io.zhibu.search;

import com.microsoft.playwright.Page;
import io.zhibu.Chromium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A browser with a page that loads the search of a folder and shows nothing. */
final class Browser implements AutoCloseable {
    private static final String PAGE =
            "<!doctype html><meta charset=utf-8><title>search</title><script src=search/search.js></script>";

    private final Chromium chromium;

    Browser(Path folder) throws IOException {
        Files.writeString(folder.resolve("index.html"), PAGE);
        this.chromium = new Chromium(folder);
    }

    Page overHttp() {
        return open(chromium.http("index.html"));
    }

    Page fromDisk() {
        return open(chromium.file("index.html"));
    }

    private Page open(String url) {
        Page page = chromium.page();
        page.navigate(url);
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
    }
}
