package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.qr.Qrs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an entry's page says of itself, so that a reader can hand it on. */
class ShareTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurPages(folder.resolve("site"));
        term("ke-men", "科门", "");
    }

    @Test
    void aCameraFindsTheAddressOfThePage() throws IOException {
        setting("site.host=http://zhibu.example.cn/党建/");

        Element code = page().selectFirst("svg.qr");

        int side = Integer.parseInt(code.attr("viewBox").split(" ")[2]);
        assertThat(Qrs.read(side, code.select("path").get(1).attr("d")))
                .isEqualTo("http://zhibu.example.cn/%E5%85%9A%E5%BB%BA/term/ke-men/index.html")
                .isEqualTo(page().select("link[rel=canonical]").attr("href"))
                .isEqualTo(page().select(".self small").text());
    }

    @Test
    void whereNobodySaidTheHostTheTitleAndTheIdStandInItsPlace() throws IOException {
        assertThat(page().select("svg.qr")).isEmpty();
        assertThat(page().select(".self").text()).isEqualTo("科门 标识 ke-men");
    }

    @Test
    void theFootTellsWhenGitSawTheLastChangeAndWhereToMakeTheNext() throws IOException {
        setting("site.repository=https://git.example.cn/dangjian/zhibu\nsite.forge=gitea");
        Repository.in(folder.resolve("site")).commit("2026-11-20");

        assertThat(page().select(".changed").text()).isEqualTo("最后修改 2026-11-20 修改这一页");
        assertThat(page().select(".changed a").attr("href"))
                .isEqualTo("https://git.example.cn/dangjian/zhibu/_edit/main/content/term/ke-men.md");
    }

    @Test
    void whoWroteItIsNamedOnlyWhereTheSettingsSaySo() throws IOException {
        Repository.in(folder.resolve("site")).commit("2026-11-20");
        assertThat(page().select(".changed").text()).isEqualTo("最后修改 2026-11-20");

        setting("render.contributors=true");
        Repository other = Repository.in(folder.resolve("site"));
        other.write("content/term/ke-men.md", Files.readString(folder.resolve("site/content/term/ke-men.md")) + "\n");
        other.git(Map.of(), "add", "--all");
        other.git(
                Map.of("GIT_AUTHOR_NAME", "编辑乙", "GIT_AUTHOR_DATE", "2026-11-21T12:00:00+0800"),
                "commit",
                "--quiet",
                "--message=z");

        assertThat(page().select(".changed").text()).isEqualTo("最后修改 2026-11-21 参与编写：x、编辑乙");
    }

    @Test
    void withoutGitAndWithoutARepositoryTheFootIsSilent() throws IOException {
        assertThat(page().select(".changed")).isEmpty();
    }

    @Test
    void aCitationSaysWhoWhatWhereAndWhen() throws IOException {
        assertThat(page().select(".citation").text())
                .isEqualTo("本站编写. 科门[EB/OL]. 支部工作法知识库, 2026(2026-07-01). 条目标识 ke-men");

        term("ke-men", "科门", "updated: 2026-08-01\nauthors: 未载\nunit: 长江水利委员会");
        setting("site.host=http://zhibu.example.cn");

        assertThat(page().select(".citation").text())
                .isEqualTo("长江水利委员会. 科门[EB/OL]. 支部工作法知识库, 2026(2026-08-01). "
                        + "http://zhibu.example.cn/term/ke-men/index.html");
    }

    @Test
    void aSiteMayDoWithoutItsHistory() throws IOException {
        setting("render.history=false");
        Repository.in(folder.resolve("site")).commit("2026-11-20");

        assertThat(page().select(".changed")).isEmpty();
    }

    @Test
    void datesThatGitKnowsBetterAreTold() throws IOException {
        term("lao", "老词", "updated: 2026-07-02");
        term("xin", "新词", "published: 2026-11-01\nupdated: 2026-11-02");
        term("zhun", "准词", "updated: 2026-09-01");
        Repository.in(folder.resolve("site")).commit("2026-09-01");

        assertThat(check())
                .contains(
                        "content/term/lao.md:6:10: 提示[updated-behind] Git 里 2026-09-01 还改过这个文件，更新日期写的是 2026-07-02",
                        "content/term/xin.md:5:12: 提示[date-ahead] 发布日期 2026-11-01 在文件最后一次提交（2026-09-01）之后",
                        "content/term/xin.md:6:10: 提示[date-ahead] 更新日期 2026-11-02 在文件最后一次提交（2026-09-01）之后")
                .doesNotContain("zhun.md:5", "zhun.md:6");
    }

    @Test
    void whatStandsBeforeAndAfterIsAsTheListHasIt() throws IOException {
        setting("list.order.term=拼音\nrender.alike=false");
        term("a-men", "阿门", "published: 2026-01-01");
        term("zi-men", "子门", "published: 2026-05-01");

        assertThat(page().select(".turn a").eachAttr("href"))
                .containsExactly("../../term/a-men/index.html", "../../term/zi-men/index.html");
    }

    private void term(String id, String title, String fields) {
        String needed = "authors: [本站编写]\nunit: 未载\n"
                .lines()
                .filter(line -> !fields.contains(line.split(":")[0] + ":"))
                .collect(Collectors.joining("\n"));
        site.entry(
                "term/" + id,
                fields + "\nstate: 待补\naccess: public-intranet\n" + needed + "\ntitle: " + title + "\nterm: " + title
                        + "\nsummary: " + "只为测试而写的词条。".repeat(6),
                "");
    }

    private String check() {
        return Run.of(List.of("check", "--site", folder.resolve("site").toString(), "--verbose"))
                .err();
    }

    private void setting(String line) throws IOException {
        Path settings = folder.resolve("site/site-config/jbake.properties");
        Files.writeString(settings, Files.readString(settings) + "\n" + line + "\n");
    }

    private Document page() throws IOException {
        Path out = folder.resolve("out");
        Run run = Run.of(List.of("build", "--site", folder.resolve("site").toString(), "--out", out.toString()));
        assertThat(run.err()).isEmpty();
        return Jsoup.parse(out.resolve("term/ke-men/index.html").toFile(), "UTF-8");
    }
}
