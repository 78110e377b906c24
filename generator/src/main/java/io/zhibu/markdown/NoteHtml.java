package io.zhibu.markdown;

import io.zhibu.page.Event;

/** Notes and their marks in HTML, linked both ways. Their ids hold a colon, which no heading's id does. */
final class NoteHtml {
    private NoteHtml() {}

    static void mark(Event.NoteMark mark, StringBuilder out) {
        out.append("<sup class=\"note-mark\"><a href=\"#note:")
                .append(mark.number())
                .append("\" id=\"mark:");
        out.append(mark.number())
                .append(':')
                .append(mark.mention())
                .append("\" aria-label=\"注 ")
                .append(mark.number());
        out.append("\">").append(mark.number()).append("</a></sup>");
    }

    static void startAll(StringBuilder out) {
        out.append("<section class=\"footnotes\" aria-label=\"注释\">\n<ol>\n");
    }

    static void start(Event.Note note, StringBuilder out) {
        out.append("<li id=\"note:").append(note.number()).append("\">");
    }

    /** The ways back stand in the note's last paragraph, if it ends in one. */
    static void end(Event.Note note, StringBuilder out) {
        String paragraph = "</p>\n";
        int tail = out.length() - paragraph.length();
        boolean inParagraph = tail >= 0 && out.indexOf(paragraph, tail) == tail;
        if (inParagraph) {
            out.setLength(tail);
        }
        for (int mention = 1; mention <= note.mentions(); mention++) {
            out.append(" <a class=\"note-back\" href=\"#mark:")
                    .append(note.number())
                    .append(':')
                    .append(mention);
            out.append("\" aria-label=\"返回正文第 ").append(mention).append(" 处\">↩</a>");
        }
        out.append(inParagraph ? paragraph : "").append("</li>\n");
    }
}
