package io.zhibu.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import io.zhibu.Chromium;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a browser does with the bytes that are published of a drawing, opened by its address and without a policy. */
class DrawingInBrowserTest {
    private static final List<String> TRIES = List.of(
            "<a href='javascript:alert(1)' width='9' height='9'><rect width='9' height='9'/></a>",
            "<use href='javascript:alert(1)' width='9' height='9'><rect width='9' height='9'/></use>",
            "<image href='javascript:alert(1)' width='9' height='9'><rect width='9' height='9'/></image>",
            "<feImage href='javascript:alert(1)' width='9' height='9'><rect width='9' height='9'/></feImage>",
            "<use xmlns:l='http://www.w3.org/1999/xlink' l:href='javascript:alert(1)'/>",
            "<a href='java&#10;script:alert(1)' width='9' height='9'><rect width='9' height='9'/></a>",
            "<use href='java&#10;script:alert(1)' width='9' height='9'><rect width='9' height='9'/></use>",
            "<image href='java&#10;script:alert(1)' width='9' height='9'><rect width='9' height='9'/></image>",
            "<feImage href='java&#10;script:alert(1)' width='9' height='9'><rect width='9' height='9'/></feImage>",
            "<use xmlns:l='http://www.w3.org/1999/xlink' l:href='java&#10;script:alert(1)'/>",
            "<a href='java&#9;script:alert(1)' width='9' height='9'><rect width='9' height='9'/></a>",
            "<use href='java&#9;script:alert(1)' width='9' height='9'><rect width='9' height='9'/></use>",
            "<image href='java&#9;script:alert(1)' width='9' height='9'><rect width='9' height='9'/></image>",
            "<feImage href='java&#9;script:alert(1)' width='9' height='9'><rect width='9' height='9'/></feImage>",
            "<use xmlns:l='http://www.w3.org/1999/xlink' l:href='java&#9;script:alert(1)'/>",
            "<a href='JaVaScRiPt:alert(1)' width='9' height='9'><rect width='9' height='9'/></a>",
            "<use href='JaVaScRiPt:alert(1)' width='9' height='9'><rect width='9' height='9'/></use>",
            "<image href='JaVaScRiPt:alert(1)' width='9' height='9'><rect width='9' height='9'/></image>",
            "<feImage href='JaVaScRiPt:alert(1)' width='9' height='9'><rect width='9' height='9'/></feImage>",
            "<use xmlns:l='http://www.w3.org/1999/xlink' l:href='JaVaScRiPt:alert(1)'/>",
            "<a href=' javascript:alert(1)' width='9' height='9'><rect width='9' height='9'/></a>",
            "<use href=' javascript:alert(1)' width='9' height='9'><rect width='9' height='9'/></use>",
            "<image href=' javascript:alert(1)' width='9' height='9'><rect width='9' height='9'/></image>",
            "<feImage href=' javascript:alert(1)' width='9' height='9'><rect width='9' height='9'/></feImage>",
            "<use xmlns:l='http://www.w3.org/1999/xlink' l:href=' javascript:alert(1)'/>",
            "<a href='data:text/html,x' width='9' height='9'><rect width='9' height='9'/></a>",
            "<use href='data:text/html,x' width='9' height='9'><rect width='9' height='9'/></use>",
            "<image href='data:text/html,x' width='9' height='9'><rect width='9' height='9'/></image>",
            "<feImage href='data:text/html,x' width='9' height='9'><rect width='9' height='9'/></feImage>",
            "<use xmlns:l='http://www.w3.org/1999/xlink' l:href='data:text/html,x'/>",
            "<a href='data:image/svg+xml,x' width='9' height='9'><rect width='9' height='9'/></a>",
            "<use href='data:image/svg+xml,x' width='9' height='9'><rect width='9' height='9'/></use>",
            "<image href='data:image/svg+xml,x' width='9' height='9'><rect width='9' height='9'/></image>",
            "<feImage href='data:image/svg+xml,x' width='9' height='9'><rect width='9' height='9'/></feImage>",
            "<use xmlns:l='http://www.w3.org/1999/xlink' l:href='data:image/svg+xml,x'/>",
            "<a href='vbscript:x' width='9' height='9'><rect width='9' height='9'/></a>",
            "<use href='vbscript:x' width='9' height='9'><rect width='9' height='9'/></use>",
            "<image href='vbscript:x' width='9' height='9'><rect width='9' height='9'/></image>",
            "<feImage href='vbscript:x' width='9' height='9'><rect width='9' height='9'/></feImage>",
            "<use xmlns:l='http://www.w3.org/1999/xlink' l:href='vbscript:x'/>",
            "<a href='//foreign.invalid/x' width='9' height='9'><rect width='9' height='9'/></a>",
            "<use href='//foreign.invalid/x' width='9' height='9'><rect width='9' height='9'/></use>",
            "<image href='//foreign.invalid/x' width='9' height='9'><rect width='9' height='9'/></image>",
            "<feImage href='//foreign.invalid/x' width='9' height='9'><rect width='9' height='9'/></feImage>",
            "<use xmlns:l='http://www.w3.org/1999/xlink' l:href='//foreign.invalid/x'/>",
            "<a href='https://foreign.invalid/x' width='9' height='9'><rect width='9' height='9'/></a>",
            "<use href='https://foreign.invalid/x' width='9' height='9'><rect width='9' height='9'/></use>",
            "<image href='https://foreign.invalid/x' width='9' height='9'><rect width='9' height='9'/></image>",
            "<feImage href='https://foreign.invalid/x' width='9' height='9'><rect width='9' height='9'/></feImage>",
            "<use xmlns:l='http://www.w3.org/1999/xlink' l:href='https://foreign.invalid/x'/>",
            "<a href='x.svg#a' width='9' height='9'><rect width='9' height='9'/></a>",
            "<use href='x.svg#a' width='9' height='9'><rect width='9' height='9'/></use>",
            "<image href='x.svg#a' width='9' height='9'><rect width='9' height='9'/></image>",
            "<feImage href='x.svg#a' width='9' height='9'><rect width='9' height='9'/></feImage>",
            "<use xmlns:l='http://www.w3.org/1999/xlink' l:href='x.svg#a'/>",
            "<a href='blob:x' width='9' height='9'><rect width='9' height='9'/></a>",
            "<use href='blob:x' width='9' height='9'><rect width='9' height='9'/></use>",
            "<image href='blob:x' width='9' height='9'><rect width='9' height='9'/></image>",
            "<feImage href='blob:x' width='9' height='9'><rect width='9' height='9'/></feImage>",
            "<use xmlns:l='http://www.w3.org/1999/xlink' l:href='blob:x'/>",
            "<a href='file:///x' width='9' height='9'><rect width='9' height='9'/></a>",
            "<use href='file:///x' width='9' height='9'><rect width='9' height='9'/></use>",
            "<image href='file:///x' width='9' height='9'><rect width='9' height='9'/></image>",
            "<feImage href='file:///x' width='9' height='9'><rect width='9' height='9'/></feImage>",
            "<use xmlns:l='http://www.w3.org/1999/xlink' l:href='file:///x'/>",
            "<h:script>alert(1)</h:script>",
            "<metadata><h:script>alert(1)</h:script></metadata>",
            "<h:iframe src='https://foreign.invalid/'/>",
            "<metadata><h:iframe src='https://foreign.invalid/'/></metadata>",
            "<h:frame src='java&#10;script:alert(1)'/>",
            "<metadata><h:frame src='java&#10;script:alert(1)'/></metadata>",
            "<h:img src='https://foreign.invalid/' onerror='alert(1)'/>",
            "<metadata><h:img src='https://foreign.invalid/' onerror='alert(1)'/></metadata>",
            "<h:video src='https://foreign.invalid/'/>",
            "<metadata><h:video src='https://foreign.invalid/'/></metadata>",
            "<h:audio src='https://foreign.invalid/'/>",
            "<metadata><h:audio src='https://foreign.invalid/'/></metadata>",
            "<h:meta http-equiv='refresh' content='0;url=https://foreign.invalid/'/>",
            "<metadata><h:meta http-equiv='refresh' content='0;url=https://foreign.invalid/'/></metadata>",
            "<h:link rel='stylesheet' href='https://foreign.invalid/'/>",
            "<metadata><h:link rel='stylesheet' href='https://foreign.invalid/'/></metadata>",
            "<h:object data='https://foreign.invalid/'/>",
            "<metadata><h:object data='https://foreign.invalid/'/></metadata>",
            "<h:embed src='https://foreign.invalid/'/>",
            "<metadata><h:embed src='https://foreign.invalid/'/></metadata>",
            "<h:base href='https://foreign.invalid/'/>",
            "<metadata><h:base href='https://foreign.invalid/'/></metadata>",
            "<h:style>@import 'https://foreign.invalid/';</h:style>",
            "<metadata><h:style>@import 'https://foreign.invalid/';</h:style></metadata>",
            "<h:body onload='alert(1)'/>",
            "<metadata><h:body onload='alert(1)'/></metadata>",
            "<style>@import 'https://foreign.invalid/';</style><rect width='9' height='9'/>",
            "<style>@im<![CDATA[port 'https://foreign.invalid/';]]></style><rect width='9' height='9'/>",
            "<style>@im<!-- x -->port 'https://foreign.invalid/';</style><rect width='9' height='9'/>",
            "<style>&#64;import 'https://foreign.invalid/';</style><rect width='9' height='9'/>",
            "<style>@\\69mport 'https://foreign.invalid/';</style><rect width='9' height='9'/>",
            "<style>rect{fill:url(https://foreign.invalid/)}</style><rect width='9' height='9'/>",
            "<style>rect{fill:u<!-- x -->rl(https://foreign.invalid/)}</style><rect width='9' height='9'/>",
            "<style>@font-face{font-family:a;src:url('https://foreign.invalid/')}</style><rect width='9' height='9'/>",
            "<style>rect{mask-image:image-set('https://foreign.invalid/' 1x)}</style><rect width='9' height='9'/>",
            "<style>rect{cursor:url(//foreign.invalid/),auto}</style><rect width='9' height='9'/>",
            "<rect width='9' height='9' onload='alert(1)'/>",
            "<rect width='9' height='9' onclick='alert(1)'/>",
            "<rect width='9' height='9' onbegin='alert(1)'/>",
            "<rect width='9' height='9' ONLOAD='alert(1)'/>",
            "<rect width='9' height='9' style='fill:url(https://foreign.invalid/)'/>",
            "<rect width='9' height='9' fill='url(https://foreign.invalid/)'/>",
            "<rect width='9' height='9' filter='url(//foreign.invalid/#a)'/>",
            "<rect width='9' height='9' mask='u\\72l(https://foreign.invalid/)'/>",
            "<rect width='9' height='9' cursor='url(https://foreign.invalid/),auto'/>",
            "<rect width='9' height='9' xml:base='https://foreign.invalid/'/>",
            "<script>alert(1)</script>",
            "<script href='https://foreign.invalid/'/>",
            "<foreignObject width='9' height='9'><h:img src='x' onerror='alert(1)'/></foreignObject>",
            "<a><animate attributeName='href' values='javascript:alert(1)'/><rect width='9' height='9'/></a>",
            "<a><set attributeName='href' to='javascript:alert(1)'/><rect width='9' height='9'/></a>",
            "<image><set attributeName='href' to='https://foreign.invalid/'/></image>",
            "<rect><animate attributeName='x' onbegin='alert(1)' dur='1s'/></rect>",
            "<handler type='text/javascript'>alert(1)</handler>",
            "<?xml-stylesheet href='https://foreign.invalid/'?>");

