package io.zhibu;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests that open the repository's own site in a browser: baked once for each class. */
abstract class OnOwnSite {
    @TempDir
    static Path folder;

    static Path site;
    static Chromium chromium;

    @BeforeAll
    static void bake() throws IOException {
        site = folder.resolve("site");
        chromium = Chromium.onOwnSite(site);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    /** The address of a page, by one of the two schemes. */
    static String at(String scheme, String path) {
        return scheme.equals("http") ? chromium.http(path) : chromium.file(path);
    }
}
