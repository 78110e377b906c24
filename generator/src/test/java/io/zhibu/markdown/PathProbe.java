package io.zhibu.markdown;

import io.zhibu.diagnostic.Where;
import java.util.*;
import java.util.stream.*;

public class PathProbe {
    static Map<String, String> cases(int n) {
        Map<String, String> m = new LinkedHashMap<>();
        m.put("strong emph", "*a **a ".repeat(n) + "b" + " a** a*".repeat(n));
        m.put("quotes", "> ".repeat(n) + "a");
        m.put("lists line", "- ".repeat(n) + "a");
        m.put("q-lists", "> - ".repeat(n) + "a");
        m.put(
                "deep lists",
                IntStream.range(0, Math.min(n, 1400))
                        .mapToObj(i -> " ".repeat(i) + "* a\n")
                        .collect(Collectors.joining()));
        m.put(
                "backticks",
                IntStream.range(1, Math.min(n, 2000))
                        .mapToObj(i -> "e" + "`".repeat(i))
                        .collect(Collectors.joining()));
        m.put(
                "refs",
                IntStream.range(0, n).mapToObj(i -> "[r" + i + "]: /u\n").collect(Collectors.joining()) + "\n"
                        + "[r0] ".repeat(n));
        m.put("**x [a*b**c*](d)", "**x [a*b**c*](d)".repeat(n));
        m.put("[a](<b", "[a](<b".repeat(n));
        m.put("[](", "[](".repeat(n));
        m.put(
                "footnotes",
                IntStream.range(0, n).mapToObj(i -> "[^" + i + "] ").collect(Collectors.joining()) + "\n\n"
                        + IntStream.range(0, n)
                                .mapToObj(i -> "[^" + i + "]: n\n")
                                .collect(Collectors.joining()));
        m.put("[", "[".repeat(n));
        m.put("![", "![".repeat(n));
        m.put("![[a](u)", "![[a](u)".repeat(n));
        m.put("nested links", "[".repeat(n) + "a" + "](u)".repeat(n));
        m.put("nested images", "![".repeat(n) + "a" + "](u)".repeat(n));
        m.put("<!--", "a <!--".repeat(n));
        m.put("<?", "a <?".repeat(n));
        m.put("<![CDATA[", "a <![CDATA[".repeat(n));
        m.put("<!A", "a <!A".repeat(n));
        m.put("<a b=", "x <a b=\"".repeat(n));
        m.put("<", "<".repeat(n));
        m.put("&", "&".repeat(n));
        m.put("\\", "\\".repeat(n));
        m.put("lines", "a\n".repeat(n));
        m.put("blank q", ">\n".repeat(n));
        m.put("items", "- a\n".repeat(n));
        m.put("items loose", "- a\n\n".repeat(n));
        m.put("hr", "***\n".repeat(n));
        m.put("a _ b", "a _b ".repeat(n));
        m.put("*a_ ", "*a_ ".repeat(n));
        m.put("~~a", "~~a ".repeat(n));
        m.put("* closers", "a* ".repeat(n));
        m.put("mixed ***", "a***b**c* ".repeat(n));
        m.put("[a][", "[a][".repeat(n));
        m.put("[a]:", "[a]:".repeat(n));
        m.put("[^", "[^".repeat(n));
        m.put("[ a ]  ", "[a".repeat(n) + "]".repeat(n));
        m.put("table", "|a".repeat(200) + "|\n" + "|-".repeat(200) + "|\n" + "|b\n".repeat(n));
        m.put("table wide", "|a".repeat(n) + "\n" + "|-".repeat(n) + "\n" + "|b\n".repeat(n / 20));
        m.put("dashes", "- |\n" + "|-|\n".repeat(n));
        m.put("html tags", "<b>".repeat(n));
        m.put("html div", "<div>\n\n".repeat(n));
        m.put("html attrs", "<b " + "a ".repeat(n) + ">");
        m.put("spaces", " ".repeat(n) + "a");
        m.put("a spaces", "a" + " ".repeat(n) + "\nb");
        m.put("fence", "```\n".repeat(n));
        m.put("unclosed fence", "```\n" + "a\n".repeat(n));
        m.put("indented", "    a\n".repeat(n));
        m.put("setext", "a\n=\n".repeat(n));
        m.put("atx", "# a\n".repeat(n));
        m.put("atx ##", "#" + " #".repeat(n));
        m.put("headings same", "# 一\n".repeat(n));
        m.put("!!!", "!!! note\n\n    a\n\n".repeat(n));
        m.put(
                "!!! deep",
                IntStream.range(0, Math.min(n, 700))
                        .mapToObj(i -> " ".repeat(4 * i) + "!!! note\n")
                        .collect(Collectors.joining()));
        m.put("crossed q", "> a\n- b\n".repeat(n));
        m.put("［", "［a］（b".repeat(n));
        m.put("(nest", "[a](" + "(".repeat(n) + ")".repeat(n));
        m.put("em cjk", "**中".repeat(n) + "**".repeat(n));
        m.put("tabs", "\t".repeat(n) + "a");
        m.put("- tabs", "-\t".repeat(n) + "a");
        m.put("1. ", "1. ".repeat(n) + "a");
        m.put("lazy", "> ".repeat(90) + "a\n" + "b\n".repeat(n));
        m.put("lists90", "- ".repeat(90) + "a\n" + "b\n".repeat(n));
        m.put("q90", "> ".repeat(90).concat("a\n").repeat(n / 100));
        m.put("mail", "<a@".repeat(n));
        m.put("auto", "<http:".repeat(n));
        m.put("star", "*".repeat(n) + "a" + "*".repeat(n));
        return m;
    }

    public static void main(String[] a) throws Exception {
        Profile p = Profile.valueOf(a[1]);
        var reading = new MarkdownReading(p, "");
        var writing = new HtmlWriting(p);
        for (var e : cases(Integer.parseInt(a[0])).entrySet()) {
            long t = System.nanoTime();
            String what;
            try {
                var o = reading.read(e.getValue(), new Where("a.md", 1, 1));
                long t1 = System.nanoTime();
                what = "read " + (t1 - t) / 1000000 + " diags "
                        + o.diagnostics().size()
                        + (o.diagnostics().isEmpty()
                                ? ""
                                : " " + o.diagnostics().get(0));
                what += " len "
                        + writing.html(o.value(), HtmlWriting.Targets.AS_WRITTEN)
                                .length();
            } catch (Throwable x) {
                what = "THROWN " + x.getClass();
            }
            long ms = (System.nanoTime() - t) / 1000000;
            if (ms > 150 || what.contains("THROWN") || a.length > 2)
                System.out.println(e.getKey() + "  total " + ms + " ms " + what.replace('\n', ' '));
        }
    }
}
