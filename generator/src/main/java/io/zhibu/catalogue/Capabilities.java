package io.zhibu.catalogue;

import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What supports one of the capabilities of a branch. Nothing is measured: entries are named.
 *
 * @param word of the vocabulary
 * @param pages entries that have to do with the branch and name the capability
 */
public record Capabilities(Vocabulary.Word word, List<Page> pages) {
    private static final String FIELD = "capability";

    public Capabilities {
        pages = List.copyOf(pages);
    }

    /** Each capability in the order of the vocabulary, also those that nothing supports; none if there is no such vocabulary. */
    public static List<Capabilities> of(Page branch, Catalogue catalogue) {
        Set<Page> related = new LinkedHashSet<>();
        catalogue.relations(branch).forEach(relation -> related.addAll(relation.pages()));
        return catalogue.schemas().vocabulary(FIELD).map(Vocabulary::words).orElse(List.of()).stream()
                .map(word -> new Capabilities(
                        word,
                        related.stream()
                                .filter(page -> page.sample() == branch.sample())
                                .filter(page -> page.fields()
                                        .each(FIELD, Value.Term.class)
                                        .anyMatch(term -> term.key().equals(word.key())))
                                .toList()))
                .toList();
    }
}
