package io.zhibu.catalogue;

import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which kind of unit an entry is about: what it says itself, or else what the vocabulary says of its unit. */
public final class UnitKinds {
    /** Key of the group of entries whose kind nobody knows. */
    public static final String NONE = "none";

    private final Vocabulary kinds;
    private final Map<String, String> ofUnit = new HashMap<>();

    public UnitKinds(Schemas schemas) {
        this.kinds = schemas.vocabulary("unit-kind").orElseGet(() -> new Vocabulary("unit-kind", "", List.of()));
        schemas.vocabulary("unit")
                .map(Vocabulary::words)
                .orElse(List.of())
                .forEach(unit -> Optional.ofNullable(unit.properties().get("kind"))
                        .flatMap(kinds::named)
                        .ifPresent(kind -> ofUnit.put(unit.key(), kind.key())));
    }

    /** The key of the kind of this unit. */
    public Optional<String> ofUnit(String unit) {
        return Optional.ofNullable(ofUnit.get(unit));
    }

    /** The key of the kind. */
    public Optional<String> of(Page page) {
        return page.fields()
                .first("unit_kind", Value.Term.class)
                .map(Value.Term::key)
                .or(() -> page.fields().first("unit", Value.Term.class).flatMap(unit -> ofUnit(unit.key())));
    }

    /** A group for each kind in the order of the vocabulary, also where there is none; last, if there are any, those of no kind. */
    public List<Group> split(List<Page> pages) {
        Map<String, List<Page>> split = new LinkedHashMap<>();
        kinds.words().forEach(kind -> split.put(kind.key(), new ArrayList<>()));
        for (Page page : pages) {
            split.computeIfAbsent(of(page).orElse(NONE), any -> new ArrayList<>())
                    .add(page);
        }
        return split.entrySet().stream()
                .map(entry -> Group.of(
                        entry.getKey(),
                        kinds.word(entry.getKey()).map(Vocabulary.Word::label).orElse("未注明类别"),
                        Optional.empty(),
                        entry.getValue()))
                .toList();
    }
}
