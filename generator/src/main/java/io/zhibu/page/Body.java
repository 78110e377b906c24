package io.zhibu.page;

import io.zhibu.memo.Packing;
import io.zhibu.page.Event.Element;
import io.zhibu.page.Event.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/**
 * What an entry says, as a sequence of events. Kept packed, since all bodies are in memory at once: a page of 6 KB takes about 7 KB here
 * and several times that as objects. It does not know how it was written nor how it will look.
 */
public final class Body {
    private static final Body EMPTY = new Body(new byte[0]);
    private final byte[] packed;

    private Body(byte[] packed) {
        this.packed = packed;
    }

    public static Body empty() {
        return EMPTY;
    }

    /** As {@link #packed()} gave it. */
    static Body packed(byte[] packed) {
        return packed.length == 0 ? EMPTY : new Body(packed);
    }

    byte[] packed() {
        return packed;
    }

    public static Body of(List<Event> events) {
        Builder builder = new Builder();
        events.forEach(builder::add);
        return builder.build();
    }

    /** All events, in order. */
    public void forEach(Consumer<? super Event> step) {
        Packing.In in = new Packing.In(packed);
        Deque<Element> open = new ArrayDeque<>();
        while (in.hasMore()) {
            step.accept(read(in, open));
        }
    }

    /**
     * The events that begin and end an element, and the words inside headings. All other words are passed over without being decoded,
     * which makes this several times as quick as looking at everything.
     */
    public void forEachElement(Consumer<? super Event> step) {
        Packing.In in = new Packing.In(packed);
        Deque<Element> open = new ArrayDeque<>();
        int headings = 0;
        while (in.hasMore()) {
            if (headings == 0 && passOver(in)) {
                continue;
            }
            Event event = read(in, open);
            if (event instanceof Event.Start start && start.element() instanceof Event.Heading) {
                headings++;
            } else if (event instanceof Event.End end && end.element() instanceof Event.Heading) {
                headings--;
            }
            step.accept(event);
        }
    }

    private static boolean passOver(Packing.In in) {
        switch (in.peek()) {
            case 't', 'c' -> in.pass(1);
            case 'C' -> in.pass(2);
            case 's', 'b', 'r' -> in.pass(0);
            default -> {
                return false;
            }
        }
        return true;
    }

    public List<Event> events() {
        List<Event> events = new ArrayList<>();
        forEach(events::add);
        return events;
    }

    /** Names of the places that a link may lead to: headings, and what the writer's own HTML names; in their order as texts. */
    public SortedSet<String> anchors() {
        SortedSet<String> anchors = new TreeSet<>();
        forEachElement(event -> {
            if (event instanceof Event.Html html && !html.anchor().isEmpty()) {
                anchors.add(html.anchor());
            } else if (event instanceof Event.Start start && start.element() instanceof Event.Heading heading) {
                anchors.add(heading.id());
            }
        });
        return anchors;
    }

    /** The words alone, a line for each block; code and HTML left out of neither, notes at their place. */
    public String plainText() {
        return plainText((heading, at) -> {});
    }

    /** @param headings told of each heading that has words, and where in the text its own line begins */
    public String plainText(ObjIntConsumer<Event.Heading> headings) {
        StringBuilder text = new StringBuilder();
        int[] begun = {0};
        forEach(event -> {
            if (event instanceof Event.Start start && start.element() instanceof Event.Heading) {
                begun[0] = text.length();
            } else if (event instanceof Event.End end
                    && end.element() instanceof Event.Heading heading
                    && !text.substring(begun[0]).isBlank()) {
                headings.accept(heading, begun[0]);
            }
            if (event instanceof Event.Text piece) {
                text.append(piece.text());
            } else if (event instanceof Event.Code code) {
                text.append(code.text());
            } else if (event instanceof Event.CodeBlock code) {
                text.append(code.text());
            } else if (event instanceof Event.SoftBreak) {
                text.append(' ');
            } else if (event instanceof Event.HardBreak) {
                text.append('\n');
            } else if (event instanceof Event.End end && isBlock(end.element())
                    || event instanceof Event.Html html && html.block()) {
                endLine(text);
            }
        });
        return text.toString();
    }

