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
    @TempDir
    private Path folder;

    @Test
    void noDrawingRunsAnythingOrAsksAnotherHost() throws IOException {
        List<String> harm = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        try (Chromium chromium = new Chromium(folder)) {
            Page page = watched(chromium, harm);
            open(chromium, page, drawing("<script>alert(1)</script><image href='https://foreign.invalid/'/>"));
            assertThat(harm).contains("alert").anyMatch(one -> one.contains("foreign.invalid"));
            harm.clear();
            for (String one : Vectors.all()) {
                // Also what was refused: taking out must do, were the refusal forgotten.
                byte[] bare = Svg.bare(drawing(one));
                open(chromium, page, bare);
                if (!harm.isEmpty()) {
                    wrong.add(one + " becomes " + new String(bare, StandardCharsets.UTF_8) + ": " + harm);
                    harm.clear();
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatRunsOrFetchesIsRefusedOrGone() {
        List<String> wrong = new ArrayList<>();
        for (String one : Vectors.all()) {
            Diagnostics diagnostics = new Diagnostics();
            Svg.size(drawing(one), Where.inFile("tu.svg"), diagnostics);
            String bare = new String(Svg.bare(drawing(one)), StandardCharsets.UTF_8);
            if (bare.matches("(?is).*(script|attacker|alert|\\son[a-z]+=|foreignobject|iframe|<h:|@import).*")) {
                wrong.add(one + " becomes " + bare);
            }
            diagnostics.list().stream()
                    .filter(said -> !said.toString().startsWith("tu.svg:1:")
                            || !said.rule().equals("picture-script"))
                    .forEach(said -> wrong.add(one + ": " + said));
        }
        assertThat(wrong).isEmpty();
        assertThat(Vectors.all()).hasSizeGreaterThan(400);
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
        return Vectors.drawing(inside).getBytes(StandardCharsets.UTF_8);
    }
}
