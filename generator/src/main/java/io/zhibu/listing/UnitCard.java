package io.zhibu.listing;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Choice;
import io.zhibu.catalogue.Group;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Vocabulary;
import io.zhibu.site.Linked;
import io.zhibu.tally.HonourRoll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands above the entries of a unit: how many of each type there are, what the unit is, and what it was given. */
final class UnitCard {
    /** More than these are for the honour roll. */
    private static final int HONOURS = 6;

    private final Catalogue catalogue;
    private final boolean searched;

    /** @param searched whether the site has a search page to link to */
    UnitCard(Catalogue catalogue, boolean searched) {
        this.catalogue = catalogue;
        this.searched = searched;
    }

    Map<String, Object> of(Group unit) {
        return Map.of("types", types(unit), "facts", facts(unit), "honours", honours(unit));
    }

    private List<Map<String, Object>> types(Group unit) {
        List<Map<String, Object>> models = new ArrayList<>();
        for (Schema type : catalogue.schemas().types()) {
            List<Page> pages = unit.pages().stream()
                    .filter(page -> page.type().equals(type.key()))
                    .toList();
            if (!pages.isEmpty() && type.listed()) {
                int samples = (int) pages.stream().filter(Page::sample).count();
                Map<String, Object> model = new LinkedHashMap<>();
                model.put("label", type.plural());
                model.put("count", pages.size() - samples);
                model.put("samples", samples);
                if (searched) {
                    model.put(
                            "uri",
                            Narrowing.search(
                                    new Choice("unit", unit.key(), unit.label()),
                                    new Choice("type", type.key(), type.label())));
                }
                models.add(model);
            }
        }
        return models;
    }

    private Map<String, String> facts(Group unit) {
        return catalogue
                .schemas()
                .vocabulary("unit")
                .map(units -> facts(units, unit))
                .orElse(Map.of());
    }

    private Map<String, String> facts(Vocabulary units, Group unit) {
        Map<String, String> facts = new LinkedHashMap<>();
        List<String> others = Letters.others(unit.label(), units.namesOf(unit.key()));
        if (!others.isEmpty()) {
            facts.put("又称", String.join("、", others));
        }
        facts.putAll(WordFacts.of(catalogue.schemas(), units, unit.key()));
        return facts;
    }

    /** Latest first. */
    private List<Map<String, Object>> honours(Group unit) {
        return catalogue
                .schemas()
                .vocabulary("honour")
                .map(honours -> HonourRoll.of(unit.pages(), honours))
                .map(UnitCard::honours)
                .orElse(List.of());
    }

    private static List<Map<String, Object>> honours(HonourRoll roll) {
        List<Map<String, Object>> models = new ArrayList<>();
        for (HonourRoll.Row row : roll.rows()) {
            for (int i = 0; i < row.cells().size() && models.size() < HONOURS; i++) {
                if (!row.cells().get(i).isEmpty()) {
                    models.add(Map.of(
                            "year",
                            row.year().map(String::valueOf).orElse(Value.Unrecorded.WORD),
                            "label",
                            roll.honours().get(i).label(),
                            "items",
                            Linked.all(row.cells().get(i))));
                }
            }
        }
        return models;
    }
}
