package io.zhibu.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.diagnostic.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder's settings, with what is wrong in them. */
class ConfigReadingTest {
    @TempDir
    private Path folder;

    @Test
    void aSiteOfTypesIsRead() throws IOException {
        new SmallSite(folder);
        Config config = read().value();

        assertThat(config.dialect()).isEqualTo(Dialect.CHINESE);
        assertThat(config.settings().title()).isEqualTo("小站");
        assertThat(config.settings().host()).contains("http://zhibu.example.cn");
        assertThat(config.settings().largestAsset()).isEqualTo(64 * 1024);
        assertThat(config.schemas().types()).extracting(type -> type.label()).containsExactly("工作法", "党支部");
        assertThat(config.layout().spelt(config.layout().content())).isEqualTo("content");
    }

    @Test
    void aJBakeProjectIsKnownByItsSettingsAtTheRoot() throws IOException {
        Files.writeString(folder.resolve("jbake.properties"), "site.host=http://example.cn/\n");
        Files.createDirectories(folder.resolve("content"));
        Files.createDirectories(folder.resolve("templates"));
        Outcome<Config> read = read();

        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.value().dialect()).isEqualTo(Dialect.JBAKE);
        assertThat(read.value().settings().host()).contains("http://example.cn");
        assertThat(read.value().layout().assets()).isEqualTo(folder.resolve("assets"));
    }

    @Test
    void aVocabularyThatCannotBeReadIsToldOnceAndNotAgainByWhatNamesItsWords() throws IOException {
        new SmallSite(folder);
        Files.writeString(folder.resolve("site-config/vocabularies/unit.yml"), "words:\n  cjw: {label: 长江委\n");
        Files.writeString(
                folder.resolve("site-config/baseline.yml"),
                "lines:\n  - {label: 机关党支部, number: 20, source: three-asks, unit: 长江委}\n");

        assertThat(read().diagnostics())
                .extracting(one -> one.where().file() + " " + one.rule())
                .containsExactly("site-config/vocabularies/unit.yml yaml-bracket");
    }

    @Test
    void whatNobodySaidHasADefault() throws IOException {
        settings("");
        Settings settings = read().value().settings();

        assertThat(settings.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(settings.perPage()).isEqualTo(20);
        assertThat(settings.host()).isEmpty();
    }

    @Test
    void aWrongSettingIsToldAtItsLineAndItsDefaultStands() throws IOException {
        settings("\uFEFF# 设置\r\nsite.timezone=Asia/Wuhan\r\n  index.posts_per_page = many\r\n");
        Outcome<Config> read = read();

        assertThat(read.diagnostics())
                .map(SmallSite::brief)
                .containsExactly(
                        "site-config/jbake.properties:2:1 setting-value",
                        "site-config/jbake.properties:3:3 setting-value");
        assertThat(read.value().settings().zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(read.value().settings().perPage()).isEqualTo(20);
    }

    @Test
    void linesMayGoOnAndKeysMayBeForeign() throws IOException {
        settings("site.title=支部\\\n  工作法\nmy.own=1\n");
        Outcome<Config> read = read();

        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.value().settings().title()).isEqualTo("支部工作法");
        assertThat(read.value().settings().get("my.own")).contains("1");
    }

    @Test
    void aSettingOfJBakesThatNothingHeedsIsTold() throws IOException {
        settings("render.index=false\nrender.tags=yes\nserver.port=80\n");

        assertThat(read().diagnostics())
                .map(SmallSite::brief)
                .containsExactly(
                        "site-config/jbake.properties:1:1 setting-unheeded",
                        "site-config/jbake.properties:3:1 setting-unheeded");
    }

    /** What JBake has a default for is a setting of JBake's: none may be accepted and do nothing. Templates without pages the plan tells of. */
    @Test
    void ofEachOfJBakesSettingsItIsKnownWhetherItIsHeeded() throws IOException {
        Properties defaults = new Properties();
        try (InputStream of = DefaultJBakeConfiguration.class.getResourceAsStream("/default.properties")) {
            defaults.load(of);
        }
        assertThat(defaults.stringPropertyNames())
                .filteredOn(key -> Unheeded.hint(key).isEmpty())
                .containsExactlyInAnyOrder(
                        "version",
                        "build.timestamp",
                        "git.hash",
                        "content.folder",
                        "template.folder",
                        "asset.folder",
                        "template.masterindex.file",
                        "template.feed.file",
                        "template.error404.file",
                        "template.tag.file",
                        "template.tagsindex.file",
                        "template.sitemap.file",
                        "template.post.file",
                        "template.archive.file",
                        "template.page.file",
                        "render.feed",
                        "render.error404",
                        "render.sitemap",
                        "render.tags",
                        "render.encoding",
                        "freemarker.outputencoding",
                        "index.posts_per_page",
                        "site.host");
    }

    @Test
    void withoutSettingsNothingElseIsLookedFor() throws IOException {
        assertThat(read().diagnostics())
                .map(SmallSite::brief)
                .isEqualTo(List.of("site-config/jbake.properties config-missing"));
    }

    private void settings(String text) throws IOException {
        new SmallSite(folder).file("site-config/jbake.properties", text);
    }

    private Outcome<Config> read() throws IOException {
        return new ConfigReading(folder).read();
    }
}
