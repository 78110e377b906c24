package io.zhibu.catalogue;

import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Field;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import java.util.List;

/** What editors looked for and no source gives: told once and together, so that an entry leads with what it has. */
public final class Untold {
    private Untold() {}

    /** Labels in the schema's order; of a list of things, where none of them has what is told of each. */
    public static List<String> of(Page page, Schemas schemas) {
        return schemas.type(page.type()).map(Schema::fields).orElse(List.of()).stream()
                .filter(field ->
                        page.fields().get(field.key()).filter(Untold::is).isPresent())
                .map(Field::label)
                .toList();
    }

    private static boolean is(Value value) {
        return value instanceof Value.Unrecorded
                || value instanceof Value.Many many
                        && !many.values().isEmpty()
                        && many.values().stream().allMatch(Untold::lacks);
    }

    private static boolean lacks(Value one) {
        return one instanceof Value.Record record
                && record.fields().all().values().stream().anyMatch(Value.Unrecorded.class::isInstance);
    }
}
