package io.zhibu.tally;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each kind of reader should study, and what is explained to them. Made once; safe from many threads. */
public final class Reading {
    /** In this order; what says neither stands last, under no word. */
    private static final List<String> TRACKS = List.of("规定", "自选");

    private final Map<String, List<Page>> studies = new HashMap<>();
    private final Map<String, List<Page>> guides = new HashMap<>();

    public Reading(Catalogue catalogue) {
        catalogue.ofType("study").forEach(page -> note(page, studies));
        catalogue.pages().stream().filter(page -> !catalogue.isListed(page)).forEach(page -> note(page, guides));
    }

    private static void note(Page page, Map<String, List<Page>> readers) {
        page.fields()
                .each("audience", Value.Term.class)
                .distinct()
                .forEach(reader -> readers.computeIfAbsent(reader.key(), any -> new ArrayList<>())
                        .add(page));
    }

    /**
     * Studies for this kind of reader by what they are: 规定, 自选, or nothing said.
     *
     * @param reader key of the word
     * @return the word, or an empty text, to the pages, newest first; only what there is
     */
    public Map<String, List<Page>> studies(String reader) {
        Map<String, List<Page>> byTrack = new LinkedHashMap<>();
        TRACKS.forEach(track -> byTrack.put(track, new ArrayList<>()));
        studies.getOrDefault(reader, List.of())
                .forEach(page -> byTrack.computeIfAbsent(
                                page.fields()
                                        .text("track")
                                        .filter(TRACKS::contains)
                                        .orElse(""),
                                any -> new ArrayList<>())
                        .add(page));
        byTrack.values().removeIf(List::isEmpty);
        return byTrack;
    }

    /** Pages without a list that are written for this kind of reader, newest first. */
    public List<Page> guides(String reader) {
        return guides.getOrDefault(reader, List.of());
    }
}
