package io.zhibu.markdown;

import io.zhibu.markdown.HtmlWriting.Targets;
import io.zhibu.page.Event;
import java.util.Locale;

/** Opening tags that depend on more than the kind of element. */
final class Tags {
    private Tags() {}

    static void heading(Event.Heading heading, StringBuilder out) {
        out.append("<h").append(heading.level());
        if (!heading.id().isEmpty()) {
            out.append(" id=\"");
            Escaping.text(heading.id(), out);
            out.append('"');
        }
        out.append('>');
    }

    static void items(Event.Items items, StringBuilder out) {
        if (!items.ordered()) {
            out.append("<ul>\n");
        } else if (items.start() == 1) {
            out.append("<ol>\n");
        } else {
            out.append("<ol start=\"").append(items.start()).append("\">\n");
        }
    }

    static void item(Event.Task task, StringBuilder out) {
        switch (task) {
            case NONE -> out.append("<li>");
            case OPEN -> out.append("<li class=\"task\"><input aria-label=\"待做\" disabled=\"\" type=\"checkbox\" /> ");
            case DONE ->
                out.append(
                        "<li class=\"task\"><input checked=\"\" aria-label=\"已做\" disabled=\"\" type=\"checkbox\" /> ");
        }
    }

    static void cell(Event.Cell cell, StringBuilder out) {
        out.append(cell.head() ? "<th" : "<td");
        if (cell.align() != Event.Align.NONE) {
            out.append(" class=\"")
                    .append(cell.align().name().toLowerCase(Locale.ROOT))
                    .append('"');
        }
        out.append('>');
    }

    static void box(Event.Admonition box, StringBuilder out) {
        out.append("<aside class=\"admonition ").append(box.kind()).append("\">\n<p class=\"admonition-title\">");
        Escaping.text(box.title(), out);
        out.append("</p>\n");
    }

    /** Nothing if the target would run something; in Chinese pages, if it is not one that pages need. */
    static void address(String attribute, String target, boolean chinese, StringBuilder out) {
        if (chinese ? SafeTargets.isAllowed(target) : !SafeTargets.isDangerous(target)) {
            out.append(' ').append(attribute).append("=\"");
            Escaping.address(target, out);
            out.append('"');
        }
    }

    /** The writer's own tag, with its target as it reads on this page. */
    static void html(Event.Html html, Targets targets, boolean chinese, StringBuilder out) {
        if (html.leading() == Event.Leading.NOWHERE) {
            out.append(html.html());
            return;
        }
        int name = 1;
        while (Letters.isAsciiLetter(html.html().charAt(name))) {
            name++;
        }
        out.append(html.html(), 0, name);
        if (html.leading() == Event.Leading.LINK) {
            address("href", targets.link(html.target(), html.place()), chinese, out);
        } else {
            address("src", targets.image(html.target(), html.place()), chinese, out);
        }
        out.append(html.html(), name, html.html().length());
    }

    static void title(String title, StringBuilder out) {
        if (!title.isEmpty()) {
            out.append(" title=\"");
            Escaping.text(title, out);
            out.append('"');
        }
    }
}
