package io.zhibu.catalogue;

import io.zhibu.page.Fields;
import io.zhibu.page.Value;
import io.zhibu.schema.Field;
import java.util.ArrayList;
import java.util.List;

/** Values in words as a reader takes them: another entry is its title, a record is one line. */
public final class ValueText {
    private final Catalogue catalogue;

    public ValueText(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** An entry that isn't published is its id, as is a name that has no entry. */
    public String text(Field field, Value value) {
        if (value instanceof Value.Many many) {
            boolean lines = many.values().stream().anyMatch(Value.Record.class::isInstance);
            return String.join(
                    lines ? "；" : "、",
                    many.values().stream().map(one -> text(field, one)).toList());
        }
        if (value instanceof Value.Record record && field.kind() instanceof Field.Record kind) {
            return line(kind.fields(), record.fields());
        }
        return value instanceof Value.Reference reference ? catalogue.nameOf(reference.id()) : value.text();
    }

    /** A record on one line: 共 17，正式党员 16，截至 2024-12. */
    private String line(List<Field> known, Fields fields) {
        List<String> parts = new ArrayList<>();
        for (Field field : known) {
            fields.get(field.key())
                    .ifPresent(value -> parts.add(
                            value instanceof Value.Number
                                            || value instanceof Value.Date
                                            || value instanceof Value.Unrecorded
                                    ? field.label() + " " + value.text()
                                    : text(field, value)));
        }
        return String.join("，", parts);
    }
}
