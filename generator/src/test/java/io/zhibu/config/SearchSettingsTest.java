package io.zhibu.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who answers the searches of the site's pages. */
class SearchSettingsTest {
    @Test
    void theFilesUnlessTheSettingsSayOtherwise() {
        assertThat(elsewhere(Map.of())).isEmpty();
        assertThat(elsewhere(Map.of("search.backend", "static", "search.solr.site", "a")))
                .isEmpty();
    }

    @Test
    void anEngineAtItsUsualPathByTheNameOfTheHost() {
        assertThat(elsewhere(Map.of("search.backend", "solr", "site.host", "https://Zhibu.example.cn/dj/")))
                .contains(new Elsewhere("/zhibu-search", "zhibu.example.cn"));
        assertThat(elsewhere(Map.of(
                        "search.backend", "solr", "search.solr.site", "danwei", "search.solr.path", "/dj/search")))
                .contains(new Elsewhere("/dj/search", "danwei"));
    }

    @Test
    void whatCannotBeIsSaid() {
        assertThat(said(Map.of("search.backend", "solr"))).contains("不知道这个站点在那里叫什么");
        assertThat(said(Map.of("search.backend", "lucene"))).contains("没有“lucene”这种检索");
        assertThat(said(Map.of("search.solr.path", "http://other/"))).contains("不是网页服务器上的路径");
        assertThat(said(Map.of("search.solr.path", "//other/x"))).contains("不是网页服务器上的路径");
        assertThat(said(Map.of("search.solr.site", "甲'"))).contains("不能做站点的标识");
        assertThat(said(Map.of("search.backend", "solr", "search.solr.site", "danwei")))
                .isEmpty();
    }

    private static Optional<Elsewhere> elsewhere(Map<String, String> settings) {
        return new Settings(settings, Map.of()).elsewhere();
    }

    private static String said(Map<String, String> settings) {
        Map<String, Where> lines = settings.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), key -> Where.inFile("jbake.properties")));
        return new SettingsChecking(new Settings(settings, lines), Dialect.CHINESE)
                .check().stream().map(Diagnostic::message).reduce("", String::concat);
    }
}
