package io.zhibu.checks;

import io.zhibu.page.Event;
import io.zhibu.page.Page;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an entry says under each of its second-level headings. */
final class Sections {
    private Sections() {}

    /** Heading to words, the heading's own first; under an empty heading what stands before the first. Sections of one name are one. */
    static Map<String, String> of(Page page) {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        StringBuilder heading = new StringBuilder();
        boolean[] inHeading = {false};
        page.body().forEach(event -> {
            if (event instanceof Event.Start start && isHeading(start.element())) {
                heading.setLength(0);
                inHeading[0] = true;
            } else if (event instanceof Event.End end && isHeading(end.element())) {
                inHeading[0] = false;
                add(heading.toString(), heading.toString(), sections);
            } else if (event instanceof Event.Text text && inHeading[0]) {
                heading.append(text.text());
            } else if (event instanceof Event.Text text) {
                add(heading.toString(), text.text(), sections);
            }
        });
        Map<String, String> texts = new LinkedHashMap<>();
        sections.forEach((name, text) -> texts.put(name, text.toString()));
        return texts;
    }

    private static boolean isHeading(Event.Element element) {
        return element instanceof Event.Heading heading && heading.level() == 2;
    }

    private static void add(String heading, String text, Map<String, StringBuilder> sections) {
        sections.computeIfAbsent(heading, any -> new StringBuilder()).append(text);
    }
}
