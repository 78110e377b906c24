package io.zhibu.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypesTest {
    @ParameterizedTest
    @CsvSource({
        "index.html, '', text/html; charset=utf-8",
        "A.CSS, '', text/css; charset=utf-8",
        "search/boot.js, '', text/javascript; charset=utf-8",
        "feed.xml, '<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\">', application/atom+xml; charset=utf-8",
        "sitemap.xml, '<?xml version=\"1.0\"?><urlset>', application/xml; charset=utf-8",
        "feed.json, '{\"version\":\"https://jsonfeed.org/version/1.1\"}', application/feed+json; charset=utf-8",
        "data/site.json, '{}', application/json; charset=utf-8",
        "icon.svg, '<svg>', image/svg+xml",
        "a/b.jpeg, '', image/jpeg",
        "qingdan.csv, '', text/csv; charset=utf-8",
        "without-ending, '', application/octet-stream",
        "a.exe, '', application/octet-stream",
    })
    void byNameAndByWhatAFeedHolds(String path, String text, String type) {
        assertThat(ContentTypes.of(path, text.getBytes(StandardCharsets.UTF_8))).isEqualTo(type);
    }
}
