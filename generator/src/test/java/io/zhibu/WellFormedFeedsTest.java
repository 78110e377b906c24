package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs read stays well-formed whatever an editor writes: what can't stand in it is told and stops the build. */
class WellFormedFeedsTest {
    private static final List<String> ODD =
            List.of("\u2028", "\uFFFD", "\uE000", "\u200B", "\uFE0F", "😀", "\u00A0", "\uFFFC");

    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() throws IOException {
        site = SmallSite.ofOurPages(folder.resolve("site"));
        Files.writeString(
                folder.resolve("site/site-config/jbake.properties"),
                "\nsite.host=https://zhibu.example.cn\n",
                StandardOpenOption.APPEND);
    }

    @Test
    void whatIsMerelyOddIsPublished() throws Exception {
        for (int i = 0; i < ODD.size(); i++) {
            term("odd-" + i, "\"科" + ODD.get(i) + "门&lt;" + i + "\"", "<b>&amp; " + ODD.get(i) + " ]]> &#x1F600;");
        }

        assertThat(run().exit()).isZero();

        for (String name : List.of("feed.xml", "sitemap.xml")) {
            File file = folder.resolve("site/target/site/" + name).toFile();
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
        }
        for (String name : List.of("data/site.json", "feed.json", "term/feed.json")) {
            try (JsonParser parser = new JsonFactory()
                    .createParser(folder.resolve("site/target/site/" + name).toFile())) {
                while (parser.nextToken() != null) {
                    assertThat(parser.currentTokenLocation()).isNotNull();
                }
            }
        }
    }

    @Test
    void whatCannotStandInThemStopsTheBuildHoweverItIsWritten() {
        List<String> escapes =
                List.of("\\0", "\\x08", "\\e", "\\x7f", "\\x85", "\\ud83d", "\\udc00", "\\uFFFE", "\\uFDD0", "\\u202E");
        for (int i = 0; i < escapes.size(); i++) {
            term("escape-" + i, "\"科" + escapes.get(i) + "门" + i + "\"", "");
        }
        List<String> references =
                List.of("&#0;", "&#8;", "&#x7f;", "&#x85;", "&#xd800;", "&#xffff;", "&#x202e;", "&#x1fffe;");
        for (int i = 0; i < references.size(); i++) {
            term("reference-" + i, "科门丙" + i, "正文" + references.get(i));
        }

        Run run = run();

        assertThat(run.exit()).isEqualTo(1);
        for (int i = 0; i < escapes.size(); i++) {
            assertThat(run.err())
                    .contains("content/term/escape-" + i + ".md:10:10: 错误[control-character] “" + escapes.get(i)
                            + "”写出的是");
        }
        for (int i = 0; i < references.size(); i++) {
            assertThat(run.err())
                    .contains("content/term/reference-" + i + ".md:14:3: 错误[control-character] “" + references.get(i)
                            + "”写出的是");
        }
        assertThat(folder.resolve("site/target/site")).doesNotExist();
    }

    private Run run() {
        return Run.of(List.of("build", "--site", folder.resolve("site").toString()));
    }

    private void term(String id, String title, String body) {
        site.entry(
                "term/" + id,
                "state: 待补\naccess: public-intranet\nauthors: [本站编写]\nunit: 未载\ntitle: " + title + "\nterm: 科门 " + id
                        + "\nsummary: " + "只为测试而写的词条。".repeat(6),
                body);
    }
}
