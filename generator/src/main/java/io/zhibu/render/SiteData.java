package io.zhibu.render;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.entry.Attachments;
import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Field;
import io.zhibu.schema.JsonText;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Vocabulary;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that readers see, for programs: types, vocabularies and entries with their fields and relations, by keys that outlive a change of names.
 * The text of an entry isn't in it: its page has that.
 */
final class SiteData {
    private static final int VERSION = 1;

    private final Catalogue catalogue;
    private final String title;

    SiteData(Catalogue catalogue, String title) {
        this.catalogue = catalogue;
        this.title = title;
    }

    /** As the field manual's page says. The same content gives the same text on any day. */
    String json() {
        return JsonText.of(JsonText.object(
                "version",
                VERSION,
                "title",
                title,
                "types",
                catalogue.schemas().types().stream()
                        .filter(Schema::shown)
                        .map(this::type)
                        .toList(),
                "vocabularies",
                catalogue.schemas().vocabularies().stream()
                        .map(SiteData::vocabulary)
                        .toList(),
                "entries",
                catalogue.schemas().types().stream()
                        .flatMap(type -> catalogue.ofType(type.key()).stream()
                                .sorted(Comparator.comparing(Page::id))
                                .map(page -> entry(page, type)))
                        .toList()));
    }

    private Map<String, Object> type(Schema type) {
        return JsonText.object(
                "key",
                type.key(),
                "label",
                type.label(),
                "plural",
                type.plural(),
                "fields",
                type.fields().stream().map(SiteData::field).toList());
    }

    private static Map<String, Object> field(Field field) {
        Map<String, Object> model =
                JsonText.object("key", field.key(), "label", field.label(), "kind", kind(field.kind()));
        if (field.kind() instanceof Field.Term term) {
            model.put("of", term.vocabulary());
        } else if (field.kind() instanceof Field.Reference reference
                && !reference.type().isEmpty()) {
            model.put("to", reference.type());
        } else if (field.kind() instanceof Field.Record record) {
            model.put("fields", record.fields().stream().map(SiteData::field).toList());
        }
        model.put("many", field.many());
        return model;
    }

    /** In the words of the files of schemas. */
    private static String kind(Field.Kind kind) {
        if (kind instanceof Field.Number number) {
            return number.whole() ? "integer" : "number";
        } else if (kind instanceof Field.Date date) {
            return date.exact() ? "day" : "date";
        } else if (kind instanceof Field.Flag) {
            return "flag";
        } else if (kind instanceof Field.Choice) {
            return "choice";
        } else if (kind instanceof Field.Term) {
            return "term";
        } else if (kind instanceof Field.Reference) {
            return "entry";
        } else if (kind instanceof Field.Asset) {
            return "file";
        } else if (kind instanceof Field.WebAddress) {
            return "web";
        }
        return kind instanceof Field.Record ? "record" : "text";
    }

    private static Map<String, Object> vocabulary(Vocabulary vocabulary) {
        return JsonText.object(
                "key",
                vocabulary.key(),
                "label",
                vocabulary.label(),
                "words",
                vocabulary.words().stream().map(word -> word(vocabulary, word)).toList());
    }

    private static Map<String, Object> word(Vocabulary vocabulary, Vocabulary.Word word) {
        Map<String, Object> model = JsonText.object("key", word.key(), "label", word.label());
        List<String> names = vocabulary.namesOf(word.key()).stream()
                .filter(name -> !name.equals(word.label()))
                .toList();
        if (!names.isEmpty()) {
            model.put("names", names);
        }
        word.parent().ifPresent(parent -> model.put("parent", parent));
        vocabulary
                .fields()
                .forEach(field -> Optional.ofNullable(word.properties().get(field.key()))
                        .ifPresent(value -> model.put(field.key(), value)));
        return model;
    }

    private Map<String, Object> entry(Page page, Schema type) {
        return JsonText.object(
                "id",
                page.id(),
                "type",
                page.type(),
                "title",
                page.title(),
                "sample",
                page.sample(),
                "uri",
                page.address().link(),
                "fields",
                fields(page, type.fields(), page.fields()),
                "relations",
                catalogue.relations(page).stream()
                        .filter(relation -> !relation.pages().isEmpty())
                        .map(relation -> JsonText.object(
                                "label",
                                relation.label(),
                                "ids",
                                relation.pages().stream().map(Page::id).toList()))
                        .toList());
    }

    /** What the entry says besides what stands beside its fields. */
    private static Map<String, Object> fields(Page page, List<Field> known, Fields given) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Field field : known) {
            given.get(field.key()).ifPresent(value -> fields.put(field.key(), value(page, field, value)));
        }
        return fields;
    }

    private static Object value(Page page, Field field, Value value) {
        if (value instanceof Value.Unrecorded) {
            return JsonText.object("unrecorded", true);
        } else if (value instanceof Value.Many many) {
            return many.values().stream().map(one -> one(page, field, one)).toList();
        }
        Object one = one(page, field, value);
        return field.many() ? List.of(one) : one;
    }

    private static Object one(Page page, Field field, Value value) {
        if (value instanceof Value.Number number) {
            return number.number();
        } else if (value instanceof Value.Flag flag) {
            return flag.flag();
        } else if (value instanceof Value.Term term) {
            return JsonText.object("key", term.key(), "label", term.label());
        } else if (value instanceof Value.Reference reference) {
            return JsonText.object("id", reference.id());
        } else if (value instanceof Value.Asset asset) {
            return JsonText.object(
                    "uri", Attachments.address(page, asset.path()).link());
        } else if (value instanceof Value.Record record && field.kind() instanceof Field.Record kind) {
            return fields(page, kind.fields(), record.fields());
        }
        return value.text();
    }
}
