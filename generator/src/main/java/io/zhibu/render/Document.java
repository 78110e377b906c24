package io.zhibu.render;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.jbake.model.DocumentModel;

/** A page in JBake's form. Its keys are those of JBake and those of {@code templates/README.md}; it doesn't change once it is made. */
final class Document extends DocumentModel {
    private static final long serialVersionUID = 1L;

    /** Null removes, so that templates can ask whether a key is there. */
    Document with(String key, Object value) {
        if (value == null) {
            remove(key);
        } else {
            put(key, value);
        }
        return this;
    }

    /** A copy with what only the page's own template sees. */
    Document copy() {
        Document copy = new Document();
        copy.putAll(this);
        return copy;
    }

    static Date midnight(LocalDate day, ZoneId zone) {
        return Date.from(day.atStartOfDay(zone).toInstant());
    }
}
