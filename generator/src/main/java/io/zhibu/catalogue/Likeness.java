package io.zhibu.catalogue;

import io.zhibu.page.Page;
import java.util.List;
import java.util.Map;

/**
 * Which listed pages say much the same, shown or withheld: as their words show it, whatever editors say of them.
 *
 * @param matches by page id, the likest first, then by address
 */
public record Likeness(Map<String, List<Match>> matches) {
    public static final Likeness NONE = new Likeness(Map.of());

    public Likeness {
        matches = Map.copyOf(matches);
    }

    /** The pages that are like one. */
    public List<Match> of(Page page) {
        return matches.getOrDefault(page.id(), List.of());
    }

    /**
     * A page that is like another.
     *
     * @param score above 0: how far the words agree that tell the two from the other pages
     * @param shared what part of their words both say, 1 if the same; a word that many others say counts for less. 0 if they differ so far that nobody looked
     */
    public record Match(Page page, float score, float shared) {}
}
