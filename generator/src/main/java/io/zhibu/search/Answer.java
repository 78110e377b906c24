package io.zhibu.search;

import java.util.List;
import java.util.Set;

/**
 * What was found, best first.
 *
 * @param total how many
 * @param exact whether there are no more
 * @param strict how many of them have every word
 * @param samples how many of them are made up
 * @param called places whose name is exactly what was asked for, at most three; they are not among the hits
 * @param marked what is marked in what was found
 * @param absent of the question, where no page has all of it, what no page has at all
 */
public record Answer(
        List<Hit> hits,
        int total,
        boolean exact,
        int strict,
        int samples,
        List<Hit> called,
        List<Message> messages,
        Set<String> marked,
        List<String> absent) {
    public Answer {
        hits = List.copyOf(hits);
        called = List.copyOf(called);
        messages = List.copyOf(messages);
        marked = Set.copyOf(marked);
        absent = List.copyOf(absent);
    }

    /**
     * A page that was found.
     *
     * @param doc its number in the index
     * @param uri from the site's root, as in a link
     * @param type what readers call such a page
     * @param place whether it is no page to read but one that is found by its name
     * @param sample whether it is made up
     * @param stage 2 if its place was decided by exact wording, otherwise 1
     */
    public record Hit(
            int doc,
            String id,
            String title,
            String uri,
            String type,
            boolean place,
            boolean sample,
            float score,
            Tier tier,
            int stage,
            Wording wording) {
        Hit worded(Wording found) {
            return new Hit(doc, id, title, uri, type, place, sample, score, tier, 2, found);
        }
    }

    /**
     * The part of a page that has most of what was asked.
     *
     * @param name its heading
     * @param anchor by which links find it in the page
     */
    public record Section(String name, String anchor) {}

    /** How much of the question a page has. */
    public enum Tier {
        TITLE,
        ALL,
        SOME
    }

    /** Where a page holds the question word for word. */
    public enum Wording {
        TITLE,
        TEXT,
        NONE
    }
}
