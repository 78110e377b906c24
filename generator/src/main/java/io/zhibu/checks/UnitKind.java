package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Value;
import io.zhibu.schema.Vocabulary;
import java.util.List;
import java.util.Optional;

/** An entry says another kind of unit than its unit is. */
final class UnitKind implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Vocabulary units = vocabulary(catalogue, "unit");
        Vocabulary kinds = vocabulary(catalogue, "unit-kind");
        Everything.pages(catalogue)
                .forEach(page -> page.fields()
                        .each("unit", Value.Term.class)
                        .flatMap(unit -> kind(units, kinds, unit).stream())
                        .forEach(kind -> page.fields()
                                .each("unit_kind", Value.Term.class)
                                .filter(said -> !said.key().equals(kind.key()))
                                .forEach(said -> diagnostics.error(
                                        said.where(),
                                        "unit-kind",
                                        "单位类别写的是“" + said.label() + "”，责任单位在单位词表里是“" + kind.label() + "”",
                                        "改成“" + kind.label() + "”，或核对单位词表"))));
    }

    private static Vocabulary vocabulary(Catalogue catalogue, String key) {
        return catalogue.schemas().vocabulary(key).orElseGet(() -> new Vocabulary(key, "", List.of()));
    }

    private static Optional<Vocabulary.Word> kind(Vocabulary units, Vocabulary kinds, Value.Term unit) {
        return units.word(unit.key())
                .flatMap(word -> Optional.ofNullable(word.properties().get("kind")))
                .flatMap(kinds::named);
    }
}
