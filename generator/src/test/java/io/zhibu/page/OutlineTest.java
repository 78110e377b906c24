package io.zhibu.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {
    private static final Event.Heading SECTION = new Event.Heading(2, "背景", Event.Place.UNKNOWN);
    private static final Event.Link LINK = new Event.Link("a.md", "", Event.Place.UNKNOWN);

    private final Body body = Body.of(List.of(
            new Event.Start(new Event.Paragraph()),
            new Event.Text("前言"),
            new Event.CodeBlock("java", "int x;"),
            new Event.Start(LINK),
            new Event.Text("链接"),
            new Event.End(LINK),
            new Event.SoftBreak(),
            new Event.End(new Event.Paragraph()),
            new Event.Start(SECTION),
            new Event.Text("背"),
            new Event.SoftBreak(),
            new Event.Code("景"),
            new Event.End(SECTION),
            new Event.Rule()));

    @Test
    void headingsHaveTheirWordsAlone() {
        assertThat(Outline.of(body)).containsExactly(new Outline.Heading(2, "背景", "背 景"));
    }

    @Test
    void elementsAreSeenWithoutTheWordsBetween() {
        List<Event> seen = new ArrayList<>();
        body.forEachElement(seen::add);
        assertThat(seen)
                .containsExactly(
                        new Event.Start(new Event.Paragraph()),
                        new Event.Start(LINK),
                        new Event.End(LINK),
                        new Event.End(new Event.Paragraph()),
                        new Event.Start(SECTION),
                        new Event.Text("背"),
                        new Event.SoftBreak(),
                        new Event.Code("景"),
                        new Event.End(SECTION));
    }
}
