package io.zhibu.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.builtin.BuiltIn;
import io.zhibu.config.Config;
import io.zhibu.config.ConfigReading;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.jbake.JBakeContents;
import io.zhibu.jbake.JBakeSettings;
import io.zhibu.jbake.JBakeStore;
import io.zhibu.jbake.Once;
import io.zhibu.jbake.PageModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates of a site over those of a program that has faults of its own. */
class OverlaidTemplatesTest {
    @TempDir
    private Path folder;

    private Path site;
    private Path program;

    @BeforeEach
    void both() throws IOException {
        site = folder.resolve("site");
        program = folder.resolve("program");
        new SmallSite(site).file("site-config/jbake.properties", "zhibu.version=" + BuiltIn.line() + "\n");
        below("part.ftlh", "part of the program's");
        below("page.ftlh", "<#include \"part.ftlh\">");
        below("broken.ftlh", "a\n${nothing}");
    }

    private void below(String name, String text) throws IOException {
        Files.createDirectories(program.resolve("templates"));
        Files.writeString(program.resolve("templates").resolve(name), text);
    }

    private void own(String name, String text) throws IOException {
        Files.writeString(site.resolve("templates").resolve(name), text);
    }

    private Engine engine() throws IOException {
        Config config = new ConfigReading(site, Optional.of(new BuiltIn(program, List.of("templates"))))
                .read()
                .value();
        return new Engine(
                config,
                JBakeSettings.of(config, Map.of()),
                new JBakeStore(List.of(), new Once<JBakeContents>(() -> null)),
                LocalDate.of(2026, 7, 1));
    }

    private Outcome<byte[]> made(String name) throws IOException {
        Engine engine = engine();
        return engine.make(engine.first(List.of(name)).orElseThrow(), new PageModel())
                .page();
    }

    private String text(String name) throws IOException {
        return new String(made(name).value(), StandardCharsets.UTF_8);
    }

    @Test
    void aPartOfTheSitesIsTakenByAPageOfTheProgramsAndTheOtherWayRound() throws IOException {
        assertThat(text("page.ftlh")).isEqualTo("part of the program's");
        own("part.ftlh", "part of the site's");
        assertThat(text("page.ftlh")).isEqualTo("part of the site's");
        Files.delete(site.resolve("templates/part.ftlh"));
        own("page.ftlh", "own page, <#include \"part.ftlh\">");
        assertThat(text("page.ftlh")).isEqualTo("own page, part of the program's");
    }

    @Test
    void withoutAFolderOfItsOwnASiteHasTheProgramsTemplates() throws IOException {
        Files.delete(site.resolve("templates"));
        assertThat(text("page.ftlh")).isEqualTo("part of the program's");
    }

    @Test
    void anOwnTemplateOfAnotherEndingCountsBeforeTheProgramsOfTheSame() throws IOException {
        own("page.ftl", "another ending");
        assertThat(engine().first(List.of("page.ftlh"))).hasValue("page.ftl");
        assertThat(text("page.ftlh")).isEqualTo("another ending");
    }

    @Test
    void aFaultSaysWhoseTemplateItIs() throws IOException {
        assertThat(made("broken.ftlh").diagnostics())
                .singleElement()
                .asString()
                .startsWith("〔内置〕templates/broken.ftlh:2:3: 错误[template-undefined] ")
                .endsWith("；这个文件是支部自带的，要改，先拷一份到站点里：zhibu templates --copy templates/broken.ftlh");
        own("broken.ftlh", "${nothing}");
        assertThat(made("broken.ftlh").diagnostics())
                .singleElement()
                .asString()
                .startsWith("templates/broken.ftlh:1:3: 错误[template-undefined] ")
                .doesNotContain("自带");
    }

    /** What was remembered of a page isn't used again when a file comes to lie over the program's. */
    @Test
    void aPageDependsOnTheFilesThatCount() throws IOException {
        Engine engine = engine();
        Trace trace = engine.make("page.ftlh", new PageModel()).trace().orElseThrow();
        assertThat(engine().isSame(trace, new PageModel())).isTrue();

        own("part.ftlh", "part of the site's");

        assertThat(engine().isSame(trace, new PageModel())).isFalse();
        Files.delete(site.resolve("templates/part.ftlh"));
        below("part.ftlh", "changed by an upgrade");
        assertThat(engine().isSame(trace, new PageModel())).isFalse();
    }

    @Test
    void noNameLeadsOutOfEitherFolder() throws IOException {
        Files.writeString(program.resolve("secret.ftlh"), "secret");
        Files.writeString(site.resolve("secret.ftlh"), "secret");
        assertThat(engine().first(List.of("../secret.ftlh"))).isEmpty();
    }
}
