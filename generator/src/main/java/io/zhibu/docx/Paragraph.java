package io.zhibu.docx;

import java.util.List;
import java.util.Optional;

/**
 * @param label the number or dot that Word puts before it
 * @param spans in reading order; none in an empty paragraph
 */
public record Paragraph(Place place, Look look, Optional<Label> label, List<Span> spans) implements Block {
    public Paragraph {
        spans = List.copyOf(spans);
    }

    /** What it says, without the label; a line break is a blank, a picture nothing. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Span span : spans) {
            if (span instanceof Span.Words words) {
                text.append(words.text());
            } else if (span instanceof Span.LineBreak) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    /**
     * How a paragraph is set, as far as it says what the paragraph is.
     *
     * @param heading level by style or outline, 1 to 9; 0 for text
     * @param role what its style calls it
     * @param size of its first words, in points
     * @param bold all its words are
     */
    public record Look(int heading, Role role, boolean centred, double size, boolean bold) {}

    public enum Role {
        TEXT,
        TITLE,
        SUBTITLE,
        CAPTION,
        QUOTE,
        CONTENTS
    }

    /**
     * @param list which list it counts in
     * @param depth 0 for the outermost level
     * @param text as printed, such as {@code 一、} or {@code 1.}; a dot for a bullet
     * @param bullet not counted
     * @param number what is counted up to, if it is written in Arabic digits alone; 0 otherwise
     */
    public record Label(String list, int depth, String text, boolean bullet, int number) {}
}
