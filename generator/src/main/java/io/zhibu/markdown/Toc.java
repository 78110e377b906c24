package io.zhibu.markdown;

import io.zhibu.page.Body;
import io.zhibu.page.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of contents of a body. Does not nest the headings: levels are as the writer chose them. */
public final class Toc {
    private Toc() {}

    /**
     * A heading.
     *
     * @param id anchor in the page; empty in the plain profile
     * @param text words alone
     */
    public record Entry(int level, String id, String text) {}

    /** All headings, in order. Those in quotes and boxes count too. */
    public static List<Entry> of(Body body) {
        List<Entry> entries = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        // What is open: a heading holds no other.
        List<Event.Heading> open = new ArrayList<>();
        body.forEach(event -> {
            if (event instanceof Event.Start start && start.element() instanceof Event.Heading heading) {
                open.add(heading);
                words.setLength(0);
            } else if (event instanceof Event.End end && end.element() instanceof Event.Heading heading) {
                open.clear();
                entries.add(new Entry(heading.level(), heading.id(), words.toString()));
            } else if (!open.isEmpty()) {
                word(event).ifPresent(words::append);
            }
        });
        return List.copyOf(entries);
    }

    private static Optional<String> word(Event event) {
        if (event instanceof Event.Text text) {
            return Optional.of(text.text());
        } else if (event instanceof Event.Code code) {
            return Optional.of(code.text());
        }
        boolean breaks = event instanceof Event.SoftBreak || event instanceof Event.HardBreak;
        return breaks ? Optional.of(" ") : Optional.empty();
    }
}
