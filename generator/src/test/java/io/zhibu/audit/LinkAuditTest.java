package io.zhibu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkAuditTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"gone.html\">断</a>",
                "<a href='gone.html'>断</a>",
                "<a class=\"x\"\nhref=\"gone.html\">断</a>",
                "<a href=gone.html>断</a>",
                "<img src='gone.png'>",
                "<A HREF = 'gone.html'>断</A>",
                "<a title=\"甲 > 乙\" href=\"gone.html\">断</a>",
                "<a title='<b' href=\"gone.html\">断</a>",
                "<img alt=\"\"src='gone.png'>",
                "<a/href=gone.html>断</a>",
                "<!-- > --><a href=\"&#103;one.html\">断</a>",
                "<title><a></title><a href='gone.html'>断</a>",
                "<p a='</p'></p a='><a href=x'><a href='gone.html'>断</a>"
            })
    void howeverALinkIsWrittenItMustLeadSomewhere(String html) {
        assertThat(rules(html)).containsExactly("page-link-dead");
    }

    @Test
    void aFolderIsNoPage() {
        assertThat(rules("<a href='tags/'>标签</a>")).containsExactly("page-link-folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='tags/index.html'>标签</a>",
                "<code>a href=\"gone.html\"</code>",
                "<meta name=\"description\" content=\"写 &lt;a href=gone.html> 的\">",
                "<meta content='写 <a href=gone.html> 的'>",
                "<img alt=\"a > href='gone.html'\" src=\"index.html\">",
                "<p data-summary=\" href=gone.html \">",
                "<!-- <a href='gone.html'> -->",
                "<title>写 <a href='gone.html'> 的</title>",
                "<textarea><a href='gone.html'></textarea>",
                "<a href=\"tags/&#105;ndex.html\">标签</a>",
                "甲 < 乙 href='gone.html' > 丙",
                "</a href='gone.html'>",
                "<a href='gone.html",
                "<a data-href=\"gone.html\">不是链接</a>",
                "<a href=\"https://example.cn/\">别处</a>"
            })
    void whatLeadsSomewhereOrIsNoLinkIsLeftAlone(String html) {
        assertThat(rules(html)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script src='https://example.cn/a.js'></script>",
                "<link rel=stylesheet href=//example.cn/a.css>",
                "<link rel='preconnect' href='https://example.cn'>",
                "<link rel='canonical' href='https://example.cn/a.html'>",
                "<img src='tags/index.html' srcset='tags/index.html 1x, https://example.cn/b.png 2x'>",
                "<video poster=\"http://example.cn/p.png\"></video>",
                "<object data='http://example.cn/a.pdf'></object>",
                "<svg><image xlink:href='https://example.cn/a.svg'/></svg>",
                "<base href='https://example.cn/'>"
            })
    void whatThePageNeedsOfAnotherHostIsRefused(String html) {
        assertThat(rules(html)).containsExactly("page-elsewhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel='canonical' href='http://zhibu.cn/a.html'>",
                "<base href=http://zhibu.cn/>",
                "<form action='https://example.cn/find'></form>",
                "<img src='data:image/png;base64,AA=='>",
                "<script type='application/json'>fetch('a')</script>",
                "<script type='text/javascript' src='tags/index.html'></script>",
                "<style>a > b { background: url(tags/index.html) }</style>"
            })
    void itsOwnHostAndWhatIsOnlyGoneToAreFine(String html) {
        assertThat(rules(html)).isEmpty();
    }

    @Test
    void whatStandsInThePageIsReadToo() {
        assertThat(rules("<script>if (1 < 2) fetch('a')</script><a href='gone.html'>断</a>"))
                .containsExactly("script-network", "page-link-dead");
        assertThat(rules("<style>@import 'https://example.cn/a.css';</style>")).containsExactly("style-elsewhere");
        assertThat(rules("<script type=module src='tags/index.html'></script>")).containsExactly("page-module");
    }

    private static List<String> rules(String html) {
        return new LinkAudit(Set.of("index.html", "tags/index.html"), Optional.of("http://zhibu.cn"))
                        .check(
                                new Address("index.html"),
                                html.getBytes(StandardCharsets.UTF_8),
                                Where.inFile("templates/index.ftlh"))
                        .found()
                        .stream()
                        .map(Diagnostic::rule)
                        .toList();
    }
}
