package io.zhibu.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
                "<img src='gone.png'>"
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
                "<a data-href=\"gone.html\">不是链接</a>",
                "<a href=\"https://example.cn/\">别处</a>"
            })
    void whatLeadsSomewhereOrIsNoLinkIsLeftAlone(String html) {
        assertThat(rules(html)).isEmpty();
    }

    private static List<String> rules(String html) {
        return new LinkAudit(Set.of("index.html", "tags/index.html"))
                        .check(
                                new Address("index.html"),
                                html.getBytes(StandardCharsets.UTF_8),
                                Where.inFile("templates/index.ftlh"))
                        .stream()
                        .map(Diagnostic::rule)
                        .toList();
    }
}
