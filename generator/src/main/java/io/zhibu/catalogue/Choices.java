package io.zhibu.catalogue;

import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import io.zhibu.schema.Vocabulary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each entry is, as far as readers narrow lists down by it. */
public final class Choices {
    /** Labels of the groups by their keys, in the order in which readers see them. */
    public static final Map<String, String> GROUPS = groups();

    /** Those of the groups that are vocabularies whose words stand in any field. */
    private static final Set<String> FILED =
            Set.of("unit-kind", "org-level", "honour", "mechanism", "problem", "scene");

    private final Schemas schemas;
    private final Filing filing;

    public Choices(Schemas schemas) {
        this.schemas = schemas;
        this.filing = new Filing(schemas);
    }

    private static Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("type", "类型");
        groups.put("unit", "单位");
        groups.put("unit-kind", "单位类别");
        groups.put("org-level", "组织层级");
        groups.put("year", "年份");
        groups.put("honour", "荣誉");
        groups.put("mechanism", "机制");
        groups.put("problem", "解决的问题");
        groups.put("scene", "适用场景");
        groups.put("tag", "标签");
        return Collections.unmodifiableMap(groups);
    }

    /** Each once; a unit's with those of the units above it. */
    public List<Choice> of(Page page) {
        Set<Choice> choices = new LinkedHashSet<>();
        choices.add(new Choice(
                "type",
                page.type(),
                schemas.type(page.type()).map(Schema::label).orElse(page.type())));
        page.fields().each("unit", Value.Term.class).forEach(unit -> unit(unit, choices));
        Years.of(page).forEach(year -> choices.add(new Choice("year", year.toString(), year + " 年")));
        filing.of(page).stream()
                .filter(filed -> FILED.contains(filed.vocabulary()))
                .forEach(filed -> choices.add(new Choice(filed.vocabulary(), filed.key(), filed.label())));
        for (Value tag : page.fields().list("tags")) {
            String key = tag instanceof Value.Term term ? term.key() : tag.text();
            choices.add(new Choice("tag", key, tag.text()));
        }
        return List.copyOf(choices);
    }

    private void unit(Value.Term unit, Set<Choice> choices) {
        Vocabulary units = schemas.vocabulary("unit").orElseThrow();
        units.pathTo(unit.key()).forEach(word -> choices.add(new Choice("unit", word.key(), word.label())));
    }
}
