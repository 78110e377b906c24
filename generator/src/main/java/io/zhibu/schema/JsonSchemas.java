package io.zhibu.schema;

import io.zhibu.page.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Types as JSON Schema 2020-12, so that an editor's program completes fields and words and underlines what is wrong while it is written. It
 * says what one entry alone can get wrong; that dates are in order and that other entries exist, Zhibu itself tells.
 */
public final class JsonSchemas {
    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String DATE = "^\\d{4}(-\\d{1,2}(-\\d{1,2})?)?$";
    private static final String DAY = "^\\d{4}-\\d{1,2}-\\d{1,2}$";

    private final Schemas schemas;

    public JsonSchemas(Schemas schemas) {
        this.schemas = schemas;
    }

    /** The header of an entry of this type. */
    public String of(Schema type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", type.label());
        schema.putAll(object(type.fields()));
        return JsonText.of(schema);
    }

    private Map<String, Object> object(List<Field> fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Object> required = new ArrayList<>();
        List<Object> conditions = new ArrayList<>();
        for (Field field : fields) {
            properties.put(field.key(), property(field));
            if (field.need() instanceof Field.Always) {
                required.add(field.key());
            } else if (field.need() instanceof Field.When when) {
                conditions.add(condition(field, when, fields));
            }
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("required", required);
        object.put("additionalProperties", false);
        if (!conditions.isEmpty()) {
            object.put("allOf", conditions);
        }
        return object;
    }

    private Map<String, Object> condition(Field field, Field.When when, List<Field> fields) {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("required", List.of(when.field()));
        if (!when.is().isEmpty()) {
            Map<String, Object> word = Map.of("enum", words(when, fields));
            given.put(
                    "properties",
                    Map.of(when.field(), anyOf(List.of(word, JsonText.object("type", "array", "contains", word)))));
        }
        return JsonText.object("if", given, "then", Map.of("required", List.of(field.key())));
    }

    /** Every way in which an editor may write the words of the condition. */
    private List<String> words(Field.When when, List<Field> fields) {
        Optional<Vocabulary> vocabulary = fields.stream()
                .filter(field -> field.key().equals(when.field()))
                .flatMap(field -> field.kind() instanceof Field.Term term
                        ? schemas.vocabulary(term.vocabulary()).stream()
                        : Optional.<Vocabulary>empty().stream())
                .findFirst();
        return vocabulary
                .map(words -> words.names().stream()
                        .filter(name -> words.named(name)
                                .filter(word -> when.is().contains(word.key()))
                                .isPresent())
                        .toList())
                .orElse(when.is());
    }

    private Map<String, Object> property(Field field) {
        Map<String, Object> one = value(field);
        List<Map<String, Object>> ways = new ArrayList<>(List.of(one));
        if (field.many()) {
            Map<String, Object> list = JsonText.object("type", "array", "items", one, "minItems", 1);
            if (!(field.kind() instanceof Field.Text || field.kind() instanceof Field.Number)
                    && field.limits().longest() < Integer.MAX_VALUE) {
                list.put("maxItems", field.limits().longest());
            }
            ways.add(list);
        }
        if (field.unrecorded()) {
            ways.add(Map.of("const", Value.Unrecorded.WORD));
        }
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("title", field.label());
        if (!field.help().isEmpty()) {
            property.put("description", field.help());
        }
        property.putAll(ways.size() == 1 ? one : anyOf(ways));
        return property;
    }

    private Map<String, Object> value(Field field) {
        Field.Kind kind = field.kind();
        if (kind instanceof Field.Text) {
            return text(field.limits());
        } else if (kind instanceof Field.Number number) {
            return number(number, field.limits());
        } else if (kind instanceof Field.Flag) {
            return Map.of("enum", List.of(true, false, "是", "否"));
        } else if (kind instanceof Field.Date date) {
            // A bare year is a number to YAML.
            Map<String, Object> text = JsonText.object("type", "string", "pattern", date.exact() ? DAY : DATE);
            return date.exact()
                    ? text
                    : anyOf(List.of(text, JsonText.object("type", "integer", "minimum", 1000, "maximum", 9999)));
        } else if (kind instanceof Field.Choice choice) {
            return Map.of("enum", choice.words());
        } else if (kind instanceof Field.Term term) {
            return Map.of(
                    "enum",
                    schemas.vocabulary(term.vocabulary()).map(Vocabulary::names).orElse(List.of()));
        } else if (kind instanceof Field.Reference reference) {
            return reference.free()
                    ? Map.of("type", "string")
                    : JsonText.object("type", "string", "pattern", "^" + ID + "$");
        } else if (kind instanceof Field.WebAddress) {
            return JsonText.object("type", "string", "pattern", "^https?://");
        } else if (kind instanceof Field.Record record) {
            return object(record.fields());
        }
        return asset(field);
    }

    private static Map<String, Object> text(Field.Limits limits) {
        // What looks like a number is one to YAML, and a text to Zhibu.
        Map<String, Object> text = JsonText.object("type", List.of("string", "number"));
        if (limits.shortest() > 0) {
            text.put("minLength", limits.shortest());
        }
        if (limits.longest() < Integer.MAX_VALUE) {
            text.put("maxLength", limits.longest());
        }
        if (!limits.pattern().isEmpty()) {
            text.put("pattern", "^(?:" + limits.pattern() + ")$");
        }
        return text;
    }

    private static Map<String, Object> number(Field.Number number, Field.Limits limits) {
        Map<String, Object> schema = JsonText.object("type", number.whole() ? "integer" : "number");
        if (!limits.equals(Field.Limits.NONE)) {
            schema.put("minimum", limits.shortest());
        }
        if (limits.longest() < Integer.MAX_VALUE) {
            schema.put("maximum", limits.longest());
        }
        return schema;
    }

    private static Map<String, Object> asset(Field field) {
        Map<String, Object> schema = JsonText.object("type", "string");
        field.constraints().stream()
                .filter(Constraint.Endings.class::isInstance)
                .map(Constraint.Endings.class::cast)
                .forEach(some -> schema.put("pattern", "\\.(" + String.join("|", some.endings()) + ")$"));
        return schema;
    }

    private static Map<String, Object> anyOf(List<Map<String, Object>> ways) {
        return JsonText.object("anyOf", ways);
    }
}
