package io.zhibu.schema;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Where;
import io.zhibu.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The {@code fields:} of a schema file to fields. */
final class FieldReading {
    private static final List<String> KEYS = List.of(
            "label",
            "kind",
            "of",
            "to",
            "inverse",
            "free",
            "words",
            "fields",
            "many",
            "required",
            "unrecorded",
            "facts",
            "help",
            "min",
            "max",
            "pattern");
    private static final List<String> ALL_KEYS =
            Stream.concat(KEYS.stream(), ConstraintReading.KEYS.stream()).toList();
    private static final List<String> KINDS = List.of(
            "text", "integer", "number", "flag", "date", "day", "choice", "term", "entry", "file", "web", "record");

    private final Map<String, Vocabulary> vocabularies;
    private final Set<String> types;
    private final Diagnostics diagnostics;

    FieldReading(Map<String, Vocabulary> vocabularies, Set<String> types, Diagnostics diagnostics) {
        this.vocabularies = vocabularies;
        this.types = types;
        this.diagnostics = diagnostics;
    }

    /** @param beside keys of fields from elsewhere that stand in the same entry */
    Map<String, Field> fields(Node.Mapping mapping, Set<String> beside) {
        Set<String> siblings = new TreeSet<>(beside);
        mapping.entries().forEach(entry -> siblings.add(entry.key()));
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Node.Entry entry : mapping.entries()) {
            if (entry.value() instanceof Node.Mapping description) {
                fields.put(entry.key(), field(entry.key(), description, siblings));
            } else {
                diagnostics.error(
                        entry.where(),
                        "schema-field",
                        "字段“" + entry.key() + "”没有说明",
                        "写成 " + entry.key() + ": {label: 名称, kind: text}");
            }
        }
        return fields;
    }

    private Field field(String key, Node.Mapping description, Set<String> siblings) {
        Words words = new Words(description, diagnostics);
        words.onlyKeys(ALL_KEYS);
        Field.Kind kind = kind(description, words);
        return new Field(
                key,
                words.text("label").orElse(key),
                kind,
                words.flag("many", false),
                need(description, words, siblings),
                words.flag("facts", false),
                words.text("help").orElse(""),
                words.flag("unrecorded", true),
                new Field.Limits(
                        words.number("min", 0), words.number("max", Integer.MAX_VALUE), pattern(description, words)),
                new ConstraintReading(description, kind, diagnostics).constraints(siblings));
    }

    private String pattern(Node.Mapping description, Words words) {
        String pattern = words.text("pattern").orElse("");
        try {
            Pattern.compile(pattern);
            return pattern;
        } catch (PatternSyntaxException wrong) {
            diagnostics.error(
                    description.get("pattern").map(Node::where).orElse(description.where()),
                    "schema-pattern",
                    "pattern 不是合法的正则表达式",
                    "检查括号是否配对；拿不准就删去这一项");
            return "";
        }
    }

    private Field.Kind kind(Node.Mapping description, Words words) {
        String kind = words.text("kind").orElse("text");
        Where where = description.get("kind").map(Node::where).orElse(description.where());
        return switch (kind) {
            case "text" -> new Field.Text();
            case "integer" -> new Field.Number(true);
            case "number" -> new Field.Number(false);
            case "flag" -> new Field.Flag();
            case "date" -> new Field.Date(false);
            case "day" -> new Field.Date(true);
            case "choice" -> new Field.Choice(choices(description, where));
            case "term" -> new Field.Term(vocabulary(description, words, where));
            case "entry" ->
                new Field.Reference(
                        type(description, words), words.text("inverse").orElse(""), words.flag("free", false));
            case "file" -> new Field.Asset();
            case "web" -> new Field.WebAddress();
            case "record" ->
                new Field.Record(
                        List.copyOf(fields(words.mapping("fields"), Set.of()).values()));
            default -> {
                diagnostics.error(where, "schema-kind", "没有“" + kind + "”这种字段", Nearest.hint(kind, KINDS));
                yield new Field.Text();
            }
        };
    }

    private List<String> choices(Node.Mapping description, Where where) {
        List<String> choices = description.get("words").map(Words::texts).orElse(List.of());
        if (choices.isEmpty()) {
            diagnostics.error(where, "schema-words", "选一词的字段没有列出可选的词", "加上 words: [甲, 乙]");
        }
        return choices;
    }

    private String vocabulary(Node.Mapping description, Words words, Where where) {
        Optional<String> name = words.text("of");
        if (name.isEmpty() || !vocabularies.containsKey(name.get())) {
            diagnostics.error(
                    description.get("of").map(Node::where).orElse(where),
                    "schema-vocabulary",
                    name.map(of -> "没有“" + of + "”这个词表").orElse("没有写用哪个词表（of）"),
                    Nearest.hint(
                            name.orElse(""),
                            vocabularies.keySet().stream().sorted().toList()));
        }
        return name.orElse("");
    }

    private String type(Node.Mapping description, Words words) {
        String type = words.text("to").orElse("");
        if (!type.isEmpty() && !types.contains(type)) {
            diagnostics.error(
                    description.get("to").map(Node::where).orElse(description.where()),
                    "schema-type",
                    "没有“" + type + "”这个类型",
                    Nearest.hint(type, types.stream().sorted().toList()));
        }
        return type;
    }

    private Field.Need need(Node.Mapping description, Words words, Set<String> siblings) {
        Node required = description.get("required").orElse(null);
        if (required instanceof Node.Mapping condition) {
            Words when = new Words(condition, diagnostics);
            when.onlyKeys(List.of("field", "is"));
            String field = when.text("field").orElse("");
            if (!siblings.contains(field)) {
                diagnostics.error(
                        condition.get("field").map(Node::where).orElse(condition.where()),
                        "schema-condition",
                        "条件里的字段“" + field + "”不存在",
                        Nearest.hint(field, siblings));
            }
            return new Field.When(field, condition.get("is").map(Words::texts).orElse(List.of()));
        }
        return words.flag("required", false) ? new Field.Always() : new Field.Never();
    }
}
