package io.zhibu.listing;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Group;
import io.zhibu.site.Sites;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Units with their place in the tree, for templates. */
final class UnitTree {
    private final List<Group> units;
    private final Map<String, Group> byKey = new HashMap<>();
    private final Map<String, List<Group>> below = new HashMap<>();

    UnitTree(Catalogue catalogue) {
        this.units = catalogue.units();
        units.forEach(unit -> byKey.put(unit.key(), unit));
        units.forEach(unit -> unit.parent()
                .ifPresent(parent ->
                        below.computeIfAbsent(parent, any -> new ArrayList<>()).add(unit)));
    }

    /** From the root down, without the unit itself. */
    List<Group> above(Group unit) {
        LinkedList<Group> path = new LinkedList<>();
        Optional<Group> step = parent(unit);
        while (step.isPresent() && !path.contains(step.get())) {
            path.addFirst(step.get());
            step = parent(step.get());
        }
        return path;
    }

    private Optional<Group> parent(Group unit) {
        return unit.parent().map(byKey::get);
    }

    List<Map<String, Object>> index() {
        return units.stream().map(this::plain).toList();
    }

    private Map<String, Object> plain(Group unit) {
        return GroupModel.of(unit, Sites.unit(unit.key()), 1, above(unit).size());
    }

    Map<String, Object> model(Group unit) {
        Map<String, Object> model = plain(unit);
        model.put("path", above(unit).stream().map(this::plain).toList());
        model.put(
                "children",
                below.getOrDefault(unit.key(), List.of()).stream()
                        .map(this::plain)
                        .toList());
        return model;
    }
}
