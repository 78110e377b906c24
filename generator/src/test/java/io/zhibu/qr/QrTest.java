package io.zhibu.qr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class QrTest {
    @Test
    void anotherProgramReadsWhatWasWritten() {
        for (String text : List.of(
                "http://zhibu.example.cn/work-method/sanzhua-sibi/index.html",
                "http://zhibu.example.cn/党建/条目",
                "x",
                "http://zhibu.example.cn/" + "long/".repeat(300))) {
            Element svg = Jsoup.parseBodyFragment(Qr.of(text).svg("二维码")).selectFirst("svg");
            int side = Integer.parseInt(svg.attr("viewBox").split(" ")[2]);
            assertThat(Qrs.read(side, svg.select("path").get(1).attr("d"))).isEqualTo(text);
        }
    }

    @Test
    void theSameTextIsTheSameDrawing() {
        assertThat(Qr.of("http://zhibu.example.cn/").svg("二维码"))
                .isEqualTo(Qr.of("http://zhibu.example.cn/").svg("二维码"))
                .startsWith("<svg class=\"qr\" role=\"img\" aria-label=\"二维码\" viewBox=\"0 0 33 33\"")
                .doesNotContain("style");
    }
}
