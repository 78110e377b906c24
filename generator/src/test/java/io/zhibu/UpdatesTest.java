package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came, changed and went, week by week; nothing is told of what readers never had. */
class UpdatesTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurPages(folder.resolve("site"));
    }

    @Test
    void eachWeekTellsWhatCameAndWhatChangedInIt() throws IOException {
        term("lao-ci", "老的", "published: 2025-01-01");
        Repository repository = Repository.in(folder.resolve("site")).commit("2025-01-01");
        term("xin-ci", "新来的", "published: 2026-07-21");
        term("gai-ci", "改过的", "updated: 2026-07-14");
        term("git-gai", "在库里改过的", "");
        term("shi-ci", "示例的", "published: 2026-07-21\nsample: true");
        repository.commit("2026-07-01");
        term("git-gai", "在库里改过的", "aliases: [又名]");
        repository.commit("2026-07-20");

        Document page = page("updates/index.html");

        assertThat(page.select("section.part h2").eachText())
                .containsExactly("本周 7月20日至7月26日", "7月13日至7月19日", "6月29日至7月5日");
        assertThat(told(page, "2026-07-20")).containsExactly("新增 新来的", "更新 在库里改过的");
        assertThat(told(page, "2026-07-13")).containsExactly("更新 改过的");
        assertThat(told(page, "2026-06-29")).containsExactly("新增 改过的", "新增 在库里改过的");
        assertThat(page("index.html").select(".hung .hint").text()).contains("本周新增 1 条，更新 1 条");
        String feed = Files.readString(folder.resolve("out/updates/feed.xml"));
        assertThat(feed).contains("新来的", "改过的").doesNotContain("老的", "示例的");
    }

    @Test
    void whatWentIsNamedIfEverybodyHadIt() throws IOException {
        term("ke-men", "科门", "");
        term("shan-ci", "删去的", "");
        term("dang-ci", "归档的", "");
        term("dao-qi", "到期的", "expires: 2026-07-21");
        term("yi-ci", "移走的", "");
        term("cao-ci", "草稿秘甲", "status: draft");
        term("shen-ci", "审核秘乙", "status: in-review");
        term("zhai-ci", "内部秘丙", "access: unit-only");
        term("shi-ci", "示例秘丁", "sample: true");
        term("tui-ci", "退回秘戊", "");
        term("shou-ci", "收窄秘己", "");
        Repository repository = Repository.in(folder.resolve("site")).commit("2026-07-01");
        for (String gone : List.of("shan-ci", "cao-ci", "shen-ci", "zhai-ci", "shi-ci")) {
            Files.delete(folder.resolve("site/content/term/" + gone + ".md"));
        }
        term("dang-ci", "归档的", "status: archived");
        term("tui-ci", "退回秘戊", "status: draft");
        term("shou-ci", "收窄秘己", "access: unit-only");
        Files.createDirectories(folder.resolve("site/content/term/bie"));
        Files.move(folder.resolve("site/content/term/yi-ci.md"), folder.resolve("site/content/term/bie/yi-ci.md"));
        repository.commit("2026-07-20");

        Document page = page("updates/index.html");

        assertThat(told(page, "2026-07-20")).containsExactlyInAnyOrder("更新 移走的", "撤下 删去的", "撤下 归档的", "撤下 到期的");
        assertThat(page.select("#w-2026-07-20 a").eachText()).containsExactly("移走的");
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain(new String(
                                "秘".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }

        setting("render.withdrawn=false");
        assertThat(told(page("updates/index.html"), "2026-07-20")).containsExactly("更新 移走的");
    }

    @Test
    void whatWasTakenAwayLongAgoOrAfterTodayIsNoNews() throws IOException {
        term("ke-men", "科门", "");
        term("zao-ci", "早去的", "");
        term("wan-ci", "晚去的", "");
        Repository repository = Repository.in(folder.resolve("site")).commit("2026-01-01");
        Files.delete(folder.resolve("site/content/term/zao-ci.md"));
        repository.commit("2026-04-01");
        Files.delete(folder.resolve("site/content/term/wan-ci.md"));
        repository.commit("2026-08-01");

        assertThat(page("updates/index.html").text())
                .doesNotContain("早去的", "晚去的")
                .contains("本周还没有新增、更新和撤下。");
    }

    @Test
    void withoutGitTheEntriesOwnDatesTell() throws IOException {
        term("gai-ci", "改过的", "updated: 2026-07-21");

        assertThat(told(page("updates/index.html"), "2026-07-20")).containsExactly("更新 改过的");
    }

    private static List<String> told(Document page, String monday) {
        return page.select("#w-" + monday + " h3").stream()
                .flatMap(head -> head.nextElementSibling().select("p:not(.d)").stream()
                        .map(line -> head.ownText().strip() + " " + line.ownText()
                                + line.select("a").text()))
                .toList();
    }

    private void term(String id, String title, String fields) {
        String defaults = Stream.of("access: public-intranet", "summary: " + "只为测试而写的词条。".repeat(6))
                .filter(line -> !fields.contains(line.split(":")[0] + ":"))
                .reduce("", (all, line) -> all + line + "\n");
        site.entry(
                "term/" + id,
                (fields.isEmpty() ? "" : fields + "\n") + defaults
                        + "authors: [本站编写]\nunit: "
                        + (fields.contains("sample") ? "示例单位甲（机关）" : "长江水利委员会") + "\nstate: 待补\ntitle: " + title
                        + "\nterm: " + title,
                "");
    }

    private void setting(String line) throws IOException {
        Path settings = folder.resolve("site/site-config/jbake.properties");
        Files.writeString(settings, Files.readString(settings) + "\n" + line + "\n");
    }

    private Document page(String address) throws IOException {
        Path out = folder.resolve("out");
        Run run = Run.of(List.of(
                "build",
                "--site",
                folder.resolve("site").toString(),
                "--out",
                out.toString(),
                "--as-of",
                "2026-07-22"));
        assertThat(run.err()).isEmpty();
        return Jsoup.parse(out.resolve(address).toFile(), "UTF-8");
    }
}
