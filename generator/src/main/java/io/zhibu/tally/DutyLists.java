package io.zhibu.tally;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.UnitKinds;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lists of duties that apply to a kind of unit: institutions of the kind 清单. Made-up lists apply to made-up units. */
public final class DutyLists {
    private static final String LIST = "清单";

    private final UnitKinds kinds;
    private final Optional<Vocabulary> units;
    private final Map<String, List<Page>> byKind = new HashMap<>();

    public DutyLists(Catalogue catalogue) {
        this.kinds = new UnitKinds(catalogue.schemas());
        this.units = catalogue.schemas().vocabulary("unit");
        catalogue.ofType("institution").stream()
                .filter(page -> page.fields().text("kind").filter(LIST::equals).isPresent())
                .forEach(page -> page.fields()
                        .each("applies_to", Value.Term.class)
                        .forEach(kind -> byKind.computeIfAbsent(kind.key(), any -> new ArrayList<>())
                                .add(page)));
    }

    /** Newest first; none if nobody knows the kind of the unit, or the unit is no unit of ours. */
    public List<Page> of(String unit) {
        boolean fictional = units.map(all -> all.pathTo(unit)).orElse(List.of()).stream()
                .anyMatch(word -> "true".equals(word.properties().get("fictional")));
        return kinds.ofUnit(unit).map(kind -> byKind.getOrDefault(kind, List.of())).orElse(List.of()).stream()
                .filter(page -> page.sample() == fictional)
                .toList();
    }
}
