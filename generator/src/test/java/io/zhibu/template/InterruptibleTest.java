package io.zhibu.template;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.cache.StringTemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.zhibu.parallel.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A loop without end is stopped, also in a template that another includes or imports. */
class InterruptibleTest {
    private static final String ENDLESS = "<#list 1..2000000000 as i></#list>";

    @ParameterizedTest
    @ValueSource(strings = {"endless.ftl", "including.ftl", "importing.ftl"})
    void aLoopHeedsTheInterruption(String name) throws IOException, InterruptedException {
        Template template = templates().getTemplate(name);
        CountDownLatch stopped = new CountDownLatch(1);

        new Patience(Duration.ofMillis(50)).spend(() -> {
            try {
                template.process(Map.of(), Writer.nullWriter());
                return "";
            } catch (IOException wrong) {
                throw new UncheckedIOException(wrong);
            } catch (TemplateException wrong) {
                throw new IllegalStateException(wrong);
            } finally {
                stopped.countDown();
            }
        });

        assertThat(stopped.await(30, TimeUnit.SECONDS)).isTrue();
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
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        return templates;
    }
}
