package io.zhibu.tally;

import io.zhibu.catalogue.UnitKinds;
import io.zhibu.config.UnitTotal;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The units of the vocabulary beside how many there are, as a source says.
 *
 * @param kinds each kind that the source counts
 * @param unsorted units below the same one of which nobody says the kind
 */
public record UnitCount(UnitTotal total, List<Kind> kinds, List<Vocabulary.Word> unsorted) {
    public UnitCount {
        kinds = List.copyOf(kinds);
        unsorted = List.copyOf(unsorted);
    }

    /**
     * @param label of the kind
     * @param stated how many the source says there are
     * @param registered those directly below the unit that the vocabulary has; a part of a part is no unit of its own here
     */
    public record Kind(String label, int stated, List<Vocabulary.Word> registered) {
        public Kind {
            registered = List.copyOf(registered);
        }
    }

    public static UnitCount of(UnitTotal total, Schemas schemas) {
        Vocabulary kinds = schemas.vocabulary("unit-kind").orElseGet(() -> new Vocabulary("unit-kind", "", List.of()));
        UnitKinds known = new UnitKinds(schemas);
        Map<String, List<Vocabulary.Word>> registered = new HashMap<>();
        List<Vocabulary.Word> unsorted = new ArrayList<>();
        for (Vocabulary.Word unit : below(total.unit(), schemas)) {
            known.ofUnit(unit.key())
                    .ifPresentOrElse(
                            kind -> registered
                                    .computeIfAbsent(kind, any -> new ArrayList<>())
                                    .add(unit),
                            () -> unsorted.add(unit));
        }
        Map<String, Kind> counted = new LinkedHashMap<>();
        total.kinds()
                .forEach((kind, stated) -> counted.put(
                        kind,
                        new Kind(
                                kinds.word(kind).map(Vocabulary.Word::label).orElse(kind),
                                stated,
                                registered.getOrDefault(kind, List.of()))));
        return new UnitCount(total, List.copyOf(counted.values()), unsorted);
    }

    private static List<Vocabulary.Word> below(Optional<String> unit, Schemas schemas) {
        return schemas.vocabulary("unit").map(Vocabulary::words).orElse(List.of()).stream()
                .filter(word -> word.parent().equals(unit))
                .filter(word -> word.properties().get("valid_to") == null)
                .toList();
    }
}
