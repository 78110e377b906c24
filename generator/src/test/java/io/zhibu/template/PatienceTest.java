package io.zhibu.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freemarker.cache.StringTemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Work without end is stopped, also in a template, and the thread goes on as before. */
class PatienceTest {
    private static final String ENDLESS = "<#list 1..2000000000 as i></#list>";

    @Test
    void whatTakesTooLongIsInterruptedAndToldOf() {
        Patience patience = new Patience(Duration.ofMillis(50));
        Patience.Work work = patience.begin();

        assertThatThrownBy(() -> Thread.sleep(60_000)).isInstanceOf(InterruptedException.class);

        assertThat(work.end()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void whatEndsInTimeIsLeftAlone() throws InterruptedException {
        Patience patience = new Patience(Duration.ofMillis(200));
        for (int i = 0; i < 1_000; i++) {
            assertThat(patience.begin().end()).isFalse();
        }
        Thread.sleep(400);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void workOnManyThreadsIsWatchedAgainAfterARest() throws Exception {
        Patience patience = new Patience(Duration.ofMillis(50));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int round = 0; round < 3; round++) {
            List<Future<Boolean>> late = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> {
                        Patience.Work work = patience.begin();
                        try {
                            Thread.sleep(60_000);
                        } catch (InterruptedException stopped) {
                            return work.end();
                        }
                        return false;
                    }))
                    .toList();
            for (Future<Boolean> one : late) {
                assertThat(one.get()).isTrue();
            }
            Thread.sleep(60);
        }
        threads.shutdown();
    }

    @Test
    void aLoopInATemplateOrInOneThatItIncludesIsStopped() throws IOException {
        for (String name : List.of("endless.ftl", "including.ftl", "importing.ftl")) {
            Patience patience = new Patience(Duration.ofMillis(50));
            Template template = templates().getTemplate(name);
            Patience.Work work = patience.begin();

            assertThatThrownBy(() -> template.process(Map.of(), Writer.nullWriter()));

            assertThat(work.end()).as(name).isTrue();
        }
    }

    private static Configuration templates() {
        StringTemplateLoader loader = new StringTemplateLoader();
        loader.putTemplate("endless.ftl", ENDLESS);
        loader.putTemplate("including.ftl", "<#include 'endless.ftl'>");
        loader.putTemplate("macro.ftl", "<#macro run>" + ENDLESS + "</#macro>");
        loader.putTemplate("importing.ftl", "<#import 'macro.ftl' as m><@m.run/>");
        Configuration templates = new Interruptible(Configuration.VERSION_2_3_34, name -> {});
        templates.setTemplateLoader(loader);
        templates.setLogTemplateExceptions(false);
        templates.setTemplateExceptionHandler(freemarker.template.TemplateExceptionHandler.RETHROW_HANDLER);
        return templates;
    }
}
