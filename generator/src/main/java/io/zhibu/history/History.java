package io.zhibu.history;

import io.zhibu.unicode.Spelling;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** On which day each file was changed last, as far as Git knows. Files with changes that aren't committed yet are not known. */
public final class History {
    /** Nothing is known: no Git, or a clone without its past. */
    public static final History NONE = new History(Map.of());

    private static final int NAMED = 20;

    private final Map<String, LocalDate> changed;
    private final Authors authors;

    History(Map<String, LocalDate> changed) {
        this(bare(changed), Authors.NONE);
    }

    private History(Map<String, LocalDate> changed, Authors authors) {
        this.changed = changed;
        this.authors = authors;
    }

    private static Map<String, LocalDate> bare(Map<String, LocalDate> changed) {
        Map<String, LocalDate> bare = new HashMap<>();
        changed.forEach((file, day) -> bare.put(Spelling.bare(file), day));
        return bare;
    }

    /** The same, which also knows who wrote the files. */
    public History with(Authors known) {
        return new History(changed, known);
    }

    /**
     * Those who wrote a file, who did most of it first; none if nobody asked for them.
     *
     * @param file path from the site's root, with forward slashes
     */
    public List<String> contributors(String file) {
        return authors.of(file, NAMED);
    }

    /**
     * The day on which the author of the last commit that touched the file made the change.
     *
     * @param file path from the site's root, with forward slashes
     */
    public Optional<LocalDate> lastChange(String file) {
        return Optional.ofNullable(changed.get(Spelling.bare(file)));
    }
}
