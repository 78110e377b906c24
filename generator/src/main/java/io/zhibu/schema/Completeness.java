package io.zhibu.schema;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Fields;
import io.zhibu.page.Value;
import io.zhibu.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether everything that must be there is there, and 未载 only where it may stand. Of what was written wrongly it says nothing more. */
final class Completeness {
    private final boolean sample;
    private final Diagnostics diagnostics;

    Completeness(boolean sample, Diagnostics diagnostics) {
        this.sample = sample;
        this.diagnostics = diagnostics;
    }

    /**
     * @param meant keys of fields that were probably meant by a key that isn't known
     * @param where the place of what the fields belong to
     * @param place what the fields belong to, as the message begins: “头信息里”
     */
    void check(List<Field> fields, Node.Mapping written, Fields given, Set<String> meant, Where where, String place) {
        for (Field field : fields) {
            Optional<Value> value = given.get(field.key());
            if (value.isPresent()) {
                value.ifPresent(one -> unrecorded(field, one));
                continue;
            }
            Optional<Node> node = written.get(field.key());
            if (node.orElse(null) instanceof Node.Scalar scalar && scalar.isNothing()) {
                empty(field, scalar, isNeeded(field.need(), given));
            } else if (node.isEmpty() && isNeeded(field.need(), given) && !meant.contains(field.key())) {
                missing(field, where, place);
            }
        }
    }

    private static boolean isNeeded(Field.Need need, Fields given) {
        if (need instanceof Field.When when && when.is().isEmpty()) {
            return given.get(when.field()).isPresent();
        } else if (need instanceof Field.When when) {
            return given.list(when.field()).stream()
                    .anyMatch(value ->
                            when.is().contains(value instanceof Value.Term term ? term.key() : value.text()));
        }
        return need instanceof Field.Always;
    }

    private void empty(Field field, Node.Scalar scalar, boolean needed) {
        String message = "“" + field.label() + "”是空的";
        if (needed) {
            diagnostics.error(scalar.where(), "field-empty", message, "这一项必填，写上内容；以 # 开头的文字要加双引号");
        } else {
            diagnostics.warning(scalar.where(), "field-empty", message, "写上内容，或删去这一行；以 # 开头的文字要加双引号");
        }
    }

    private void missing(Field field, Where where, String place) {
        String help = field.help().isEmpty() ? "" : "（" + field.help() + "）";
        String unknown = field.unrecorded() && !sample ? "；没有来源时写 " + field.key() + ": 未载" : "";
        diagnostics.error(
                where,
                "field-missing",
                place + "缺“" + field.label() + "”（" + field.key() + "）",
                "加一行 " + field.key() + ": …" + help + unknown);
    }

    private void unrecorded(Field field, Value value) {
        if (!(value instanceof Value.Unrecorded)) {
            return;
        }
        if (!field.unrecorded()) {
            diagnostics.error(value.where(), "unrecorded-refused", "“" + field.label() + "”不能写“未载”", "这一项由编辑自己定，写上内容");
        } else if (sample) {
            diagnostics.error(
                    value.where(), "unrecorded-sample", "示例条目要填全，“" + field.label() + "”不能写“未载”", "编一个合理的值，示例本来就是虚构的");
        }
    }
}
