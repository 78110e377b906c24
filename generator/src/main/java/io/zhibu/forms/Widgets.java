package io.zhibu.forms;

import io.zhibu.schema.Constraint;
import io.zhibu.schema.Field;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Fields as the editors' widgets. What no widget can hold is said in the hint, and the checks see to it. */
final class Widgets {
    private static final String UNRECORDED = "未载";
    private static final int ONE_LINE = 80;
    private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "svg", "webp", "gif");

    private final Schemas schemas;

    Widgets(Schemas schemas) {
        this.schemas = schemas;
    }

    /** All fields of a type, and its text. */
    List<Map<String, Object>> of(Schema type) {
        List<Map<String, Object>> widgets = new ArrayList<>();
        for (Field field : type.fields()) {
            widgets.add(field.key().equals("type") ? typeOf(type) : widget(field, type.fields()));
        }
        Map<String, Object> body = begun("body", "正文", "markdown");
        body.put("modes", List.of("raw", "rich_text"));
        List<String> sections =
                type.sections().stream().map(one -> one.names().get(0)).toList();
        if (!sections.isEmpty()) {
            body.put("hint", "二级标题依次是" + String.join("、", sections));
            body.put("default", sections.stream().map(one -> "## " + one + "\n").collect(Collectors.joining("\n")));
        }
        widgets.add(body);
        return widgets;
    }

    private static Map<String, Object> typeOf(Schema type) {
        Map<String, Object> widget = begun("type", "类型", "hidden");
        widget.put("default", type.key());
        return widget;
    }

    private static Map<String, Object> begun(String name, String label, String kind) {
        Map<String, Object> widget = new LinkedHashMap<>();
        widget.put("name", name);
        widget.put("label", label);
        widget.put("widget", kind);
        return widget;
    }

    private Map<String, Object> widget(Field field, List<Field> beside) {
        boolean unrecorded = field.unrecorded() && !(field.need() instanceof Field.Never);
        Map<String, Object> widget = begun(field.key(), field.label(), "string");
        boolean takesUnrecorded = kind(field, unrecorded, widget);
        boolean always = field.need() instanceof Field.Always;
        widget.put("required", always && (!unrecorded || takesUnrecorded));
        hint(field, beside, unrecorded, takesUnrecorded).ifPresent(hint -> widget.put("hint", hint));
        return widget;
    }

    /** Whether 未载 can be given in it. */
    private boolean kind(Field field, boolean unrecorded, Map<String, Object> widget) {
        if (field.kind() instanceof Field.Choice choice) {
            return select(field, choice.words(), unrecorded, widget);
        } else if (field.kind() instanceof Field.Term term) {
            List<String> words = schemas.vocabulary(term.vocabulary()).orElseThrow().words().stream()
                    .map(Vocabulary.Word::label)
                    .toList();
            return select(field, words, unrecorded, widget);
        } else if (field.kind() instanceof Field.Record record) {
            widget.put("widget", field.many() ? "list" : "object");
            widget.put("collapsed", true);
            widget.put(
                    "fields",
                    record.fields().stream()
                            .map(inner -> widget(inner, record.fields()))
                            .toList());
            counted(field, widget);
            return false;
        } else if (field.kind() instanceof Field.Reference reference
                && !reference.free()
                && !reference.type().isEmpty()) {
            widget.put("widget", "relation");
            widget.put("collection", reference.type());
            widget.put("value_field", "id");
            widget.put("display_fields", List.of("title"));
            widget.put("search_fields", List.of("title", "id"));
            several(field, widget);
            return false;
        } else if (field.kind() instanceof Field.Asset && !field.many()) {
            asset(field, widget);
            return false;
        } else if (field.many()) {
            widget.put("widget", "list");
            counted(field, widget);
            return false;
        }
        return single(field, unrecorded, widget);
    }

    private boolean select(Field field, List<String> words, boolean unrecorded, Map<String, Object> widget) {
        widget.put("widget", "select");
        List<String> options = new ArrayList<>(words);
        // One value is a word; several are a list, and 未载 is none.
        boolean takes = unrecorded && !field.many();
        if (takes) {
            options.add(UNRECORDED);
        }
        widget.put("options", options);
        several(field, widget);
        return takes;
    }

    private static void several(Field field, Map<String, Object> widget) {
        if (field.many()) {
            widget.put("multiple", true);
            counted(field, widget);
        }
    }

    private static void counted(Field field, Map<String, Object> widget) {
        if (field.many() && !isOfItems(field)) {
            if (field.limits().shortest() > 0) {
                widget.put("min", field.limits().shortest());
            }
            if (field.limits().longest() < Integer.MAX_VALUE) {
                widget.put("max", field.limits().longest());
            }
        }
    }

    /** Of a list of numbers or texts, the bounds are those of each. */
    private static boolean isOfItems(Field field) {
        return field.kind() instanceof Field.Number || field.kind() instanceof Field.Text;
    }

    private static void asset(Field field, Map<String, Object> widget) {
        List<String> endings = field.constraints().stream()
                .filter(Constraint.Endings.class::isInstance)
                .flatMap(one -> ((Constraint.Endings) one).endings().stream())
                .toList();
        widget.put("widget", !endings.isEmpty() && PICTURES.containsAll(endings) ? "image" : "file");
        widget.put("choose_url", false);
        if (!endings.isEmpty()) {
            widget.put("accept", endings.stream().map(one -> "." + one).collect(Collectors.joining(",")));
        }
    }

    private static boolean single(Field field, boolean unrecorded, Map<String, Object> widget) {
        if (field.kind() instanceof Field.Number number) {
            widget.put("widget", "number");
            widget.put("value_type", number.whole() ? "int" : "float");
            if (field.limits().shortest() > 0) {
                widget.put("min", field.limits().shortest());
            }
            if (field.limits().longest() < Integer.MAX_VALUE) {
                widget.put("max", field.limits().longest());
            }
            return false;
        } else if (field.kind() instanceof Field.Flag) {
            widget.put("widget", "boolean");
            return false;
        } else if (field.kind() instanceof Field.Date date && date.exact()) {
            widget.put("widget", "datetime");
            widget.put("format", "YYYY-MM-DD");
            widget.put("date_format", "YYYY-MM-DD");
            widget.put("time_format", false);
            return false;
        } else if (field.kind() instanceof Field.Date) {
            pattern(widget, unrecorded, "\\d{4}(-\\d{1,2}(-\\d{1,2})?)?", "写成 2026、2026-07 或 2026-07-01");
            return true;
        } else if (field.kind() instanceof Field.WebAddress) {
            pattern(widget, unrecorded, "https?://[^\\s/]+(/\\S*)?", "写 https:// 或 http:// 开头的完整网址");
            return true;
        }
        if (field.kind() instanceof Field.Text) {
            text(field, unrecorded, widget);
        }
        return true;
    }

    private static void text(Field field, boolean unrecorded, Map<String, Object> widget) {
        Field.Limits limits = field.limits();
        boolean bounded = limits.longest() < Integer.MAX_VALUE;
        if (bounded && limits.longest() > ONE_LINE) {
            widget.put("widget", "text");
        }
        if (bounded || limits.shortest() > 0 || !limits.pattern().isEmpty()) {
            String length = "(?=[\\s\\S]{" + limits.shortest() + "," + (bounded ? limits.longest() : "") + "}$)";
            String form = limits.pattern().isEmpty() ? "[\\s\\S]*" : "(?:" + limits.pattern() + ")";
            String how = limits.pattern().isEmpty() ? "" : field.help().isEmpty() ? "写法不对" : field.help();
            pattern(widget, unrecorded, length + form, how.isEmpty() ? bounds(limits) : how + "；" + bounds(limits));
        }
    }

    private static String bounds(Field.Limits limits) {
        if (limits.longest() == Integer.MAX_VALUE) {
            return "最少 " + limits.shortest() + " 字";
        }
        return limits.shortest() == 0
                ? "最多 " + limits.longest() + " 字"
                : limits.shortest() + " 到 " + limits.longest() + " 字";
    }

    private static void pattern(Map<String, Object> widget, boolean unrecorded, String form, String told) {
        widget.put("pattern", List.of("^(?:" + (unrecorded ? UNRECORDED + "|" : "") + form + ")$", told));
    }

    private String needed(Field.When when, List<Field> beside) {
        Optional<Field> other =
                beside.stream().filter(one -> one.key().equals(when.field())).findFirst();
        String label = "“" + other.map(Field::label).orElse(when.field()) + "”";
        if (when.is().isEmpty()) {
            return "写了" + label + "的必填";
        }
        Optional<Vocabulary> vocabulary = other.filter(one -> one.kind() instanceof Field.Term)
                .flatMap(one -> schemas.vocabulary(((Field.Term) one.kind()).vocabulary()));
        return label + "是"
                + when.is().stream()
                        .map(word -> vocabulary
                                .flatMap(words -> words.named(word))
                                .map(Vocabulary.Word::label)
                                .orElse(word))
                        .collect(Collectors.joining("、"))
                + "的必填";
    }

    private Optional<String> hint(Field field, List<Field> beside, boolean unrecorded, boolean takesUnrecorded) {
        List<String> hints = new ArrayList<>();
        if (field.need() instanceof Field.When when) {
            hints.add(needed(when, beside));
        }
        if (!field.help().isEmpty()) {
            hints.add(field.help());
        }
        if (field.kind() instanceof Field.Reference reference
                && (reference.free() || reference.type().isEmpty())) {
            hints.add("写那一篇的标识" + (reference.free() ? "，没有条目的写名称" : ""));
        }
        if (unrecorded) {
            hints.add(takesUnrecorded ? "来源没有写的，写“未载”" : "必填；来源没有写的先空着，在文件里写“" + field.key() + ": 未载”");
        }
        return hints.isEmpty() ? Optional.empty() : Optional.of(String.join("；", hints));
    }
}
