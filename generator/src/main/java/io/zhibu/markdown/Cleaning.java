package io.zhibu.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
    // Written for pictures that we made smaller; a writer's own would lead to files that nobody takes along.
    private static final Set<String> OURS = Set.of("srcset", "sizes");

    private static final Set<String> LED = Set.of("a href", "img src");
    private static final Pattern LOCAL = Pattern.compile("(?i)\\s*(?:[a-z]:[\\\\/]|file:)");

    private Cleaning() {}

    /** The HTML of a whole body, balanced and without what is not allowed. */
    static String cleaned(String html) {
        Document clean = new Cleaner(ALLOWED).clean(Jsoup.parseBodyFragment(html));
        clean.outputSettings().prettyPrint(false);
        return clean.body().html();
    }

    static boolean isAllowed(String tag) {
        return ALLOWED.isSafeTag(tag);
    }

    /** One opening tag, of an allowed name, with what is allowed of its attributes. */
    static Opening opening(String html) {
        // The XML parser takes a tag as it stands; an HTML parser drops a lone cell.
        Element element = Jsoup.parse(html, "", Parser.xmlParser()).child(0);
        String name = element.normalName();
        Map<String, String> kept = new LinkedHashMap<>();
        List<String> removed = new ArrayList<>();
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            Attribute plain = new Attribute(key, attribute.getValue());
            if (key.equals("name") && name.equals("a")) {
                // An anchor as it was written before there were identifiers.
                kept.putIfAbsent("id", attribute.getValue());
            } else if (LED.contains(name + " " + key)
                    && LOCAL.matcher(attribute.getValue()).lookingAt()) {
                // Not written, but told with the other links.
                kept.put(key, attribute.getValue());
            } else if (OURS.contains(key) || !ALLOWED.isSafeAttribute(name, element, plain)) {
                removed.add(key);
            } else {
                kept.put(key, attribute.getValue());
            }
        }
        return new Opening(name, kept, removed);
    }

    /**
     * @param name in lower case
     * @param attributes by name in lower case, values decoded
     * @param removed names of attributes that aren't allowed
     */
    record Opening(String name, Map<String, String> attributes, List<String> removed) {}

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
            addAttributes(":all", "class", "id", "title", "lang", "dir");
            addAttributes("a", "href", "aria-label");
            addAttributes("section", "aria-label");
            addAttributes("img", "src", "alt", "width", "height", "srcset", "sizes", "loading", "decoding");
            addAttributes("input", "type", "checked", "disabled", "aria-label");
            addEnforcedAttribute("input", "type", "checkbox");
            addEnforcedAttribute("input", "disabled", "disabled");
            addAttributes("blockquote", "cite").addAttributes("q", "cite").addAttributes("ins", "cite", "datetime");
            addAttributes("del", "cite", "datetime")
                    .addAttributes("time", "datetime")
                    .addAttributes("details", "open");
            addAttributes("ol", "start", "type", "reversed").addAttributes("li", "value");
            addAttributes("td", "colspan", "rowspan").addAttributes("th", "colspan", "rowspan", "scope", "abbr");
            addAttributes("col", "span").addAttributes("colgroup", "span");
        }

        @Override
        public boolean isSafeAttribute(String tag, Element element, Attribute attribute) {
            boolean address = switch (attribute.getKey()) {
                case "href", "src", "cite" -> true;
                default -> false;
            };
            // Several addresses in one: none may lead out of the site.
            boolean out = attribute.getKey().equals("srcset")
                    && (attribute.getValue().contains(":")
                            || attribute.getValue().contains("//"));
            return super.isSafeAttribute(tag, element, attribute)
                    && !out
                    && (!address || SafeTargets.isAllowed(attribute.getValue()));
        }
    }
}
