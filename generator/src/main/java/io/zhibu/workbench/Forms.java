package io.zhibu.workbench;

import io.zhibu.schema.Field;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a form is made of: types, fields and the words to choose from, as a browser is told. */
final class Forms {
    private final Schemas schemas;
    private final Lookup lookup;

    Forms(Schemas schemas, Lookup lookup) {
        this.schemas = schemas;
        this.lookup = lookup;
    }

    Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("types", schemas.types().stream().map(this::type).toList());
        Map<String, Object> words = new LinkedHashMap<>();
        schemas.vocabularies().forEach(one -> words.put(one.key(), words(one)));
        all.put("words", words);
        return all;
    }

    private Map<String, Object> type(Schema schema) {
        Map<String, Object> type = new LinkedHashMap<>();
        type.put("key", schema.key());
        type.put("label", schema.label());
        type.put("fields", schema.fields().stream().map(this::field).toList());
        return type;
    }

    private Map<String, Object> field(Field field) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("key", field.key());
        told.put("label", field.label());
        told.put("many", field.many());
        told.put("help", field.help());
        told.put("unrecorded", field.unrecorded() && !(field.need() instanceof Field.Never));
        told.put("need", field.need() instanceof Field.Always ? "always" : "never");
        if (field.need() instanceof Field.When when) {
            told.put("need", "when");
            told.put("when", when.field());
            told.put("is", when.is());
        }
        if (field.limits().longest() < Integer.MAX_VALUE) {
            told.put("longest", field.limits().longest());
        }
        if (!field.limits().pattern().isEmpty()) {
            told.put("pattern", field.limits().pattern());
        }
        told.put("kind", kind(field.kind(), told));
        return told;
    }

    private String kind(Field.Kind kind, Map<String, Object> told) {
        if (kind instanceof Field.Choice choice) {
            told.put("choices", choice.words());
            return "choice";
        } else if (kind instanceof Field.Term term) {
            told.put("words", term.vocabulary());
            return "term";
        } else if (kind instanceof Field.Reference reference) {
            told.put("to", reference.type());
            return "entry";
        } else if (kind instanceof Field.Record group) {
            told.put("fields", group.fields().stream().map(this::field).toList());
            return "record";
        } else if (kind instanceof Field.Date date) {
            return date.exact() ? "day" : "date";
        } else if (kind instanceof Field.Number) {
            return "number";
        } else if (kind instanceof Field.Flag) {
            return "flag";
        } else if (kind instanceof Field.Asset) {
            return "file";
        }
        return kind instanceof Field.WebAddress ? "web" : "text";
    }

    private List<Map<String, Object>> words(Vocabulary vocabulary) {
        return vocabulary.words().stream()
                .map(word -> {
                    Lookup.Sound sound = lookup.sound(word.label());
                    Map<String, Object> told = new LinkedHashMap<>();
                    told.put("key", word.key());
                    told.put("label", word.label());
                    told.put("names", vocabulary.namesOf(word.key()));
                    told.put("sound", sound.whole() + " " + sound.initials());
                    return told;
                })
                .toList();
    }
}
