package io.zhibu.intake;

import io.zhibu.docx.Manuscript;
import io.zhibu.schema.Schema;
import java.util.Optional;

/** A document that was read and has no id yet: imported once more, it keeps the one that it got. */
public final class Draft {
    private final Manuscript manuscript;
    private final Reading reading;
    private final Outline outline;
    private final Schema schema;
    private final String why;
    private final Optional<Sent> sent;

    /**
     * @param why the type was chosen, in Chinese; empty if it was asked for
     * @param sent what the document says as one of the site's own
     */
    Draft(Manuscript manuscript, Reading reading, Outline outline, Schema schema, String why, Optional<Sent> sent) {
        this.manuscript = manuscript;
        this.reading = reading;
        this.outline = outline;
        this.schema = schema;
        this.why = why;
        this.sent = sent;
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

    Optional<Sent> sent() {
        return sent;
    }
}