    private static void endLine(StringBuilder text) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private static boolean isBlock(Element element) {
        return !(element instanceof Event.Emphasis
                || element instanceof Event.Strong
                || element instanceof Event.Strike
                || element instanceof Event.Link
                || element instanceof Event.Image);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body body && Arrays.equals(packed, body.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    private static Event read(Packing.In in, Deque<Element> open) {
        char code = in.code();
        return switch (code) {
            case '/' -> new Event.End(open.pop());
            case 't' -> new Event.Text(in.text());
            case 'c' -> new Event.Code(in.text());
            case 'C' -> new Event.CodeBlock(in.text(), in.text());
            case 'h' ->
                new Event.Html(
                        in.text(), in.flag(), Event.Leading.values()[in.number()], in.text(), in.text(), place(in));
            case 's' -> new Event.SoftBreak();
            case 'b' -> new Event.HardBreak();
            case 'r' -> new Event.Rule();
            case 'n' -> new Event.NoteMark(in.number(), in.number());
            default -> {
                Element element = element(code, in);
                open.push(element);
                yield new Event.Start(element);
            }
        };
    }

    private static Element element(char code, Packing.In in) {
        return switch (code) {
            case 'P' -> new Event.Paragraph();
            case 'H' -> new Event.Heading(in.number(), in.text(), place(in));
            case 'Q' -> new Event.Quote();
            case 'L' -> new Event.Items(in.flag(), in.number(), in.flag());
            case 'I' -> new Event.Item(Event.Task.values()[in.number()]);
            case 'T' -> new Event.Table();
            case 'R' -> new Event.Row(in.flag());
            case 'D' -> new Event.Cell(in.flag(), Event.Align.values()[in.number()]);
            case 'E' -> new Event.Emphasis();
            case 'S' -> new Event.Strong();
            case 'X' -> new Event.Strike();
            case 'A' -> new Event.Link(in.text(), in.text(), place(in));
            case 'M' -> new Event.Image(in.text(), in.text(), place(in));
            case 'W' -> new Event.Admonition(in.text(), in.text());
            case 'N' -> new Event.Notes();
            case 'F' -> new Event.Note(in.number(), in.number());
            default -> throw new IllegalStateException("no event has the code " + code);
        };
    }

    private static Place place(Packing.In in) {
        return new Place(in.number(), in.number());
    }

    /** Takes events one by one. */
    public static final class Builder {
        private final Packing.Out out = new Packing.Out();
        private final Deque<Element> open = new ArrayDeque<>();

        public Builder add(Event event) {
            if (event instanceof Event.Start start) {
                open.push(start.element());
                write(start.element());
            } else if (event instanceof Event.End end) {
                Element begun = open.pop();
                if (!begun.equals(end.element())) {
                    throw new IllegalArgumentException("ends " + end.element() + " where " + begun + " is open");
                }
                out.code('/');
            } else {
                write(event);
            }
            return this;
        }

        public Body build() {
            if (!open.isEmpty()) {
                throw new IllegalStateException("still open: " + open);
            }
            return packed(out.bytes());
        }

        private void write(Event event) {
            if (event instanceof Event.Text text) {
                out.code('t').text(text.text());
            } else if (event instanceof Event.Code code) {
                out.code('c').text(code.text());
            } else if (event instanceof Event.CodeBlock code) {
                out.code('C').text(code.info()).text(code.text());
            } else if (event instanceof Event.Html html) {
                out.code('h').text(html.html()).flag(html.block());
                out.number(html.leading().ordinal()).text(html.target()).text(html.anchor());
                write(html.place());
            } else if (event instanceof Event.SoftBreak) {
                out.code('s');
            } else if (event instanceof Event.HardBreak) {
                out.code('b');
            } else if (event instanceof Event.Rule) {
                out.code('r');
            } else if (event instanceof Event.NoteMark mark) {
                out.code('n').number(mark.number()).number(mark.mention());
            }
        }

        private void write(Element element) {
            if (element instanceof Event.Paragraph) {
                out.code('P');
            } else if (element instanceof Event.Heading heading) {
                out.code('H').number(heading.level()).text(heading.id());
                write(heading.place());
            } else if (element instanceof Event.Quote) {
                out.code('Q');
            } else if (element instanceof Event.Items items) {
                out.code('L').flag(items.ordered()).number(items.start()).flag(items.tight());
            } else if (element instanceof Event.Item item) {
                out.code('I').number(item.task().ordinal());
            } else if (element instanceof Event.Table) {
                out.code('T');
            } else if (element instanceof Event.Row row) {
                out.code('R').flag(row.head());
            } else if (element instanceof Event.Cell cell) {
                out.code('D').flag(cell.head()).number(cell.align().ordinal());
            } else if (element instanceof Event.Emphasis) {
                out.code('E');
            } else if (element instanceof Event.Strong) {
                out.code('S');
            } else if (element instanceof Event.Strike) {
                out.code('X');
            } else if (element instanceof Event.Link link) {
                out.code('A').text(link.target()).text(link.title());
                write(link.place());
            } else if (element instanceof Event.Image image) {
                out.code('M').text(image.target()).text(image.title());
                write(image.place());
            } else if (element instanceof Event.Admonition box) {
                out.code('W').text(box.kind()).text(box.title());
            } else if (element instanceof Event.Notes) {
                out.code('N');
            } else if (element instanceof Event.Note note) {
                out.code('F').number(note.number()).number(note.mentions());
            }
        }

        private void write(Place place) {
            out.number(place.line()).number(place.column());
        }
    }
}
