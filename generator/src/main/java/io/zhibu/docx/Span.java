package io.zhibu.docx;

import java.util.Optional;

/** A stretch of a line. */
public sealed interface Span {
    /**
     * @param link address that the words lead to
     */
    record Words(String text, Face face, Optional<String> link) implements Span {}

    record LineBreak() implements Span {}

    /**
     * @param part name of the picture in the manuscript
     * @param alt what the document says of it for those who can't see it; may be empty
     */
    record Image(String part, String alt) implements Span {}

    /** @param note name of the note in the manuscript */
    record NoteMark(String note) implements Span {}

    /** How words look, as far as it says something. */
    record Face(boolean bold, boolean italic, boolean struck, Rise rise) {
        static final Face PLAIN = new Face(false, false, false, Rise.NONE);
    }

    enum Rise {
        NONE,
        UP,
        DOWN
    }
}
