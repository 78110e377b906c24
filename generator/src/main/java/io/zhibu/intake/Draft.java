package io.zhibu.intake;

import io.zhibu.docx.Manuscript;
import io.zhibu.schema.Schema;

/** A document that was read and has no id yet: imported once more, it keeps the one that it got. */
public final class Draft {
    private final Manuscript manuscript;
    private final Reading reading;
    private final Outline outline;
    private final Schema schema;
    private final String why;

    /** @param why the type was chosen, in Chinese; empty if it was asked for */
    Draft(Manuscript manuscript, Reading reading, Outline outline, Schema schema, String why) {
        this.manuscript = manuscript;
        this.reading = reading;
        this.outline = outline;
        this.schema = schema;
        this.why = why;
    }

    /** Key of the entry's type. */
    public String type() {
        return schema.key();
    }

    /** SHA-256 of the file, in hexadecimal digits. */
    public String digest() {
        return manuscript.digest();
    }

    Manuscript manuscript() {
        return manuscript;
    }

    Reading reading() {
        return reading;
    }

    Outline outline() {
        return outline;
    }

    Schema schema() {
        return schema;
    }

    String why() {
        return why;
    }
}
