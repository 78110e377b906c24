package io.zhibu;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Ways to get a script onto a page, of our own writing: each is put where editors and readers write. The word {@code RUN} is the script. */
final class Attacks {
    static final String RUN = "window.ran=1";

    private static final List<String> TAGS = List.of(
            "img src=x",
            "svg",
            "body",
            "input autofocus",
            "details open",
            "video src=x",
            "audio src=x",
            "iframe src=x",
            "object data=x",
            "marquee",
            "b",
            "p",
            "a href=#",
            "table",
            "div contenteditable",
            "select autofocus",
            "math",
            "style",
            "link rel=stylesheet href=x",
            "custom-element");
    private static final List<String> EVENTS = List.of(
            "onerror",
            "onload",
            "onfocus",
            "onmouseover",
            "onclick",
            "ontoggle",
            "onstart",
            "onpointerenter",
            "onanimationstart",
            "oncontentvisibilityautostatechange");
    private static final List<String> SCHEMES = List.of(
            "javascript:RUN",
            "JaVaScRiPt:RUN",
            "java\tscript:RUN",
            "java&Tab;script:RUN",
            "java&NewLine;script:RUN",
            "&#106;avascript:RUN",
            "&#x6A;avascript&colon;RUN",
            "javascript&#58;RUN",
            " javascript:RUN",
            "&#1;javascript:RUN",
            "\u00a0javascript:RUN",
            "javascript://%0aRUN",
            "javascript:/*x*/RUN",
            "data:text/html,<script>parent.RUN</script>",
            "data:image/svg+xml,<svg onload=RUN>",
            "vbscript:RUN",
            "j\\avascript:RUN",
            "javascript%3aRUN",
            "feed:javascript:RUN",
            "view-source:javascript:RUN");
    private static final List<String> LINKS =
            List.of("[a](<%s>)", "<a href=\"%s\">a</a>", "<img src='%s'>", "![a](<%s>)", "[a]\n\n[a]: <%s>", "<%s>");
    private static final List<String> BREAKS = List.of(
            "\"><img src=x onerror=RUN>",
            "'><img src=x onerror=RUN>",
            "`><img src=x onerror=RUN>",
            "</title><img src=x onerror=RUN>",
            "</textarea><img src=x onerror=RUN>",
            "</script><script>RUN</script>",
            "</style><img src=x onerror=RUN>",
            "--><img src=x onerror=RUN>",
            "]]><img src=x onerror=RUN>",
            "\" onmouseover=\"RUN",
            "' onmouseover='RUN",
            "\" autofocus onfocus=\"RUN",
            "x onmouseover=RUN ",
            "\");RUN;//",
            "');RUN;//",
            "\\\");RUN;//",
            "</a><script>RUN</script>",
            "&lt;script&gt;RUN&lt;/script&gt;",
            "&quot;&gt;&lt;img src=x onerror=RUN&gt;",
            "\\u003cscript\\u003eRUN\\u003c/script\\u003e",
            "%3Cscript%3ERUN%3C/script%3E",
            "${RUN}",
            "#{RUN}",
            "<#assign x>RUN",
            "${\"<script>RUN</script>\"?no_esc}",
            "[=RUN]",
            "{{constructor.constructor('RUN')()}}",
            "<!--><script>RUN</script>",
            "<![CDATA[<script>RUN</script>]]>",
            "<?xml-stylesheet href='javascript:RUN'?>",
            "+ADw-script+AD4-RUN+ADw-/script+AD4-",
            "\u2028<script>RUN</script>",
            "＜script＞RUN＜/script＞",
            "<scr\u0000ipt>RUN</script>",
            "<\u00adscript>RUN</script>");
    private static final List<String> ELEMENTS = List.of(
            "<script>RUN</script>",
            "<ScRiPt>RUN</sCrIpT>",
            "<script/x>RUN</script>",
            "<<script>RUN//<</script>",
            "<scr<script>ipt>RUN</scr</script>ipt>",
            "<script\n>RUN</script\n>",
            "<svg><script>RUN</script></svg>",
            "<svg><script>R&#85;N</script></svg>",
            "<svg><a xlink:href=\"javascript:RUN\"><text>a</text></a></svg>",
            "<svg><animate onbegin=RUN attributeName=x dur=1s>",
            "<svg><set attributeName=onmouseover to=RUN>",
            "<svg><use href=\"data:image/svg+xml,<svg id=x onload=RUN></svg>#x\">",
            "<svg><foreignObject><script>RUN</script>",
            "<math><mtext><table><mglyph><style><img src=x onerror=RUN>",
            "<math><a xlink:href=javascript:RUN>a",
            "<iframe src=javascript:parent.RUN></iframe>",
            "<iframe srcdoc='<script>parent.RUN</script>'></iframe>",
            "<object data=javascript:RUN></object>",
            "<embed src=javascript:RUN>",
            "<form action=javascript:RUN><input type=submit></form>",
            "<button formaction=javascript:RUN>a</button>",
            "<input type=image src=x onerror=RUN>",
            "<isindex action=javascript:RUN>",
            "<meta http-equiv=refresh content='0;url=javascript:RUN'>",
            "<base href='javascript:RUN//'><a href=x>a</a>",
            "<link rel=import href='data:text/html,<script>RUN</script>'>",
            "<style>@import 'http://attacker.invalid/a.css';</style>",
            "<p style=\"background:url(http://attacker.invalid/a)\">a</p>",
            "<table background=http://attacker.invalid/a><tr><td>a</table>",
            "<img src=http://attacker.invalid/a.png>",
            "<img srcset='http://attacker.invalid/a.png 1x'>",
            "<video poster=http://attacker.invalid/a.png>",
            "<picture><source srcset=http://attacker.invalid/a.png><img src=x></picture>",
            "<img lowsrc=http://attacker.invalid/a>",
            "<noscript><p title=\"</noscript><img src=x onerror=RUN>\">",
            "<xmp><p title=\"</xmp><img src=x onerror=RUN>\">",
            "<template><script>RUN</script></template>",
            "<template shadowrootmode=open><script>RUN</script></template>",
            "<plaintext><img src=x onerror=RUN>",
            "<select><style></select><img src=x onerror=RUN></style>",
            "<table><b title=\"</table><img src=x onerror=RUN>\">a</b></table>",
            "<b title='\n\n'onclick=RUN>a</b>",
            "<a title=\"**\" href=\"x\"onclick=RUN>**a</a>",
            "*<b*onclick=RUN>a</b>",
            "# a {#x\"onclick=RUN}",
            "```\" onclick=\"RUN\n<script>RUN</script>\n```",
            "!!! note \"<script>RUN</script>\"\n    a",
            "[^<img src=x onerror=RUN>]\n\n[^<img src=x onerror=RUN>]: a",
            "![a\" onerror=\"RUN](x)",
            "[a](x \"b\\\" onclick=\\\"RUN\")",
            "|<img src=x onerror=RUN>|\n|-|\n|<img src=x onerror=RUN>|",
            "> [!<img src=x onerror=RUN>] a\n> b",
            "<div id=ran><a id=ran name=alert href=javascript:RUN>a</a></div>",
            "<form id=document><input name=body>",
            "<img name=getElementById>",
            "<a id=zhibu href=javascript:RUN></a><a id=zhibu name=x></a>");

    private Attacks() {}

    /** At least 400, no two the same. */
    static List<String> all() {
        Set<String> all = new LinkedHashSet<>(ELEMENTS);
        all.addAll(BREAKS);
        for (String tag : TAGS) {
            for (int i = 0; i < EVENTS.size(); i++) {
                String event = EVENTS.get(i);
                all.add(
                        switch (i % 4) {
                            case 0 -> "<" + tag + " " + event + "=RUN>a";
                            case 1 -> "<" + tag + " " + event.toUpperCase(Locale.ROOT) + "='RUN'>a";
                            case 2 -> "<" + tag.replace(' ', '/') + "/" + event + "=RUN>a";
                            default -> "<" + tag + "\n" + event + "\n=\n\"RUN\">a";
                        });
            }
        }
        for (String scheme : SCHEMES) {
            for (String link : LINKS) {
                all.add(link.formatted(scheme));
            }
        }
        List<String> armed = new ArrayList<>();
        all.forEach(one -> armed.add(one.replace("RUN", RUN)));
        return armed;
    }
}
