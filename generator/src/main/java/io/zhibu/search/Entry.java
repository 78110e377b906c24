package io.zhibu.search;

import io.zhibu.catalogue.Choice;
import io.zhibu.memo.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page as searching sees it.
 *
 * @param unit whose it is, as readers see it; of a place its other names
 * @param uri from the site's root, as in a link
 * @param names what the page is called, a line each: title, other titles, people
 * @param labels what it is filed under, a line each: tags and units, with their other names
 * @param reading the title's syllables where the page states them; empty otherwise
 * @param said all else that it says
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
        Said said,
        List<Choice> choices,
        long day) {
    /** Between the other names of a place. */
    static final String NAMES = "、";

    Entry {
        reading = List.copyOf(reading);
        choices = List.copyOf(choices);
    }

    /** One whose words are put together already. */
    Entry(
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
            List<Section> sections,
            List<Choice> choices,
            long day) {
        this(
                id,
                title,
                uri,
                summary,
                type,
                unit,
                year,
                sample,
                kind,
                names,
                labels,
                reading,
                Said.of(text, sections),
                choices,
                day);
    }

    String text() {
        return said.text();
    }

    /**
     * The parts of the text that stand under a heading, in order. What follows the last of them and is no part of it, such as facts, begins
     * with one that has no anchor.
     */
    List<Section> sections() {
        return said.sections();
    }

    /** Of all that it holds. */
    Digest digest() {
        Digest.Of all = new Digest.Of();
        for (String one : List.of(id, title, uri, summary, type, unit, year, names, labels)) {
            all.text(one);
        }
        all.number(sample ? 1 : 0).number(kind.ordinal()).number(reading.size());
        reading.forEach(all::text);
        all.add(said.digest()).number(choices.size());
        choices.forEach(choice -> all.text(choice.group()).text(choice.key()).text(choice.label()));
        return all.number(day).digest();
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

    /** Where in the text a heading's line begins, and how links call the place. */
    record Section(int at, String anchor) {}

    /** The section in which this place of the text lies; none before the first heading and behind the last section. */
    Optional<Section> sectionAt(int place) {
        return sections().stream()
                .filter(section -> section.at() <= place)
                .reduce((before, section) -> section)
                .filter(section -> !section.anchor().isEmpty());
    }

    /** What a section is called: the line that it begins with. */
    String name(Section section) {
        String text = text();
        int end = text.indexOf('\n', section.at());
        return text.substring(section.at(), end < 0 ? text.length() : end);
    }
}
