package io.zhibu.tally;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.UnitKinds;
import io.zhibu.config.Baseline;
import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Vocabulary;
import java.util.List;

/**
 * How many of the branches that a source counts have an entry.
 *
 * @param found entries that aren't made up
 */
public record Coverage(Baseline baseline, List<Page> found) {
    public Coverage {
        found = List.copyOf(found);
    }

    public static Coverage of(Baseline baseline, Catalogue catalogue) {
        UnitKinds kinds = new UnitKinds(catalogue.schemas());
        return new Coverage(
                baseline,
                catalogue.ofType("branch").stream()
                        .filter(page -> !page.sample() && counts(baseline, page, kinds, catalogue))
                        .toList());
    }

    private static boolean counts(Baseline baseline, Page page, UnitKinds kinds, Catalogue catalogue) {
        Fields fields = page.fields();
        return named(fields, "org_level", baseline.levels())
                && (baseline.kinds().isEmpty()
                        || kinds.of(page).filter(baseline.kinds()::contains).isPresent())
                && baseline.unit().map(unit -> below(fields, unit, catalogue)).orElse(true);
    }

    private static boolean named(Fields fields, String field, List<String> keys) {
        return keys.isEmpty() || fields.each(field, Value.Term.class).anyMatch(term -> keys.contains(term.key()));
    }

    private static boolean below(Fields fields, String unit, Catalogue catalogue) {
        return fields.each("unit", Value.Term.class)
                .anyMatch(term ->
                        catalogue
                                .schemas()
                                .vocabulary("unit")
                                .map(units -> units.pathTo(term.key()))
                                .orElse(List.of())
                                .stream()
                                .map(Vocabulary.Word::key)
                                .anyMatch(unit::equals));
    }

    /** Tenths of a percent, rounded down; above 1000 if there are more than the source knew of. */
    public long perMille() {
        return found.size() * 1000L / baseline.number();
    }
}
