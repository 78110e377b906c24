package io.zhibu.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Where;
import java.io.File;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.parser.MarkdownEngine;
import org.jbake.parser.ParserContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JBake's own engine is asked, and gives what we give. */
class JbakeProfileTest {
    private static final String MARKDOWN = """
            # 标题 One

            第一行
            第二行 **“强调”** https://example.com/ "quoted" -- ...

            | 名 | 数 |
            |----|---:|
            | 甲 | 1  |

            词
            :   释义

            * 一
                * 二

            ~~~ java
            int a = 1 < 2;
            ~~~

            <div onclick="f()">原样</div>

            ~~删~~ H~2~O [[页]] 注[^1]

            [^1]: 注文
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HARDWRAPS,AUTOLINKS,FENCED_CODE_BLOCKS,DEFINITIONS",
                "",
                "ALL",
                "ALL_WITH_OPTIONALS",
                "+TABLES, +FOOTNOTES,-TABLES",
                "GITHUB_DOCUMENT_COMPATIBLE,SMARTYPANTS",
                "NO_SUCH_EXTENSION,TABLES"
            })
    void theBodyIsWhatJbakeGives(String extensions) {
        MarkdownReading reading = new MarkdownReading(Profile.JBAKE, extensions);
        String html = new HtmlWriting(Profile.JBAKE)
                .html(reading.read(MARKDOWN, new Where("content/a.md", 1, 1)).value(), HtmlWriting.Targets.AS_WRITTEN);

        assertThat(html).isEqualTo(byJbake(extensions));
    }

    private static String byJbake(String extensions) {
        List<String> names =
                List.of(extensions.split(",")).stream().map(String::strip).toList();
        JBakeConfiguration configuration = (JBakeConfiguration) Proxy.newProxyInstance(
                JbakeProfileTest.class.getClassLoader(),
                new Class<?>[] {JBakeConfiguration.class},
                (proxy, method, arguments) -> method.getName().equals("getMarkdownExtensions") ? names : null);
        ParserContext context = new ParserContext(new File("a.md"), List.of(), configuration, true);
        context.setBody(MARKDOWN);
        new MarkdownEngine().processBody(context);
        return context.getBody();
    }
}
