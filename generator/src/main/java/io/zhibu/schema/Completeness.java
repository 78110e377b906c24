package io.zhibu.schema;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Fields;
import io.zhibu.page.Value;
import java.util.List;

/** Whether everything that must be there is there, and 未载 only where it may stand. */
final class Completeness {
    private final boolean sample;
    private final Diagnostics diagnostics;

    Completeness(boolean sample, Diagnostics diagnostics) {
        this.sample = sample;
        this.diagnostics = diagnostics;
    }

    /** @param place what the fields belong to, as the message begins: “头信息里” */
    void check(List<Field> fields, Fields given, Where where, String place) {
        for (Field field : fields) {
            Value value = given.get(field.key()).orElse(null);
            if (value == null) {
                if (isNeeded(field.need(), given)) {
                    missing(field, where, place);
                }
            } else if (value instanceof Value.Unrecorded) {
                unrecorded(field, value.where());
            } else if (field.kind() instanceof Field.Record record) {
                given.each(field.key(), Value.Record.class)
                        .forEach(inner ->
                                check(record.fields(), inner.fields(), inner.where(), "“" + field.label() + "”里"));
            }
        }
    }

    private static boolean isNeeded(Field.Need need, Fields given) {
        if (need instanceof Field.When when) {
            return given.list(when.field()).stream()
                    .anyMatch(value ->
                            when.is().contains(value instanceof Value.Term term ? term.key() : value.text()));
        }
        return need instanceof Field.Always;
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

    private void unrecorded(Field field, Where where) {
        if (!field.unrecorded()) {
            diagnostics.error(where, "unrecorded-refused", "“" + field.label() + "”不能写“未载”", "这一项由编辑自己定，写上内容");
        } else if (sample) {
            diagnostics.error(
                    where, "unrecorded-sample", "示例条目要填全，“" + field.label() + "”不能写“未载”", "编一个合理的值，示例本来就是虚构的");
        }
    }
}
