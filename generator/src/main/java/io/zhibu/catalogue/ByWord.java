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
    private final Map<String, List<Group>> groups = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    public ByWord(Catalogue catalogue) {
        Map<String, Map<String, List<Page>>> found = new HashMap<>();
        List<Vocabulary> paged = catalogue.schemas().vocabularies().stream()
                .filter(Vocabulary::paged)
                .toList();
        paged.forEach(vocabulary -> found.put(vocabulary.key(), new HashMap<>()));
        Filing filing = new Filing(catalogue.schemas());
        if (!paged.isEmpty()) {
            catalogue.pages().stream()
                    .filter(catalogue::isListed)
                    .forEach(page -> filing.of(page).stream()
                            .filter(filed -> found.containsKey(filed.vocabulary()))
                            .forEach(filed -> found.get(filed.vocabulary())
                                    .computeIfAbsent(filed.key(), any -> new ArrayList<>())
                                    .add(page)));
        }
        paged.forEach(vocabulary -> groups.put(vocabulary.key(), groups(vocabulary, found.get(vocabulary.key()))));
        groups.forEach((vocabulary, words) -> words.forEach(word -> known.add(vocabulary + "/" + word.key())));
    }

    private static List<Group> groups(Vocabulary vocabulary, Map<String, List<Page>> found) {
        return vocabulary.words().stream()
                .map(word ->
                        Group.of(word.key(), word.label(), Optional.empty(), found.getOrDefault(word.key(), List.of())))
                .toList();
    }

    /** Every word of the vocabulary in its order, also those that no entry names; none if it has no pages. */
    public List<Group> groups(String vocabulary) {
        return groups.getOrDefault(vocabulary, List.of());
    }

    /** Whether the word has a page. */
    public boolean isPaged(String vocabulary, String word) {
        return known.contains(vocabulary + "/" + word);
    }
}
