package io.zhibu.catalogue;

import java.util.List;

/**
 * What a site has besides its entries and is looked for by its name: a unit, a tag, a word, a list, a board, a file beside an entry.
 *
 * @param id unlike that of any entry and any other place
 * @param kind what readers call such a one
 * @param title its name
 * @param others its other names
 * @param uri of the page to go to, from the site's root, as in a link
 * @param note a few characters on it, as how many entries it leads to; may be empty
 * @param text what it says besides its names; may be empty
 * @param sample whether it leads to made-up entries alone
 */
public record Place(
        String id,
        String kind,
        String title,
        List<String> others,
        String uri,
        String note,
        String text,
        boolean sample) {
    /** The kind of those that lead to many entries at once: lists and boards. */
    public static final String INDEX = "目录";

    public Place {
        others = List.copyOf(others);
    }
}
