package io.zhibu.word;

import io.zhibu.catalogue.Citing;
import io.zhibu.page.Event;
import io.zhibu.page.Page;
import io.zhibu.word.Line.Face;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;

/** An entry's body on paper, event by event. */
final class Passage {
    private static final int DEEPEST = 8;

    private final Paper paper;
    private final Page page;
    private final Places places;
    private final Headings headings;
    private final String marks;

    private final Deque<List> lists = new ArrayDeque<>();
    private final Deque<String> links = new ArrayDeque<>();
    private final Deque<Face> faces = new ArrayDeque<>();
    private final Deque<StringBuilder> aside = new ArrayDeque<>();
    private Optional<Grid> grid = Optional.empty();
    private Optional<StringBuilder> said = Optional.empty();
    private Line line = new Line();
    private int quotes;
    private boolean inNote;
    private boolean numberDue;
    private final int firstNote;

    /** One list, and whether its number still waits for the text of an item. */
    private static final class List {
        private final int number;
        private boolean due;
        private String box = "";

        List(int number) {
            this.number = number;
        }
    }

    /** @param marks what names of marks begin with in this entry */
    Passage(Paper paper, Page page, Places places, Headings headings, String marks) {
        this.paper = paper;
        this.page = page;
        this.places = places;
        this.headings = headings;
        this.marks = marks;
        this.firstNote = paper.nextNote();
    }

    void write() {
        Citing.cited(page).forEach(this::step);
        flush();
    }

    private void step(Event event) {
        if (event instanceof Event.Start start) {
            begin(start.element());
        } else if (event instanceof Event.End end) {
            end(end.element());
        } else if (event instanceof Event.Text text) {
            words(text.text());
        } else if (event instanceof Event.Code code) {
            words(code.text());
        } else if (event instanceof Event.SoftBreak) {
            words(" ");
        } else if (event instanceof Event.HardBreak
                || event instanceof Event.Html html && html.html().startsWith("<br")) {
            line.lineBreak();
        } else if (event instanceof Event.CodeBlock code) {
            flush();
            code(code.text());
        } else if (event instanceof Event.NoteMark mark) {
            mark(mark);
        }
        // A rule parts what headings part on paper; other HTML is there for browsers alone.
    }

    private void begin(Event.Element element) {
        if (element instanceof Event.Emphasis) {
            faces.push(Face.EMPHASIS);
        } else if (element instanceof Event.Strong) {
            faces.push(Face.STRONG);
        } else if (element instanceof Event.Strike) {
            faces.push(Face.STRUCK);
        } else if (element instanceof Event.Link link) {
            link(link);
        } else if (element instanceof Event.Image) {
            said = Optional.of(new StringBuilder());
        } else if (element instanceof Event.Row row) {
            grid.orElseThrow().row(row.head());
        } else if (!(element instanceof Event.Cell)) {
            flush();
            block(element);
        }
    }

    private void block(Event.Element element) {
        if (element instanceof Event.Quote) {
            quotes++;
        } else if (element instanceof Event.Items items) {
            lists.push(new List(items.ordered() ? paper.counted(items.start()) : paper.bullets()));
        } else if (element instanceof Event.Item item) {
            lists.element().due = true;
            lists.element().box = switch (item.task()) {
                case NONE -> "";
                case OPEN -> "☐ ";
                case DONE -> "☑ ";
            };
        } else if (element instanceof Event.Table) {
            grid = Optional.of(new Grid());
        } else if (element instanceof Event.Admonition box) {
            aside.push(new StringBuilder());
            if (!box.title().isEmpty()) {
                put(Paper.paragraph("TableHead", "", Line.of(box.title())));
            }
        } else if (element instanceof Event.Note) {
            inNote = true;
            numberDue = true;
            aside.push(new StringBuilder());
        }
    }

    private void end(Event.Element element) {
        if (element instanceof Event.Emphasis || element instanceof Event.Strong || element instanceof Event.Strike) {
            faces.pop();
        } else if (element instanceof Event.Link link) {
            links.pop();
            if (link.target().startsWith("#cite-")) {
                faces.pop();
            }
        } else if (element instanceof Event.Image image) {
            picture(image, said.orElseThrow().toString());
        } else if (element instanceof Event.Cell cell) {
            String side = cell.align() == Event.Align.NONE || cell.align() == Event.Align.LEFT
                    ? ""
                    : cell.align().name().toLowerCase(Locale.ROOT);
            grid.orElseThrow().cell(taken(), cell.head(), side);
        } else if (element instanceof Event.Heading heading) {
            put(headings.paragraph(heading.level(), taken()));
        } else if (!(element instanceof Event.Row)) {
            flush();
            ended(element);
        }
    }

