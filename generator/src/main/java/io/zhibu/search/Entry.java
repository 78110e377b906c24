package io.zhibu.search;

import io.zhibu.catalogue.Choice;
import java.util.List;

/**
 * A page as searching sees it.
 *
 * @param uri from the site's root, as in a link
 * @param aside whether it is a page of the site's own, as the one with its contacts, which is found but in no list and no count
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
        boolean aside,
        String names,
        String labels,
        List<String> reading,
        String text,
        List<Choice> choices,
        long day) {
    Entry {
        reading = List.copyOf(reading);
        choices = List.copyOf(choices);
    }
}
