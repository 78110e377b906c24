package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown, searched and linked is one text, however its lines and its characters were put down. */
class OneTextTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurPages(folder.resolve("site"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "为了继\n续变革，",
                "- 列表里继\n  续变革",
                "> 引用里继\n> 续变革",
                "写**继**\n续变革",
                "写[继](https://example.org/)\n*续变*革",
                "见<u>继</u>\n续变革",
                "继[^1]\n续变革\n\n[^1]: 注",
                "继\u200b续变\u00ad革",
                "继\u2060\n\u2060续变\ufe00革",
                "继续变\udb40\udd00革",
            })
    void aWordIsFoundThoughALineEndOrSomethingUnseenStandsInIt(String body) {
        term("ke-men", "科门", body);

        assertThat(found("继续变革")).isEqualTo("科门  term/ke-men/index.html");
        assertThat(found("“继续变革”")).isEqualTo("科门  term/ke-men/index.html");
    }

    @Test
    void whatIsTypedMayHoldThemToo() {
        term("ke-men", "科门", "人口与长江，caf\u00e9。");

        for (String typed : List.of("人\u200b口", "\u2f08\u2f1d", "\u2ed3江", "长\ufe00江", "cafe\u0301", "caf\u00e9")) {
            assertThat(found(typed)).as(typed).isEqualTo("科门  term/ke-men/index.html");
        }
    }

    @Test
    void radicalsAndOldFormsInATextAreFoundAsTheCharactersThatTheyLookLike() {
        term("ke-men", "科门", "\u2f08\u2f1d与\u2ed3江，\uf90a色，cafe\u0301。");

        for (String typed : List.of("人口", "长江", "金色", "caf\u00e9")) {
            assertThat(found(typed)).as(typed).isEqualTo("科门  term/ke-men/index.html");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"每周讲科\n门。", "每周讲科\u200b门。", "每周讲科\u200b\n门。"})
    void aTermIsLinkedThoughALineEndOrSomethingUnseenStandsInIt(String body) throws IOException {
        term("ke-men", "科门", "");
        term("other", "别的", body);

        Element link =
                page("other").selectFirst(".body a[href$=ke-men/index.html], article a[href$=ke-men/index.html]");

        assertThat(link).isNotNull();
        assertThat(link.text().replace("\u200b", "")).isEqualTo("科门");
        assertThat(page("other").text().replace("\u200b", "")).contains("每周讲科门。");
    }

    @Test
    void aValueOverSeveralLinesGoesOnWithoutASpace() throws IOException {
        site.entry("term/ke-men", fields("科门") + "\nsummary: >\n  只为测试而写的词条，说明为了继\n  续变革，一句话分在\n  三行里，the\n  end。", "");

        assertThat(page("ke-men").select("meta[name=description]").attr("content"))
                .isEqualTo("只为测试而写的词条，说明为了继续变革，一句话分在三行里，the end。");
        assertThat(found("继续变革")).isEqualTo("科门  term/ke-men/index.html");
    }

    @Test
    void aFileIsFoundHoweverItsNameIsPutDown() throws IOException {
        site.file("content/term/re\u0301sume\u0301.txt", "a");
        site.file("content/term/图\u200b.txt", "b");
        term("ke-men", "科门", "[甲](r\u00e9sum\u00e9.txt)、[乙](图.txt)");

        assertThat(page("ke-men").select("a[href$=.txt]").eachAttr("href"))
                .containsExactly("r%C3%A9sum%C3%A9.txt", "%E5%9B%BE.txt");
        assertThat(Files.readString(folder.resolve("site/target/site/term/ke-men/r\u00e9sum\u00e9.txt")))
                .isEqualTo("a");
    }

    private void term(String id, String title, String body) {
        site.entry("term/" + id, fields(title) + "\nsummary: " + "只为测试而写的词条。".repeat(6), body);
    }

    private static String fields(String title) {
        return "state: 待补\naccess: public-intranet\nauthors: [本站编写]\nunit: 未载\ntitle: " + title + "\nterm: " + title;
    }

    private String found(String typed) {
        Run run = Run.of(List.of("search", "--site", folder.resolve("site").toString(), typed));
        // Units have their names from the vocabulary.
        String entries = run.out()
                .lines()
                .filter(line -> !line.contains("  unit/") && !line.startsWith("……"))
                .collect(Collectors.joining("\n"));
        return entries + run.err().lines().filter(line -> line.contains("错误")).collect(Collectors.joining());
    }

    private Element page(String id) throws IOException {
        Run run = Run.of(List.of("build", "--site", folder.resolve("site").toString()));
        assertThat(run.exit()).as(run.err()).isZero();
        return Jsoup.parse(Files.readString(folder.resolve("site/target/site/term/" + id + "/index.html")));
    }
}
