package io.zhibu.word;

import java.util.EnumSet;
import java.util.Set;

/** Words, marks and breaks that stand on one line, in the order in which they come. */
final class Line {
    /** How words look besides. */
    enum Face {
        STRONG("<w:b/><w:bCs/>"),
        EMPHASIS("<w:i/><w:iCs/>"),
        STRUCK("<w:strike/>"),
        RAISED("<w:vertAlign w:val=\"superscript\"/>");

        private final String xml;

        Face(String xml) {
            this.xml = xml;
        }
    }

    private final StringBuilder runs = new StringBuilder();
    private int width;

    static Line of(String text) {
        return new Line().words(text, EnumSet.noneOf(Face.class));
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    /** How much room the words take, in halves of a Chinese character. */
    int width() {
        return width;
    }

    String xml() {
        return runs.toString();
    }

    Line words(String text, Set<Face> faces) {
        if (!text.isEmpty()) {
            run(text, faces, "");
        }
        return this;
    }

    /** @param opening of the element that leads somewhere, whole */
    void linked(String text, Set<Face> faces, String opening) {
        runs.append(opening);
        run(text, faces, faces.contains(Face.RAISED) ? "" : "<w:rStyle w:val=\"Hyperlink\"/>");
        runs.append("</w:hyperlink>");
    }

    void lineBreak() {
        runs.append("<w:r><w:br/></w:r>");
    }

    /** A number that Word counts by itself. */
    void note(int id) {
        runs.append("<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"")
                .append(id)
                .append("\"/></w:r>");
    }

    /** Behind the number of the note that it is. */
    Line asNote() {
        Line numbered = of(" ");
        numbered.runs.insert(0, "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>");
        numbered.runs.append(runs);
        return numbered;
    }

    /** @param drawing whole */
    Line drawing(String drawing) {
        runs.append("<w:r>").append(drawing).append("</w:r>");
        return this;
    }

    /** @param mark that a link leads to, whole */
    Line marked(String mark) {
        runs.append(mark);
        return this;
    }

    private void run(String text, Set<Face> faces, String style) {
        runs.append("<w:r>");
        if (!faces.isEmpty() || !style.isEmpty()) {
            runs.append("<w:rPr>").append(style);
            for (Face face : Face.values()) {
                runs.append(faces.contains(face) ? face.xml : "");
            }
            runs.append("</w:rPr>");
        }
        runs.append("<w:t xml:space=\"preserve\">").append(Xml.text(text)).append("</w:t></w:r>");
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean half = at > 0 && Character.isSurrogatePair(text.charAt(at - 1), c);
            width += half ? 0 : c < 0x2000 ? 1 : 2;
        }
    }
}
