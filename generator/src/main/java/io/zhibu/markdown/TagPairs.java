package io.zhibu.markdown;

import io.zhibu.page.Body;
import io.zhibu.page.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the other half of each of the writer's tags, within the element of the text that holds it. A tag without one would take in, hide or
 * mark all that follows, so it is shown as text.
 */
final class TagPairs {
    private static final Set<String> ALONE = Set.of("br", "col", "hr", "img", "input", "wbr");
    private static final Set<String> MAY_STAY_OPEN = Set.of(
            "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "caption", "rt", "rp");

    /** The tags that are open in one element. */
    private static final class Open {
        private final Deque<Integer> places = new ArrayDeque<>();
        private final Map<String, Integer> counts = new HashMap<>();
    }

    private final HtmlPieces html;
    private final Warnings warnings;
    private final List<Event> events = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    // Told at the end, in the order of the text.
    private final Set<Integer> unpaired = new TreeSet<>();

    TagPairs(HtmlPieces html, Warnings warnings) {
        this.html = html;
        this.warnings = warnings;
    }

    Body paired(Body body) {
        open.push(new Open());
        body.forEach(this::take);
        closeAll(open.pop());
        if (unpaired.isEmpty()) {
            return Body.of(events);
        }
        for (int at : unpaired) {
            Event.Html tag = (Event.Html) events.get(at);
            String name = HtmlPieces.name(tag.html());
            boolean ignored = ALONE.contains(name);
            if (!ignored) {
                warnings.unpairedHtml(html.written(tag.place()), tag.place());
            }
            events.set(at, new Event.Text(ignored ? "" : html.written(tag.place())));
        }
        return Body.of(events);
    }

    private void take(Event event) {
        events.add(event);
        if (event instanceof Event.Start) {
            open.push(new Open());
        } else if (event instanceof Event.End) {
            closeAll(open.pop());
        } else if (event instanceof Event.Html tag) {
            tag(tag.html());
        }
    }

    private void tag(String tag) {
        String name = HtmlPieces.name(tag);
        Open here = open.element();
        if (!tag.startsWith("</")) {
            if (!ALONE.contains(name)) {
                here.places.push(events.size() - 1);
                here.counts.merge(name, 1, Integer::sum);
            }
        } else if (here.counts.getOrDefault(name, 0) == 0) {
            unpaired.add(events.size() - 1);
        } else {
            int last;
            do {
                // What was open inside ends here too.
                last = close(here);
            } while (!name(last).equals(name));
            unpaired.remove(last);
        }
    }

    /** Takes the tag opened last for one without its other half, until somebody says otherwise. */
    private int close(Open here) {
        int last = here.places.pop();
        here.counts.merge(name(last), -1, Integer::sum);
        if (!MAY_STAY_OPEN.contains(name(last))) {
            unpaired.add(last);
        }
        return last;
    }

    private String name(int at) {
        return HtmlPieces.name(((Event.Html) events.get(at)).html());
    }

    private void closeAll(Open here) {
        while (!here.places.isEmpty()) {
            close(here);
        }
    }
}
