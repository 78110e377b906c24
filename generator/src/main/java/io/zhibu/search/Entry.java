package io.zhibu.search;

import io.zhibu.catalogue.Choice;
import java.util.ArrayList;
import java.util.List;

/**
 * A page as searching sees it.
 *
 * @param unit whose it is, as readers see it; of a place its other names
 * @param uri from the site's root, as in a link
 * @param names what the page is called, a line each: title, other titles, people
 * @param labels what it is filed under, a line each: tags and units, with their other names
 * @param reading the title's syllables where the page states them; empty otherwise
 * @param text all else that it says
 * @param day when it was published, as days since 1970; 0 if nobody said
 */
record Entry(
        String id,
        String title,
        String uri,
        String summary,
        String type,
        String unit,
        String year,
        boolean sample,
        Kind kind,
        String names,
        String labels,
        List<String> reading,
        String text,
        List<Choice> choices,
        long day) {
    /** Between the other names of a place. */
    static final String NAMES = "、";

    Entry {
        reading = List.copyOf(reading);
        choices = List.copyOf(choices);
    }

    /** Kinds in the order of their numbers. Only entries stand in lists and counts. */
    enum Kind {
        ENTRY,
        /** A page of the site's own, as the one with its contacts. */
        PAGE,
        /** What is found by its name: a unit, a tag, a board, a file beside an entry. Entries that have as much of a question go first. */
        PLACE
    }

    /** All that it is called, where its names stand beside its title. */
    List<String> called() {
        List<String> names = new ArrayList<>(List.of(title));
        if (kind == Kind.PLACE && !unit.isEmpty()) {
            names.addAll(List.of(unit.split(NAMES)));
        }
        return names;
    }
}
