package io.zhibu.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteAddressTest {
    @ParameterizedTest
    @CsvSource({
        "/, index.html",
        "/a, a",
        "/work-method/x/, work-method/x/index.html",
        "/tags/%E5%85%9A%E5%BB%BA/index.html, tags/党建/index.html",
        "/a%20b~2.css, a b~2.css",
        "/.well-known/a, .well-known/a",
        "/a..b/c...d, a..b/c...d",
    })
    void aPathIsAnAddress(String path, String address) {
        assertThat(SiteAddress.of(path)).get().hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "//",
                "//evil.test/",
                "/a//b",
                "/..",
                "/../a",
                "/a/../b",
                "/a/..",
                "/.",
                "/a/./b",
                "/%2e%2e/a",
                "/%2E%2E/a",
                "/.%2e/a",
                "/a%2fb",
                "/a%5cb",
                "/a\\..\\b",
                "/a%00",
                "/a%0d%0aX:y",
                "/a%7f",
                "/%",
                "/%4",
                "/%zz",
                "/%ff%fe",
                "/%c0%ae%c0%ae/a",
                "/%ed%a0%80",
            })
    void whatCouldMeanTwoThingsIsNone(String path) {
        assertThat(SiteAddress.of(path)).isEmpty();
    }
}
