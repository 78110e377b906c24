package io.zhibu.manual;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.schema.Constraint;
import io.zhibu.schema.Field;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Vocabulary;
import io.zhibu.site.Sites;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The types, their fields and the vocabularies in words, for editors. What all types have in common stands apart, once. */
public final class FieldManual {
    private final Schemas schemas;
    private final List<Field> common;

    public FieldManual(Catalogue catalogue) {
        this.schemas = catalogue.schemas();
        this.common = schemas.types().stream()
                .findFirst()
                .map(first -> first.fields().stream()
                        .filter(field -> schemas.types().stream()
                                .allMatch(type -> type.fields().contains(field)))
                        .toList())
                .orElse(List.of());
    }

    public List<Map<String, Object>> common() {
        return rows(common);
    }

    public List<Map<String, Object>> types() {
        return schemas.types().stream()
                .map(type -> Map.<String, Object>of(
                        "key", type.key(),
                        "label", type.label(),
                        "shown", type.shown(),
                        "schema", Sites.schema(type).link(),
                        "sections",
                                type.sections().stream()
                                        .map(section -> String.join("、", section.names()))
                                        .toList(),
                        "fields", rows(own(type))))
                .toList();
    }

    private List<Field> own(Schema type) {
        return type.fields().stream().filter(field -> !common.contains(field)).toList();
    }

    public List<Map<String, Object>> vocabularies() {
        return schemas.vocabularies().stream()
                .map(vocabulary -> Map.<String, Object>of(
                        "key", vocabulary.key(),
                        "label", vocabulary.label(),
                        "words",
                                vocabulary.words().stream()
                                        .map(word -> Map.of("key", word.key(), "label", word.label()))
                                        .toList()))
                .toList();
    }

    private List<Map<String, Object>> rows(List<Field> fields) {
        List<Map<String, Object>> rows = new ArrayList<>();
        fields.forEach(field -> add(field, "", fields, rows));
        return rows;
    }

    private void add(Field field, String above, List<Field> beside, List<Map<String, Object>> rows) {
        Function<String, String> labels = key -> beside.stream()
                .filter(other -> other.key().equals(key))
                .findFirst()
                .or(() -> schemas.types().stream()
                        .flatMap(type -> type.field(key).stream())
                        .findFirst())
                .map(Field::label)
                .orElse(key);
        rows.add(Map.of(
                "key", above + field.key(),
                "label", field.label(),
                "kind", kind(field),
                "need", need(field.need(), beside, labels),
                "limits", String.join("；", limits(field, labels)),
                "help", field.help()));
        if (field.kind() instanceof Field.Record record) {
            record.fields().forEach(inner -> add(inner, above + field.key() + ".", record.fields(), rows));
        }
    }

    private String kind(Field field) {
        Field.Kind kind = field.kind();
        String name;
        if (kind instanceof Field.Text) {
            name = "文字";
        } else if (kind instanceof Field.Number number) {
            name = number.whole() ? "整数" : "数";
        } else if (kind instanceof Field.Flag) {
            name = "是否";
        } else if (kind instanceof Field.Date date) {
            name = date.exact() ? "年月日" : "年、年月或年月日";
        } else if (kind instanceof Field.Choice choice) {
            name = "选一词：" + String.join("、", choice.words());
        } else if (kind instanceof Field.Term term) {
            name = "词表："
                    + schemas.vocabulary(term.vocabulary())
                            .map(Vocabulary::label)
                            .orElse(term.vocabulary());
        } else if (kind instanceof Field.Reference reference) {
            String type = schemas.type(reference.type()).map(Schema::label).orElse("条目");
            name = type + "的标识" + (reference.free() ? "或名称" : "");
        } else if (kind instanceof Field.Asset) {
            name = "条目旁的文件";
        } else {
            name = kind instanceof Field.WebAddress ? "网址" : "一组字段";
        }
        return field.many() ? name + "，可多项" : name;
    }

    private String need(Field.Need need, List<Field> beside, Function<String, String> labels) {
        if (need instanceof Field.When when) {
            String other = "“" + labels.apply(when.field()) + "”";
            return when.is().isEmpty()
                    ? "写了" + other + "时必填"
                    : other + "为"
                            + String.join(
                                    "、",
                                    when.is().stream()
                                            .map(word -> spoken(when.field(), word, beside))
                                            .toList())
                            + "时必填";
        }
        return need instanceof Field.Always ? "必填" : "";
    }

    /** A word of a condition as readers know it. */
    private String spoken(String key, String word, List<Field> beside) {
        Optional<Field> field = beside.stream()
                .filter(other -> other.key().equals(key))
                .findFirst()
                .or(() -> schemas.types().stream()
                        .flatMap(type -> type.field(key).stream())
                        .findFirst());
        return field.map(Field::kind)
                .filter(Field.Term.class::isInstance)
                .flatMap(term -> schemas.vocabulary(((Field.Term) term).vocabulary()))
                .flatMap(words -> words.word(word))
                .map(Vocabulary.Word::label)
                .orElse(word);
    }

    private static List<String> limits(Field field, Function<String, String> labels) {
        List<String> limits = new ArrayList<>();
        if (!field.unrecorded() && field.need() instanceof Field.Always) {
            limits.add("不能写未载");
        }
        bounds(field).ifPresent(limits::add);
        for (Constraint constraint : field.constraints()) {
            limits.add(said(constraint, field, labels));
        }
        return limits;
    }

    private static Optional<String> bounds(Field field) {
        Field.Limits limits = field.limits();
        if (limits.shortest() == 0 && limits.longest() == Integer.MAX_VALUE) {
            return Optional.empty();
        }
        boolean number = field.kind() instanceof Field.Number;
        String unit = field.kind() instanceof Field.Text ? " 字" : number ? "" : " 项";
        if (limits.longest() == Integer.MAX_VALUE) {
            return Optional.of("至少 " + limits.shortest() + unit);
        }
        return Optional.of(
                limits.shortest() == 0 && !number
                        ? "最多 " + limits.longest() + unit
                        : limits.shortest() + " 至 " + limits.longest() + unit);
    }

    private static String said(Constraint constraint, Field field, Function<String, String> labels) {
        if (constraint instanceof Constraint.NotBefore other) {
            return "不早于“" + labels.apply(other.field()) + "”";
        } else if (constraint instanceof Constraint.NotAfter other) {
            return "不晚于“" + labels.apply(other.field()) + "”";
        } else if (constraint instanceof Constraint.Sum sum) {
            return "等于"
                    + String.join(
                            "加",
                            sum.fields().stream()
                                    .map(key -> "“" + labels.apply(key) + "”")
                                    .toList());
        } else if (constraint instanceof Constraint.Ascending by) {
            return "按“" + inner(field, by.field()) + "”先后排";
        } else if (constraint instanceof Constraint.Distinct by) {
            return "“" + inner(field, by.field()) + "”互不相同";
        } else if (constraint instanceof Constraint.Endings some) {
            return "只收 " + String.join("、", some.endings());
        }
        return "不能引回自己";
    }

    private static String inner(Field field, String key) {
        return field.kind() instanceof Field.Record record
                ? record.fields().stream()
                        .filter(one -> one.key().equals(key))
                        .map(Field::label)
                        .findFirst()
                        .orElse(key)
                : key;
    }
}
