package io.zhibu.listing;

import io.zhibu.schema.Field;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a vocabulary says of a word besides its names: label of the field and text, in the order of the fields. Flags are no text. */
final class WordFacts {
    private WordFacts() {}

    static Map<String, String> of(Schemas schemas, Vocabulary vocabulary, String key) {
        Map<String, String> facts = new LinkedHashMap<>();
        vocabulary
                .word(key)
                .map(Vocabulary.Word::properties)
                .ifPresent(said -> vocabulary.fields().forEach(field -> {
                    String value = said.get(field.key());
                    if (value != null && !(field.kind() instanceof Field.Flag)) {
                        facts.put(field.label(), text(schemas, field, value));
                    }
                }));
        return facts;
    }

    /** Files name a word by its key or by its name. */
    private static String text(Schemas schemas, Field field, String value) {
        return field.kind() instanceof Field.Term term
                ? schemas.vocabulary(term.vocabulary())
                        .flatMap(words -> words.word(value))
                        .map(Vocabulary.Word::label)
                        .orElse(value)
                : value;
    }
}
