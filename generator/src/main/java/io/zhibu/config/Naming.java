package io.zhibu.config;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Where;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Vocabulary;
import java.util.List;
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
                    Nearest.hint(name, words.map(Vocabulary::names).orElse(List.of())));
        }
        return key;
    }
}
