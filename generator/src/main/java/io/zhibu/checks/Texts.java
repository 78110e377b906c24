package io.zhibu.checks;

import io.zhibu.page.Event;
import io.zhibu.page.Page;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words of one page in the ways that rules ask for; decoded when the first of them asks. */
final class Texts {
    private final Page page;
    private final Map<String, StringBuilder> sections = new LinkedHashMap<>();
    private final StringBuilder joined = new StringBuilder();
    private final StringBuilder heading = new StringBuilder();
    private StringBuilder section = new StringBuilder();
    private boolean read;
    private boolean inHeading;
    private int han;

    Texts(Page page) {
        this.page = page;
    }

    /**
     * What it says under each of its second-level headings: heading to words, the heading's own first; under an empty heading what stands
     * before the first. Sections of one name are one.
     */
    Map<String, StringBuilder> sections() {
        read();
        return sections;
    }

    /** Its text without code, a line end for whatever else stands between. */
    StringBuilder joined() {
        read();
        return joined;
    }

    /** How many Han characters it has, those in code counted too. */
    int han() {
        read();
        return han;
    }

    private void read() {
        if (!read) {
            read = true;
            page.body().forEach(this::add);
        }
    }

    private void add(Event event) {
        if (event instanceof Event.Text text) {
            joined.append(text.text());
            count(text.text());
            if (inHeading) {
                heading.append(text.text());
            } else {
                add(text.text());
            }
            return;
        }
        joined.append('\n');
        if (event instanceof Event.Code code) {
            count(code.text());
        } else if (event instanceof Event.CodeBlock code) {
            count(code.text());
        } else if (event instanceof Event.Start start && isHeading(start.element())) {
            heading.setLength(0);
            inHeading = true;
        } else if (event instanceof Event.End end && isHeading(end.element())) {
            inHeading = false;
            section = sections.computeIfAbsent(heading.toString(), any -> new StringBuilder());
            section.append(heading);
        }
    }

    private void add(String text) {
        if (sections.isEmpty()) {
            sections.put("", section);
        }
        section.append(text);
    }

    private void count(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            // Nearly all of them, without a look at tables.
            boolean plain = c >= '\u4e00' && c <= '\u9fff';
            han += plain || c > '\u2fff' && Character.isIdeographic(text.codePointAt(at)) ? 1 : 0;
        }
    }

    private static boolean isHeading(Event.Element element) {
        return element instanceof Event.Heading heading && heading.level() == 2;
    }
}