    @TempDir
    private Path folder;

    @Test
    void noDrawingRunsAnythingOrAsksAnotherHost() throws IOException {
        List<String> harm = new ArrayList<>();
        try (Chromium chromium = new Chromium(folder)) {
            Page page = watched(chromium, harm);
            open(chromium, page, drawing("<script>alert(1)</script><image href='https://foreign.invalid/'/>"));
            assertThat(harm).contains("alert").anyMatch(one -> one.contains("foreign.invalid"));
            harm.clear();
            for (String one : TRIES) {
                // Also what was refused: taking out must do, were the refusal forgotten.
                byte[] bare = Svg.bare(drawing(one));
                open(chromium, page, bare);
                assertThat(harm)
                        .as(one + " → " + new String(bare, StandardCharsets.UTF_8))
                        .isEmpty();
            }
        }
        assertThat(TRIES).hasSizeGreaterThan(80);
    }

    @Test
    void whatDrawingProgramsNoteIsLeftOutWithoutAWord() {
        String inside =
                "<!-- wang --><metadata><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></metadata>"
                        + "<s:namedview xmlns:s='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd' s:docname='wang'/>"
                        + "<style><![CDATA[ .a > b {fill:url(#c)} ]]></style><use x:href='#c' xmlns:x='http://www.w3.org/1999/xlink'/>";
        Diagnostics diagnostics = new Diagnostics();
        Svg.size(drawing(inside), Where.inFile("tu.svg"), diagnostics);
        assertThat(diagnostics.list()).isEmpty();
        assertThat(new String(Svg.bare(drawing(inside)), StandardCharsets.UTF_8))
                .isEqualTo("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"99\" height=\"99\">"
                        + "<style> .a &gt; b {fill:url(#c)} </style>"
                        + "<use xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"#c\"/></svg>\n");
    }

    private static Page watched(Chromium chromium, List<String> harm) {
        Page page = chromium.page();
        page.onDialog((Dialog dialog) -> {
            harm.add("alert");
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) {
                harm.add(request.url());
            }
        });
        return page;
    }

    private void open(Chromium chromium, Page page, byte[] drawing) throws IOException {
        Files.write(folder.resolve("tu.svg"), drawing);
        page.navigate(chromium.file("tu.svg"));
        page.mouse().click(4, 4);
    }

    private static byte[] drawing(String inside) {
        return ("<svg xmlns='http://www.w3.org/2000/svg' xmlns:h='http://www.w3.org/1999/xhtml' width='99' height='99'>"
                        + inside + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
