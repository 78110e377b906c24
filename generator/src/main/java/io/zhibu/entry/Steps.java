package io.zhibu.entry;

import io.zhibu.catalogue.Citing;
import io.zhibu.page.Event;
import io.zhibu.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an entry says is to be done, in order and without its sources: the parts of its section on that, or else its sections. */
final class Steps {
    /** What the heading of the section has in it. */
    private static final String DOING = "做法";

    /** Stands in a text where it sends the reader to a source; the sentence around it says nothing else. */
    private static final char SOURCE = '\uE000';

    private static final Pattern BLANK_BEFORE = Pattern.compile("\\s+([。，；：！？])");

    private final List<Step> parts = new ArrayList<>();
    private final List<Step> sections = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private boolean doing;
    private boolean silent;
    private int cells;

    /**
     * One of them.
     *
     * @param name its heading; empty if it stands before the first one
     * @param says its paragraphs, items and rows, each as one line
     */
    record Step(String name, List<String> says) {}

    private Steps() {}

    static List<Step> of(Page page) {
        Steps steps = new Steps();
        for (Event event : Citing.cited(page).events()) {
            if (event instanceof Event.Start start && start.element() instanceof Event.Notes) {
                break;
            }
            steps.step(event);
        }
        steps.flush();
        List<Step> found = steps.parts.isEmpty() ? steps.sections : steps.parts;
        return found.stream()
                .filter(step -> !step.name().isEmpty() || !step.says().isEmpty())
                .toList();
    }

    private void step(Event event) {
        if (event instanceof Event.Start start) {
            begin(start.element());
        } else if (event instanceof Event.End end) {
            end(end.element());
        } else if (event instanceof Event.Text text && !silent) {
            run.append(text.text());
        } else if (event instanceof Event.Code code) {
            run.append(code.text());
        } else if (event instanceof Event.SoftBreak || event instanceof Event.HardBreak) {
            run.append(' ');
        }
    }

    private void begin(Event.Element element) {
        if (element instanceof Event.Paragraph
                || element instanceof Event.Item
                || element instanceof Event.Heading
                || element instanceof Event.Row) {
            flush();
            cells = 0;
        } else if (element instanceof Event.Link link && link.target().startsWith("#cite-")) {
            silent = true;
            if (run.toString().stripTrailing().endsWith("见")) {
                run.append(SOURCE);
            }
        } else if (element instanceof Event.Image) {
            silent = true;
        } else if (element instanceof Event.Cell && cells > 0) {
            run.append(cells == 1 ? "：" : "，");
        }
    }

    private void end(Event.Element element) {
        if (element instanceof Event.Heading heading) {
            name(heading, run.toString().strip());
            run.setLength(0);
        } else if (element instanceof Event.Row row && row.head()) {
            run.setLength(0);
        } else if (element instanceof Event.Cell) {
            cells++;
        } else if (element instanceof Event.Link || element instanceof Event.Image) {
            silent = false;
        } else if (element instanceof Event.Paragraph
                || element instanceof Event.Item
                || element instanceof Event.Row) {
            flush();
        }
    }

    private void name(Event.Heading heading, String name) {
        if (heading.level() <= 2) {
            doing = name.contains(DOING);
            sections.add(new Step(name, new ArrayList<>()));
            if (doing) {
                parts.add(new Step("", new ArrayList<>()));
            }
        } else if (doing && heading.level() == 3) {
            parts.add(new Step(name, new ArrayList<>()));
        }
    }

    /** Without the sentences that send the reader to a source. */
    private static String said(String run) {
        return run.indexOf(SOURCE) < 0
                ? run
                : Sentences.of(run).stream()
                        .filter(sentence -> sentence.indexOf(SOURCE) < 0)
                        .collect(Collectors.joining());
    }

    private void flush() {
        String line =
                BLANK_BEFORE.matcher(said(run.toString())).replaceAll("$1").strip();
        run.setLength(0);
        if (!line.isEmpty()) {
            if (doing) {
                parts.get(parts.size() - 1).says().add(line);
            }
            if (!sections.isEmpty()) {
                sections.get(sections.size() - 1).says().add(line);
            }
        }
    }
}
