package io.zhibu.jbake;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import org.jbake.model.DocumentModel;

/** A page in JBake's form, key by key. It doesn't change once it is handed to a template. */
public class Document extends DocumentModel {
    private static final long serialVersionUID = 1L;

    /** Null removes, so that templates can ask whether a key is there. */
    public Document with(String key, Object value) {
        if (value == null) {
            remove(key);
        } else {
            put(key, value);
        }
        return this;
    }

    /** Whether all that it says is told by what it is a view of, and another view of the same, which it equals, says the same. */
    public boolean isView() {
        return false;
    }

    /** Whose own this is, if no other page may be made from it: an entry's id. Empty if others may. */
    public Optional<String> owner(String key) {
        return Optional.empty();
    }

    public static Date midnight(LocalDate day, ZoneId zone) {
        return Date.from(day.atStartOfDay(zone).toInstant());
    }
}
