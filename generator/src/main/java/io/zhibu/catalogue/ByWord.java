package io.zhibu.catalogue;

import io.zhibu.page.Page;
import io.zhibu.schema.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Entries by the words of vocabularies that have pages of their own, as they are filed. Pages of types that aren't listed stay out.
 */
public final class ByWord {
    private final Catalogue catalogue;
    private final List<Vocabulary> paged;
    private final Set<String> known = new HashSet<>();
    private Map<String, List<Group>> groups = Map.of();

    public ByWord(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.paged = catalogue.schemas().vocabularies().stream()
                .filter(Vocabulary::paged)
                .toList();
        paged.forEach(vocabulary -> vocabulary.words().forEach(word -> known.add(vocabulary.key() + "/" + word.key())));
    }

    // Made when it is asked for: a site that shows no words has no use for it.
    private synchronized Map<String, List<Group>> groups() {
        if (groups.isEmpty() && !paged.isEmpty()) {
            Map<String, Map<String, List<Page>>> found = new HashMap<>();
            paged.forEach(vocabulary -> found.put(vocabulary.key(), new HashMap<>()));
            Filing filing = new Filing(catalogue.schemas());
            catalogue.pages().stream()
                    .filter(catalogue::isListed)
                    .forEach(page -> filing.of(page).stream()
                            .filter(filed -> found.containsKey(filed.vocabulary()))
                            .forEach(filed -> found.get(filed.vocabulary())
                                    .computeIfAbsent(filed.key(), any -> new ArrayList<>())
                                    .add(page)));
            Map<String, List<Group>> made = new HashMap<>();
            paged.forEach(vocabulary -> made.put(vocabulary.key(), groups(vocabulary, found.get(vocabulary.key()))));
            groups = made;
        }
        return groups;
    }

    private static List<Group> groups(Vocabulary vocabulary, Map<String, List<Page>> found) {
        return vocabulary.words().stream()
                .map(word ->
                        Group.of(word.key(), word.label(), Optional.empty(), found.getOrDefault(word.key(), List.of())))
                .toList();
    }

    /** Every word of the vocabulary in its order, also those that no entry names; none if it has no pages. */
    public List<Group> groups(String vocabulary) {
        return groups().getOrDefault(vocabulary, List.of());
    }

    /** Whether the word has a page. */
    public boolean isPaged(String vocabulary, String word) {
        return known.contains(vocabulary + "/" + word);
    }
}
