package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Field;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Walks every page, shown or not, and every value in it with the field that it answers. */
final class Everything {
    private Everything() {}

    static Stream<Page> pages(Catalogue catalogue) {
        return Stream.of(catalogue.pages(), catalogue.withheld(), catalogue.restricted())
                .flatMap(List::stream);
    }

    static void values(Catalogue catalogue, Page page, BiConsumer<Field, Value> step) {
        catalogue.schemas().type(page.type()).ifPresent(schema -> values(schema.fields(), page.fields(), step));
    }

    private static void values(List<Field> known, Fields fields, BiConsumer<Field, Value> step) {
        for (Field field : known) {
            Optional<Value> value = fields.get(field.key());
            if (value.isPresent()) {
                visit(field, value.get(), step);
            }
        }
    }

    private static void visit(Field field, Value value, BiConsumer<Field, Value> step) {
        if (value instanceof Value.Many many) {
            for (Value one : many.values()) {
                visit(field, one, step);
            }
        } else if (value instanceof Value.Record record && field.kind() instanceof Field.Record kind) {
            values(kind.fields(), record.fields(), step);
        } else {
            step.accept(field, value);
        }
    }
}
