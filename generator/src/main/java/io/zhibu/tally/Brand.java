package io.zhibu.tally;

import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Field;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import java.util.List;
import java.util.Optional;

/**
 * What a branch is known by.
 *
 * @param fields name, logo, meaning, carrier and influence, as far as the branch gives them
 * @param missing labels of those that it doesn't give
 */
public record Brand(Page page, Fields fields, List<String> missing) {
    public Brand {
        missing = List.copyOf(missing);
    }

    /** Of those of these pages that have one, in their order. */
    public static List<Brand> all(List<Page> pages, Schemas schemas) {
        return pages.stream().flatMap(page -> of(page, schemas).stream()).toList();
    }

    private static Optional<Brand> of(Page page, Schemas schemas) {
        List<Field> asked =
                schemas.type(page.type()).flatMap(schema -> asked(schema)).orElse(List.of());
        return page.fields()
                .first("brand", Value.Record.class)
                .map(Value.Record::fields)
                .filter(fields -> fields.text("name").isPresent())
                .map(fields -> new Brand(
                        page,
                        fields,
                        asked.stream()
                                .filter(field -> fields.text(field.key()).isEmpty())
                                .map(Field::label)
                                .toList()));
    }

    private static Optional<List<Field>> asked(Schema schema) {
        return schema.field("brand")
                .map(Field::kind)
                .filter(Field.Record.class::isInstance)
                .map(kind -> ((Field.Record) kind).fields());
    }
}
