package io.zhibu.config;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Vocabulary;
import io.zhibu.schema.WordSuggesting;
import java.util.Optional;

/** Words of vocabularies as a file of settings names them: by key, label or alias. */
final class Naming {
    private final Schemas schemas;
    private final Diagnostics diagnostics;

    Naming(Schemas schemas, Diagnostics diagnostics) {
        this.schemas = schemas;
        this.diagnostics = diagnostics;
    }

    /** The word's key; empty, with a complaint, if there is no such word. */
    Optional<String> key(String name, Where where, String vocabulary) {
        Optional<Vocabulary> words = schemas.vocabulary(vocabulary);
        Optional<String> key = words.flatMap(known -> known.named(name)).map(Vocabulary.Word::key);
        if (key.isEmpty()) {
            diagnostics.error(
                    where,
                    "value-term",
                    "词表“" + vocabulary + "”里没有“" + name + "”",
                    words.map(known -> new WordSuggesting().hint(name, known))
                            .orElse("加上词表 site-config/vocabularies/" + vocabulary + ".yml"));
        }
        return key;
    }
}
