package io.zhibu.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Holds HTML to an allow-list. All that our own writer prints is on it. */
final class Cleaning {
    private static final Safelist ALLOWED = new Allowed();

    private Cleaning() {}

    /** The HTML of a whole body, balanced and without what is not allowed. */
    static String cleaned(String html) {
        Document clean = new Cleaner(ALLOWED).clean(Jsoup.parseBodyFragment(html));
        clean.outputSettings().prettyPrint(false);
        return clean.body().html();
    }

    /** What is not allowed in a piece of HTML, which may be a lone tag. Each with its place in the piece. */
    static List<Removed> removedFrom(String html) {
        List<Removed> removed = new ArrayList<>();
        // The XML parser takes each tag as it stands; an HTML parser drops a lone cell, and moves others.
        Document pieces = Jsoup.parse(html, "", Parser.xmlParser().setTrackPosition(true));
        for (Element element : pieces.getAllElements()) {
            if (element == pieces) {
                continue;
            }
            int at = Math.max(0, element.sourceRange().startPos());
            String tag = element.normalName();
            if (!ALLOWED.isSafeTag(tag)) {
                removed.add(new Removed("<" + tag + ">", at));
                continue;
            }
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                if (!ALLOWED.isSafeAttribute(tag, element, new Attribute(name, attribute.getValue()))) {
                    removed.add(new Removed("<" + tag + "> 的 " + name, at));
                }
            }
        }
        return removed;
    }

    /** @param at where in the piece */
    record Removed(String what, int at) {}

    /** The list. Addresses are judged by their scheme; relative ones stay. */
    private static final class Allowed extends Safelist {
        private static final long serialVersionUID = 1L;

        private Allowed() {
            addTags("a", "abbr", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption", "center", "cite", "code");
            addTags("col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure");
            addTags(
                    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "kbd", "li", "mark", "ol",
                    "p");
            addTags(
                    "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strong", "sub",
                    "summary");
            addTags("sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr");
            addAttributes(":all", "class", "title", "lang", "dir");
            addAttributes("a", "href", "id", "aria-label");
            addAttributes("section", "aria-label");
            addAttributes("img", "src", "alt", "width", "height", "srcset", "sizes", "loading", "decoding");
            addAttributes("input", "type", "checked", "disabled");
            addEnforcedAttribute("input", "type", "checkbox");
            addEnforcedAttribute("input", "disabled", "disabled");
            addAttributes("blockquote", "cite").addAttributes("q", "cite").addAttributes("ins", "cite", "datetime");
            addAttributes("del", "cite", "datetime")
                    .addAttributes("time", "datetime")
                    .addAttributes("details", "open");
            addAttributes("ol", "start", "type", "reversed").addAttributes("li", "value", "id");
            addAttributes("td", "colspan", "rowspan").addAttributes("th", "colspan", "rowspan", "scope", "abbr");
            addAttributes("col", "span").addAttributes("colgroup", "span");
            for (int level = 1; level <= 6; level++) {
                addAttributes("h" + level, "id");
            }
        }

        @Override
        public boolean isSafeAttribute(String tag, Element element, Attribute attribute) {
            boolean address = switch (attribute.getKey()) {
                case "href", "src", "cite" -> true;
                default -> false;
            };
            // Several addresses in one: none may lead out of the site.
            boolean out = attribute.getKey().equals("srcset")
                    && (attribute.getValue().contains(":") || attribute.getValue().contains("//"));
            return super.isSafeAttribute(tag, element, attribute)
                    && !out
                    && (!address || SafeTargets.isAllowed(attribute.getValue()));
        }
    }
}
