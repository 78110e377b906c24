package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.qr.Qrs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void aSite() throws IOException {
        site = SmallSite.ofOurTypes(folder.resolve("site"));
        Copy.of(Path.of("templates"), folder.resolve("site/templates"));
        Files.delete(folder.resolve("site/site-config/search-tests.yml"));
        site.entry(
                "term/ke-men",
                "title: 科门\nunit: 未载\nstate: 待补\nterm: 科门\nauthors: [本站编写]\naccess: public-intranet\nsummary: "
                        + "只为测试而写的词条。".repeat(6),
                "");
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
