package io.zhibu.page;

import java.util.ArrayList;
import java.util.List;

/** The headings of a body, in order. Does not nest them: levels are as the writer chose them. */
public final class Outline {
    private Outline() {}

    /**
     * A heading.
     *
     * @param id anchor in the page; empty where the profile gives none
     * @param text words alone
     */
    public record Heading(int level, String id, String text) {}

    /** All headings; those in quotes and boxes count too. */
    public static List<Heading> of(Body body) {
        List<Heading> headings = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        body.forEachElement(event -> {
            if (event instanceof Event.Start start && start.element() instanceof Event.Heading) {
                words.setLength(0);
            } else if (event instanceof Event.Text text) {
                words.append(text.text());
            } else if (event instanceof Event.Code code) {
                words.append(code.text());
            } else if (event instanceof Event.SoftBreak || event instanceof Event.HardBreak) {
                words.append(' ');
            } else if (event instanceof Event.End end && end.element() instanceof Event.Heading heading) {
                headings.add(new Heading(heading.level(), heading.id(), words.toString()));
            }
        });
        return List.copyOf(headings);
    }
}
