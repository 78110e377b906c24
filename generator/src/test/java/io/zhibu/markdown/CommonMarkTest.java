package io.zhibu.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.NpmPackage;
import io.zhibu.diagnostic.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * All examples of CommonMark 0.31.2. The specification is fetched with npm into {@code target/} once, since it is not ours to keep here;
 * without it the test fails.
 */
class CommonMarkTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("^`{32} example\n(.*?)^\\.\n(.*?)^`{32}$", Pattern.MULTILINE | Pattern.DOTALL);

    /** The examples that come out otherwise, with the reason. There are none: keep it so. */
    private static final List<Integer> DEVIATIONS = List.of();

    private final MarkdownReading reading = new MarkdownReading(Profile.PLAIN, "");
    private final HtmlWriting writing = new HtmlWriting(Profile.PLAIN);

    @Test
    void everyExampleComesOutAsTheSpecificationHasIt() throws Exception {
        TreeMap<Integer, String> wrong = new TreeMap<>();
        int count = 0;
        Matcher example = EXAMPLE.matcher(spec().replace("\r\n", "\n"));
        while (example.find()) {
            count++;
            String markdown = example.group(1).replace('→', '\t');
            String expected = example.group(2).replace('→', '\t');
            String html = html(markdown);
            if (!html.equals(expected)) {
                wrong.put(count, markdown + "\nexpected\n" + expected + "\nbut was\n" + html);
            }
        }

        assertThat(count).isEqualTo(652);
        assertThat(List.copyOf(wrong.keySet())).as(wrong.toString()).isEqualTo(DEVIATIONS);
    }

    @Test
    void lineEndsOfAllSystemsMeanTheSame() throws Exception {
        Matcher example = EXAMPLE.matcher(spec().replace("\r\n", "\n"));
        while (example.find()) {
            String markdown = example.group(1).replace('→', '\t');
            assertThat(html(markdown.replace("\n", "\r\n"))).isEqualTo(html(markdown));
        }
    }

    private String html(String markdown) {
        return writing.html(
                reading.read(markdown, new Where("content/a.md", 1, 1)).value(), HtmlWriting.Targets.AS_WRITTEN);
    }

    private static String spec() throws IOException, InterruptedException {
        return Files.readString(NpmPackage.fetched("commonmark-spec", "0.31.2").resolve("spec.txt"));
    }
}
