package io.zhibu.schema;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds the words of vocabularies to the {@code fields:} that their own files ask of each word: an honour's issuer, a unit's dates. A
 * vocabulary that asks for nothing takes anything.
 */
public final class WordTyping {
    private final Map<String, Vocabulary> vocabularies;
    private final Diagnostics diagnostics = new Diagnostics();

    /** @param vocabularies all of the site, by key: a word may name words of others */
    public WordTyping(Map<String, Vocabulary> vocabularies) {
        this.vocabularies = vocabularies;
    }

    /**
     * The vocabularies, each with the fields that its words have.
     *
     * @param files each file's mapping, by the name of the file without {@code .yml}
     */
    public Outcome<Map<String, Vocabulary>> typed(Map<String, Node.Mapping> files) {
        Map<String, Vocabulary> typed = new TreeMap<>(vocabularies);
        Typing typing = new Typing(new Schemas(List.of(), vocabularies));
        new TreeMap<>(files).forEach((name, file) -> {
            Node.Mapping described = new Words(file, diagnostics).mapping("fields");
            if (!described.entries().isEmpty()) {
                List<Field> fields = List.copyOf(new FieldReading(vocabularies, Set.of(), diagnostics)
                        .fields(described, Set.of())
                        .values());
                typed.computeIfPresent(name, (key, vocabulary) -> vocabulary.withFields(fields));
                for (Node.Entry word :
                        new Words(file, diagnostics).mapping("words").entries()) {
                    if (word.value() instanceof Node.Mapping written) {
                        typing.word(fields, word.key(), own(written), diagnostics);
                    }
                }
            }
        });
        return Outcome.of(typed, diagnostics);
    }

    private static Node.Mapping own(Node.Mapping written) {
        List<Node.Entry> own = new ArrayList<>(written.entries());
        own.removeIf(entry -> VocabularyReading.OWN.contains(entry.key()));
        return new Node.Mapping(own, written.where());
    }
}
