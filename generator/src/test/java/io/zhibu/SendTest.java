package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that says where to send a method of one's own. */
class SendTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurPages(folder.resolve("site"));
        site.entry(
                "page/contact",
                "title: 联系我们\nsummary: 写来试去处的说明页\nauthors: [本站编写]\nunit: 长江委\naccess: public-intranet\norder: 6",
                "电话。");
    }

    @Test
    void fiveLinesSayWhatHowAndWhere() throws IOException {
        settings("send.office=某处党务科 301 室\nsend.email=dang@example.cn\nsend.forge=https://git.example.cn/new\n");

        Document page = built("send/index.html");

        assertThat(page.select(".five dt").eachText()).containsExactly("写什么", "怎样写", "交到哪里", "不要交", "交了以后");
        assertThat(page.select(".five .to dd").text()).isEqualTo("某处党务科 301 室 dang@example.cn 在代码托管网站上提交");
        assertThat(page.select(".five .to a").eachAttr("href"))
                .containsExactly("mailto:dang@example.cn", "https://git.example.cn/new");
        assertThat(entrance()).isEqualTo("send/index.html");
    }

    @Test
    void whereNothingIsSaidThereIsNoPageAndTheEntranceLeadsToWhoIsAsked() throws IOException {
        settings("");

        assertThat(folder.resolve("out/send")).doesNotExist();
        assertThat(built("index.html").select(".entrances").text()).contains("交到哪里");
        assertThat(entrance()).isEqualTo("page/contact/index.html");
    }

    @Test
    void aPageThatWouldLeadNowhereIsNotBuilt() throws IOException {
        settings("send.email=\n");

        Run run = build();

        assertThat(run.exit()).isNotZero();
        assertThat(run.err())
                .containsPattern(
                        "site-config/jbake\\.properties:\\d+:1: 错误\\[setting-value] 写了“send.email”，没有写交到哪里：《交一篇》会是空的")
                .contains("写 send.office（收稿的部门、房间、公用电话）、send.email 或 send.forge 里的一项，没有就删去这一行");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void whatIsNoAddressIsSaid() throws IOException {
        settings("send.email=党务科\nsend.forge=git\n");

        assertThat(build().err()).contains("“党务科”不是邮箱地址", "“git”不是网址");
    }

    private void settings(String more) throws IOException {
        Path file = folder.resolve("site/site-config/jbake.properties");
        Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "") + "\n" + more);
    }

    private Run build() {
        return Run.of(List.of(
                "build",
                "--site",
                folder.resolve("site").toString(),
                "--out",
                folder.resolve("out").toString()));
    }

    private Document built(String path) throws IOException {
        Run run = build();
        assertThat(run.exit()).as(run.err()).isZero();
        return Jsoup.parse(folder.resolve("out").resolve(path).toFile(), "UTF-8");
    }

    private String entrance() throws IOException {
        return built("index.html").select(".entrances a:contains(交到哪里)").attr("href");
    }
}
