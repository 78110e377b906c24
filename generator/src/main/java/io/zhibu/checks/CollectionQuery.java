package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Collecting;
import io.zhibu.catalogue.Collecting.Condition;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Field;
import io.zhibu.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A collection asks for nothing, for a type that there isn't, or for what no entry keeps. */
final class CollectionQuery implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        List<Page> asking = Everything.pages(catalogue).filter(Collecting::asks).toList();
        if (!asking.isEmpty()) {
            Collecting collecting = new Collecting(catalogue.pages(), asking, catalogue.schemas());
            asking.forEach(page -> check(page, catalogue, collecting, diagnostics));
        }
    }

    private static void check(Page page, Catalogue catalogue, Collecting collecting, Diagnostics diagnostics) {
        Value.Record query = page.fields().first("query", Value.Record.class).orElseThrow();
        Optional<Value> wrong = query.fields().get("type").filter(type -> isWrong(type.text(), catalogue));
        if (Collecting.conditions(page).isEmpty()) {
            diagnostics.error(
                    query.where(),
                    "query-empty",
                    "“按条件收录”里一个条件也没有",
                    "至少写一项，如 " + named(page, catalogue) + "；不按条件收录就删去 query");
        } else if (wrong.isPresent()) {
            diagnostics.error(
                    wrong.get().where(),
                    "query-type",
                    "没有“" + wrong.get().text() + "”这一类条目的列表，收不到东西",
                    Nearest.hint(
                            wrong.get().text(),
                            listed(catalogue).map(Schema::key).toList()));
        } else if (collecting.found(page).isEmpty()) {
            diagnostics.warning(query.where(), "query-nothing", "按条件一条也没有收到", relaxed(page, catalogue, collecting));
        }
    }

    private static boolean isWrong(String type, Catalogue catalogue) {
        return listed(catalogue).noneMatch(schema -> schema.key().equals(type));
    }

    private static Stream<Schema> listed(Catalogue catalogue) {
        return catalogue.schemas().types().stream().filter(Schema::listed);
    }

    /** The conditions that the type knows. */
    private static String named(Page page, Catalogue catalogue) {
        return fields(page, catalogue).stream()
                .map(Field::key)
                .reduce((one, other) -> one + "、" + other)
                .orElse("");
    }

    /** Which condition is the one too many, if it is one. */
    private static String relaxed(Page page, Catalogue catalogue, Collecting collecting) {
        List<Condition> all = Collecting.conditions(page);
        for (Condition one : all) {
            int found = collecting
                    .found(page, all.stream().filter(other -> other != one).toList())
                    .size();
            if (found > 0) {
                return "不写“" + label(page, catalogue, one.key()) + "”就收到 " + found + " 条；条件要全合才收，示例专题只收示例";
            }
        }
        return "放宽条件，或在 items 里写条目的标识；条件要全合才收，示例专题只收示例";
    }

    private static String label(Page page, Catalogue catalogue, String key) {
        return fields(page, catalogue).stream()
                .filter(field -> field.key().equals(key))
                .map(Field::label)
                .findFirst()
                .orElse(key);
    }

    private static List<Field> fields(Page page, Catalogue catalogue) {
        return catalogue
                .schemas()
                .type(page.type())
                .flatMap(schema -> schema.field("query"))
                .map(Field::kind)
                .filter(Field.Record.class::isInstance)
                .map(kind -> ((Field.Record) kind).fields())
                .orElse(List.of());
    }
}