    private void ended(Event.Element element) {
        if (element instanceof Event.Quote) {
            quotes--;
        } else if (element instanceof Event.Items) {
            lists.pop();
        } else if (element instanceof Event.Item) {
            lists.element().due = false;
        } else if (element instanceof Event.Table) {
            Grid whole = grid.orElseThrow();
            grid = Optional.empty();
            put(whole.isEmpty() ? "" : Paper.tabled(whole));
        } else if (element instanceof Event.Admonition) {
            String inner = aside.pop().toString();
            put(Paper.boxed(inner));
        } else if (element instanceof Event.Note) {
            inNote = false;
            String inner = aside.pop().toString();
            paper.note(numberDue ? Paper.paragraph("FootnoteText", "", new Line().asNote()) + inner : inner);
            numberDue = false;
        }
    }

    private void words(String text) {
        if (said.isPresent()) {
            said.get().append(text);
            return;
        }
        if (!lists.isEmpty() && grid.isEmpty()) {
            line.words(lists.element().box, EnumSet.noneOf(Face.class));
            lists.element().box = "";
        }
        if (inCitation()) {
            line.linked("[" + text + "]", look(), links.element());
        } else if (links.isEmpty() || links.element().isEmpty()) {
            line.words(text, look());
        } else {
            line.linked(text, look(), links.element());
        }
    }

    private boolean inCitation() {
        return !faces.isEmpty() && faces.element() == Face.RAISED;
    }

    private EnumSet<Face> look() {
        EnumSet<Face> look = EnumSet.noneOf(Face.class);
        look.addAll(faces);
        return look;
    }

    /** Sources are told in brackets above the line, as their list numbers them. */
    private void link(Event.Link link) {
        if (link.target().startsWith("#cite-")) {
            faces.push(Face.RAISED);
            links.push(Paper.within(marks + link.target().substring("#cite-".length())));
        } else {
            links.push(places.followed(link.target(), page).map(paper::leading).orElse(""));
        }
    }

    /** Word counts a note once; where it is mentioned again, its number is text. */
    private void mark(Event.NoteMark mark) {
        if (mark.mention() > 1) {
            EnumSet<Face> look = look();
            look.add(Face.RAISED);
            line.words(String.valueOf(mark.number()), look);
        } else {
            line.note(firstNote + mark.number() - 1);
        }
    }

    private void code(String text) {
        Line lines = new Line();
        String[] all = text.stripTrailing().split("\n");
        for (int at = 0; at < all.length; at++) {
            if (at > 0) {
                lines.lineBreak();
            }
            lines.words(all[at], EnumSet.noneOf(Face.class));
        }
        put(Paper.paragraph("Code", "", lines));
    }

    /** In a table it stays in words: a cell is no place for what is to be looked at. */
    private void picture(Event.Image image, String alt) {
        said = Optional.empty();
        Optional<Places.Drawn> drawn = grid.isPresent() ? Optional.empty() : places.picture(image.target(), page);
        if (drawn.isEmpty()) {
            words("［图：" + (image.title().isEmpty() ? alt : image.title()) + "］");
            return;
        }
        flush();
        Places.Drawn one = drawn.get();
        String drawing = paper.drawing(one.file(), one.kind(), one.bytes(), one.width(), one.height(), alt);
        put(Paper.paragraph("Picture", "", new Line().drawing(drawing)));
        if (!image.title().isEmpty()) {
            put(Paper.paragraph("Caption", "", Line.of(image.title())));
        }
    }

    private Line taken() {
        Line taken = line;
        line = new Line();
        return taken;
    }

    private void flush() {
        if (!line.isEmpty()) {
            put(paragraph(taken()));
        }
    }

    private String paragraph(Line text) {
        if (inNote) {
            Line whole = numberDue ? text.asNote() : text;
            numberDue = false;
            return Paper.paragraph("FootnoteText", "", whole);
        } else if (lists.isEmpty()) {
            return Paper.paragraph(quotes > 0 ? "Quote" : "", "", text);
        }
        int depth = Math.min(lists.size() - 1, DEEPEST);
        List list = lists.element();
        String look = list.due
                ? "<w:numPr><w:ilvl w:val=\"" + depth + "\"/><w:numId w:val=\"" + list.number + "\"/></w:numPr>"
                : "<w:ind w:left=\"" + (640 + 480 * (depth + 1)) + "\" w:firstLineChars=\"0\" w:firstLine=\"0\"/>";
        list.due = false;
        return Paper.paragraph("ListParagraph", look, text);
    }

    private void put(String xml) {
        if (aside.isEmpty()) {
            paper.add(xml);
        } else {
            aside.element().append(xml);
        }
    }
}
