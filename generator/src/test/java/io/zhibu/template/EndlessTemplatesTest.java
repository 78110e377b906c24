package io.zhibu.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.config.Config;
import io.zhibu.config.ConfigReading;
import io.zhibu.jbake.JBakeContents;
import io.zhibu.jbake.JBakeSettings;
import io.zhibu.jbake.JBakeStore;
import io.zhibu.jbake.Once;
import io.zhibu.jbake.PageModel;
import io.zhibu.parallel.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page whose template has no end is given up, whatever the template does meanwhile, and no other page waits for it again. */
class EndlessTemplatesTest {
    private static final String MATCHING = "${''?right_pad(60, 'a')?matches('(.*a){30}b')?c}";

    @TempDir
    private Path folder;

    private Engine hasty(String... templates) throws IOException {
        new SmallSite(folder);
        for (int i = 0; i < templates.length; i++) {
            Files.writeString(folder.resolve("templates/t" + i + ".ftlh"), templates[i]);
        }
        Config config = new ConfigReading(folder).read().value();
        return new Engine(
                config,
                JBakeSettings.of(config, Map.of()),
                new JBakeStore(List.of(), new Once<JBakeContents>(() -> null)),
                LocalDate.of(2026, 7, 1),
                new Patience(Duration.ofMillis(500)));
    }

    private static List<String> told(Engine engine, String template) {
        return engine.make(template, new PageModel()).page().diagnostics().stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void aLoopAndARegularExpressionWithoutEndAreEachOneError() throws IOException {
        Engine engine = hasty("<#list 1..2000000000 as i></#list>", MATCHING, "in time");

        for (String endless : List.of("t0.ftlh", "t1.ftlh")) {
            assertThat(told(engine, endless)).singleElement().asString().contains(endless, "template-endless", "没有做完");
        }
        assertThat(told(engine, "t2.ftlh")).isEmpty();
        assertThat(told(engine, "t1.ftlh")).hasSize(1);
    }

    @Test
    void afterThreeTheOthersArentTried() throws IOException {
        Engine engine = hasty(MATCHING, MATCHING, MATCHING, "in time");

        for (int i = 0; i < 3; i++) {
            assertThat(told(engine, "t" + i + ".ftlh")).hasSize(1);
        }
        assertThat(told(engine, "t3.ftlh")).singleElement().asString().contains("没有做：已有 3 个模板停不下来");
    }
}
