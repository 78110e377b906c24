package io.zhibu.schema;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Where;
import io.zhibu.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The constraints in the description of one field. Refuses those that its kind can't keep and those that name a field that isn't there. */
final class ConstraintReading {
    static final List<String> KEYS =
            List.of("not_before", "not_after", "sum_of", "ascending", "distinct", "endings", "acyclic");

    private final Node.Mapping description;
    private final Field.Kind kind;
    private final Words words;
    private final Diagnostics diagnostics;
    private final List<Constraint> constraints = new ArrayList<>();

    ConstraintReading(Node.Mapping description, Field.Kind kind, Diagnostics diagnostics) {
        this.description = description;
        this.kind = kind;
        this.words = new Words(description, diagnostics);
        this.diagnostics = diagnostics;
    }

    /** @param siblings keys of the fields beside this one */
    List<Constraint> constraints(Set<String> siblings) {
        boolean date = kind instanceof Field.Date;
        named("not_before", date, "日期", siblings, Constraint.NotBefore::new);
        named("not_after", date, "日期", siblings, Constraint.NotAfter::new);
        Set<String> inner = kind instanceof Field.Record record
                ? new TreeSet<>(record.fields().stream().map(Field::key).toList())
                : Set.of();
        named("ascending", kind instanceof Field.Record, "一组字段", inner, Constraint.Ascending::new);
        named("distinct", kind instanceof Field.Record, "一组字段", inner, Constraint.Distinct::new);
        List<String> parts = list("sum_of", kind instanceof Field.Number, "数");
        Where place = place("sum_of");
        if (!parts.isEmpty() && parts.stream().allMatch(part -> known(part, siblings, place))) {
            constraints.add(new Constraint.Sum(parts));
        }
        List<String> endings = list("endings", kind instanceof Field.Asset, "文件");
        if (!endings.isEmpty()) {
            constraints.add(new Constraint.Endings(endings));
        }
        if (words.flag("acyclic", false) && suits("acyclic", kind instanceof Field.Reference, "另一条目")) {
            constraints.add(new Constraint.Acyclic());
        }
        return constraints;
    }

    private void named(
            String key, boolean suits, String what, Set<String> fields, Function<String, Constraint> constraint) {
        Optional<String> field = words.text(key);
        if (field.isPresent() && suits(key, suits, what) && known(field.get(), fields, place(key))) {
            constraints.add(constraint.apply(field.get()));
        }
    }

    private List<String> list(String key, boolean suits, String what) {
        List<String> list = description.get(key).map(Words::texts).orElse(List.of());
        return list.isEmpty() || suits(key, suits, what) ? list : List.of();
    }

    private boolean suits(String key, boolean suits, String what) {
        if (!suits) {
            diagnostics.error(place(key), "schema-constraint", key + " 只能约束" + what + "的字段", "删去这一项，或改 kind");
        }
        return suits;
    }

    private boolean known(String field, Set<String> fields, Where place) {
        if (!fields.contains(field)) {
            diagnostics.error(place, "schema-condition", "条件里的字段“" + field + "”不存在", Nearest.hint(field, fields));
            return false;
        }
        return true;
    }

    private Where place(String key) {
        return description.get(key).map(Node::where).orElse(description.where());
    }
}
