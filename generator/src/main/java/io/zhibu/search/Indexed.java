package io.zhibu.search;

import io.zhibu.catalogue.Choice;
import java.util.List;
import java.util.Map;

/**
 * Something that is searched, with the words that it is found by, for an engine elsewhere.
 *
 * @param id unlike that of any other on this site
 * @param order equal scores stand in the order of these, among what is of one kind
 * @param listed whether it is an entry; otherwise it stands in no list and no count
 * @param place whether it is no page to read but one that is found by its name
 * @param sections where in the text the line of a heading begins and how links call the place; without an anchor what follows all of them
 * @param day when it was published, as days since 1970; 0 if nobody said
 * @param title words of its names and of what it is filed under, with how often it has each
 * @param body words of what it says, likewise
 * @param name how its names sound, and their characters
 * @param label how that sounds that it is filed under
 */
public record Indexed(
        String id,
        String order,
        String heading,
        String uri,
        String summary,
        String type,
        String unit,
        String year,
        boolean sample,
        boolean listed,
        boolean place,
        List<Choice> choices,
        long day,
        String text,
        List<Section> sections,
        Map<String, Integer> title,
        Map<String, Integer> body,
        List<String> name,
        List<String> label) {
    /** As in {@link Indexed#sections}. */
    public record Section(int at, String anchor) {}
}
