package io.zhibu.markdown;

import io.zhibu.markdown.HtmlWriting.Targets;
import io.zhibu.page.Event;

/** Pictures in the making. One that stands alone in its paragraph and has a title becomes a figure with a caption. */
final class ImageHtml {
    private static final String PARAGRAPH = "<p>";

    private final StringBuilder out;
    private final boolean chinese;
    private final Targets targets;
    private int open;
    // Where the paragraph begins, and the last picture and its title begin and end.
    private int paragraph = -1;
    private int from = -1;
    private int to = -1;
    private int titleFrom;
    private int titleTo;
    private String title = "";

    ImageHtml(StringBuilder out, boolean chinese, Targets targets) {
        this.out = out;
        this.chinese = chinese;
        this.targets = targets;
    }

    /** Inside of one, all else is its alternative text. */
    boolean isOpen() {
        return open > 0;
    }

    void start(Event.Image image) {
        if (open++ == 0) {
            from = out.length();
            out.append("<img");
            Tags.address("src", targets.image(image.target(), image.place()), chinese, out);
            out.append(" alt=\"");
        }
    }

    void end(Event.Image image) {
        if (--open > 0) {
            return;
        }
        out.append('"');
        title = image.title();
        titleFrom = out.length();
        Tags.title(title, out);
        titleTo = out.length();
        targets.imageAttributes(image.target(), image.place()).forEach((name, value) -> {
            out.append(' ').append(name).append("=\"");
            Escaping.text(value, out);
            out.append('"');
        });
        out.append(" />");
        to = out.length();
    }

    void startParagraph() {
        paragraph = out.length();
        out.append(PARAGRAPH);
    }

    void endParagraph() {
        boolean alone = from == paragraph + PARAGRAPH.length() && to == out.length();
        if (!chinese || !alone || title.isEmpty()) {
            out.append("</p>\n");
            return;
        }
        String image = out.substring(from, titleFrom) + out.substring(titleTo);
        out.setLength(paragraph);
        out.append("<figure>").append(image).append("<figcaption>");
        Escaping.text(title, out);
        out.append("</figcaption></figure>\n");
    }
}
