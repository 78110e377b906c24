package io.zhibu.picture;

import java.util.ArrayList;
import java.util.List;

/** What might run or fetch in a drawing: each is the inside of an {@code <svg>}. The word {@code RUN} stands for a script. */
final class Vectors {
    static final String RUN = "window.ran=1;alert(1)";

    private static final String[] ELSEWHERE = {
        "http://attacker.invalid/a", "//attacker.invalid/a", "https:attacker.invalid"
    };

    private Vectors() {}

    static List<String> all() {
        List<String> all = new ArrayList<>();
        for (String name : List.of("script", "SCRIPT", "h:script", "x:script", "svg:script")) {
            all.add("<" + name + ">RUN</" + name + ">");
            all.add("<g><defs><" + name + "><![CDATA[RUN]]></" + name + "></defs></g>");
        }
        all.add("<script href='data:text/javascript,RUN'/>");
        all.add("<script xlink:href='data:text/javascript,RUN'/>");
        all.add("<metadata><h:script>RUN</h:script></metadata>");
        all.add("<metadata><script>RUN</script></metadata>");
        all.add("<sodipodi:namedview><h:img src='x' onerror='RUN'/></sodipodi:namedview>");
        all.add("<title><h:script>RUN</h:script></title>");
        all.add("<desc><h:body onload='RUN'/></desc>");
        for (String event :
                List.of("onload", "onclick", "onbegin", "onerror", "onfocus", "ONLOAD", "onmouseover", "onrepeat")) {
            all.add("<g " + event + "='RUN'><rect width='9' height='9'/></g>");
            all.add("<image href='#x' " + event + "='RUN'/>");
            all.add("<animate attributeName='x' dur='1s' " + event + "='RUN'/>");
        }
        for (String scheme : List.of(
                "javascript:RUN",
                "java&#10;script:RUN",
                "&#1;javascript:RUN".replace("&#1;", "&#9;"),
                " JaVaScRiPt:RUN",
                "java&#13;&#9;script:RUN",
                "vbscript:RUN",
                "data:text/html,&lt;script&gt;RUN&lt;/script&gt;",
                "data:image/svg+xml,&lt;svg onload='RUN'/&gt;".replace("'", "&quot;"))) {
            for (String link : List.of("a", "h:a", "use", "image", "feImage", "textPath", "linearGradient")) {
                all.add("<" + link + " href='" + scheme + "'><text y='9'>x</text></" + link + ">");
                all.add("<" + link + " xlink:href='" + scheme + "'><text y='9'>x</text></" + link + ">");
            }
            all.add("<h:iframe src='" + scheme + "'/>");
            all.add("<h:frame src='" + scheme + "'/>");
            all.add("<h:object data='" + scheme + "'/>");
            all.add("<h:embed src='" + scheme + "'/>");
            all.add("<h:meta http-equiv='refresh' content='0;url=" + scheme + "'/>");
            all.add("<h:form action='" + scheme + "'><h:input type='submit' autofocus='1'/></h:form>");
            for (String part : List.of("values", "from", "to", "by")) {
                all.add("<a><animate attributeName='href' dur='1s' fill='freeze' " + part + "='" + scheme
                        + "'/><text y='9'>x</text></a>");
                all.add("<a><set attributeName='xlink:href' " + part + "='" + scheme + "'/><text y='9'>x</text></a>");
            }
        }
        all.add("<a><animate attributeName='onclick' to='RUN' dur='1s'/><text y='9'>x</text></a>");
        all.add("<set attributeName='onload' to='RUN'/>");
        all.add("<foreignObject width='9' height='9'><h:body><h:img src='x' onerror='RUN'/></h:body></foreignObject>");
        all.add(
                "<switch><foreignObject><h:iframe srcdoc='&lt;script&gt;RUN&lt;/script&gt;'/></foreignObject></switch>");
        all.add("<h:video><h:source onerror='RUN'/></h:video>");
        all.add("<h:audio src='x' onerror='RUN'/>");
        all.add("<h:img src='x' onerror='RUN'/>");
        all.add("<h:body onload='RUN'/>");
        all.add("<h:style>@import 'http://attacker.invalid/a';</h:style>");
        all.add("<handler type='application/ecmascript'>RUN</handler>");
        all.add("<listener event='load' handler='#a'/>");
        for (String address : ELSEWHERE) {
            for (String name : List.of(
                    "image",
                    "use",
                    "feImage",
                    "textPath",
                    "pattern",
                    "filter",
                    "mpath",
                    "cursor",
                    "font-face-uri",
                    "h:img",
                    "h:link")) {
                all.add("<" + name + " href='" + address + "' src='" + address + "' width='9' height='9'/>");
                all.add("<" + name + " xlink:href='" + address + "' width='9' height='9'/>");
            }
            for (String property :
                    List.of("fill", "stroke", "filter", "mask", "clip-path", "marker-start", "cursor", "style")) {
                String value = (property.equals("style") ? "fill:" : "") + "url(" + address + ")";
                all.add("<rect width='9' height='9' " + property + "='" + value + "'/>");
                all.add("<rect width='9' height='9' " + property + "='" + value.replace("url", "u\\72l") + "'/>");
                all.add("<rect width='9' height='9' " + property + "='"
                        + value.replace("url(", "url( &quot;").replace(")", "&quot; )") + "'/>");
                all.add("<rect width='9' height='9'><animate attributeName='" + property + "' dur='1s' values='" + value
                        + "'/></rect>");
            }
            for (String rule : List.of(
                    "@import 'WHERE';",
                    "@import url(WHERE);",
                    "@\\69mport 'WHERE';",
                    "@imp]]><![CDATA[ort 'WHERE';",
                    "rect{fill:u]]><![CDATA[rl(WHERE)}",
                    "rect{fill:url(/**/WHERE)}",
                    "rect{background:image-set('WHERE' 1x)}",
                    "rect{background:-webkit-image-set(url(WHERE) 1x)}",
                    "rect{cursor:url(WHERE),auto}",
                    "@font-face{font-family:x;src:url(WHERE)}text{font-family:x}",
                    "rect{fill:ur\\l(WHERE)}",
                    "/*\\*/rect{fill:url(WHERE)}")) {
                all.add("<style><![CDATA[" + rule.replace("WHERE", address)
                        + "]]></style><rect width='9' height='9'/><text y='9'>x</text>");
                all.add("<style>" + rule.replace("]]><![CDATA[", "<!-- -->").replace("WHERE", address)
                        + "</style><rect width='9' height='9'/>");
            }
        }
        for (String address : List.of("x.svg#a", "blob:x", "file:///x")) {
            for (String name : List.of("a", "use", "image", "feImage")) {
                all.add("<" + name + " href='" + address + "' width='9' height='9'><rect width='9' height='9'/></"
                        + name + ">");
            }
        }
        all.add("<g xml:base='http://attacker.invalid/'><image href='a' width='9' height='9'/></g>");
        all.add("<?xml-stylesheet href='http://attacker.invalid/'?>");
        return all.stream().map(vector -> vector.replace("RUN", RUN)).toList();
    }

    static String drawing(String inside) {
        return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:svg='http://www.w3.org/2000/svg'"
                + " xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:h='http://www.w3.org/1999/xhtml'"
                + " xmlns:x='http://www.w3.org/2000/svg' xmlns:sodipodi='http://sodipodi.example/dtd' width='99' height='99'>"
                + inside + "</svg>";
    }
}
