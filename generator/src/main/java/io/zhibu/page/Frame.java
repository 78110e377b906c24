package io.zhibu.page;

import io.zhibu.memo.Digest;
import io.zhibu.memo.Packing;
import java.util.List;

/**
 * What an entry tells beside the words between its headings, so that who asks for no more can tell that it is as it was. What lies beside
 * the entry is no part of it.
 *
 * @param shown its fields, its headings and the places that a link may lead to
 * @param marked the same, and its links, pictures and HTML, with the lines and columns where they stand
 */
public record Frame(Digest shown, Digest marked) {
    public static Frame of(Page page) {
        Packing.Out out = new Packing.Out();
        PagePacking.write(new Page(page.heading(), page.fields(), Body.empty(), List.of()), out);
        Digest head = Digest.of(out.bytes());
        Digest.Of shown = new Digest.Of().add(head);
        page.body().forEachElement(event -> shown(event, shown));
        Digest.Of marked = new Digest.Of().add(head);
        int[] open = {0};
        boolean[] any = {false};
        page.body().forEachElement(event -> any[0] |= isPicture(event));
        if (any[0]) {
            // What stands in a picture's brackets isn't among the elements.
            page.body().forEach(event -> {
                open[0] += event instanceof Event.Start start && isWorded(start.element()) ? 1 : 0;
                open[0] -= event instanceof Event.End end && isWorded(end.element()) ? 1 : 0;
                marked(event, open[0] > 0, marked);
            });
        } else {
            page.body().forEachElement(event -> marked(event, true, marked));
        }
        return new Frame(shown.digest(), marked.digest());
    }

    private static boolean isPicture(Event event) {
        return event instanceof Event.Start start && start.element() instanceof Event.Image;
    }

    private static boolean isWorded(Event.Element element) {
        return element instanceof Event.Image || element instanceof Event.Heading;
    }

    private static void shown(Event event, Digest.Of all) {
        if (event instanceof Event.Html html && !html.anchor().isEmpty()) {
            all.text("a").text(html.anchor());
        } else if (event instanceof Event.Start start && start.element() instanceof Event.Heading heading) {
            all.text("h").number(heading.level()).text(heading.id());
        } else {
            words(event, all);
        }
    }

    private static void words(Event event, Digest.Of all) {
        if (event instanceof Event.Text text) {
            all.text("t").text(text.text());
        } else if (event instanceof Event.Code code) {
            all.text("c").text(code.text());
        } else if (event instanceof Event.SoftBreak || event instanceof Event.HardBreak) {
            all.text("s");
        } else if (event instanceof Event.End end && end.element() instanceof Event.Heading) {
            all.text("e");
        }
    }

    private static void marked(Event event, boolean words, Digest.Of all) {
        if (event instanceof Event.Html html) {
            all.text("H")
                    .text(html.html())
                    .number(html.block() ? 1 : 0)
                    .number(html.leading().ordinal());
            all.text(html.target()).text(html.anchor());
            place(html.place(), all);
        } else if (event instanceof Event.Start start && start.element() instanceof Event.Heading heading) {
            all.text("h").number(heading.level()).text(heading.id());
            place(heading.place(), all);
        } else if (event instanceof Event.Start start && start.element() instanceof Event.Link link) {
            all.text("l").text(link.target()).text(link.title());
            place(link.place(), all);
        } else if (event instanceof Event.Start start && start.element() instanceof Event.Image image) {
            all.text("i").text(image.target()).text(image.title());
            place(image.place(), all);
        } else if (event instanceof Event.End end && end.element() instanceof Event.Image) {
            all.text("I");
        } else if (words || event instanceof Event.End) {
            words(event, all);
        }
    }

    private static void place(Event.Place place, Digest.Of all) {
        all.number(place.line()).number(place.column());
    }
}
