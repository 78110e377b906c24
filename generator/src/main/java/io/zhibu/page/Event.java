package io.zhibu.page;

/**
 * One step through a body: an element begins, ends, or something stands between. Elements nest as in the text. Names of elements are
 * CommonMark's, GitHub's for tables and tasks.
 */
public sealed interface Event {
    /** Where in its file a link, picture, heading or piece of HTML stands: 1-based line, and column in characters; 0 if not known. */
    record Place(int line, int column) {
        public static final Place UNKNOWN = new Place(0, 0);
    }

    /** An element begins. */
    record Start(Element element) implements Event {}

    /** The element begun last ends. */
    record End(Element element) implements Event {}

    /** Plain text, entities and escapes resolved. */
    record Text(String text) implements Event {}

    record Code(String text) implements Event {}

    /**
     * A block of code.
     *
     * @param info what stands after the fence; empty if nothing does
     */
    record CodeBlock(String info, String text) implements Event {}

    /**
     * HTML as the writer typed it. Not safe to print before it was cleaned.
     *
     * @param html without the attribute that holds the target, if it leads somewhere
     * @param block parts what stands before it from what stands behind
     * @param target as in a link; empty if it leads nowhere
     * @param anchor by which links find this place; empty if it has none
     */
    record Html(String html, boolean block, Leading leading, String target, String anchor, Place place)
            implements Event {
        /** HTML that neither leads anywhere nor is led to. */
        public Html(String html, boolean block, Place place) {
            this(html, block, Leading.NOWHERE, "", "", place);
        }
    }

    /** What a target in HTML is for. */
    enum Leading {
        NOWHERE,
        LINK,
        IMAGE
    }

    /** A line end in the source that is no paragraph's end, and stands for a space. */
    record SoftBreak() implements Event {}

    record HardBreak() implements Event {}

    record Rule() implements Event {}

    /**
     * A note's number in the text.
     *
     * @param number 1, 2, 3 … in the order of first mention
     * @param mention 1 for the first mention of this note, and so on
     */
    record NoteMark(int number, int mention) implements Event {}

    /** What can hold others. */
    sealed interface Element {}

    record Paragraph() implements Element {}

    /**
     * @param level 1–6
     * @param id anchor, unique in the body
     */
    record Heading(int level, String id, Place place) implements Element {}

    record Quote() implements Element {}

    /**
     * @param ordered numbered from {@code start}; otherwise {@code start} is 0
     * @param tight no paragraph marks around the items' text
     */
    record Items(boolean ordered, int start, boolean tight) implements Element {}

    record Item(Task task) implements Element {}

    /** Whether an item of a list is a task, and done. */
    enum Task {
        NONE,
        OPEN,
        DONE
    }

    record Table() implements Element {}

    record Row(boolean head) implements Element {}

    record Cell(boolean head, Align align) implements Element {}

    enum Align {
        NONE,
        LEFT,
        CENTER,
        RIGHT
    }

    record Emphasis() implements Element {}

    record Strong() implements Element {}

    record Strike() implements Element {}

    /** @param target as written, entities and escapes resolved, not percent-encoded */
    record Link(String target, String title, Place place) implements Element {}

    /** @param target as in a link; what the element holds is the alternative text */
    record Image(String target, String title, Place place) implements Element {}

    /**
     * A box that stands apart.
     *
     * @param kind note, tip, warning, danger or example
     */
    record Admonition(String kind, String title) implements Element {}

    /** All notes of the body, at its end. */
    record Notes() implements Element {}

    /**
     * @param number as in the marks
     * @param mentions how many marks point here
     */
    record Note(int number, int mentions) implements Element {}
}
