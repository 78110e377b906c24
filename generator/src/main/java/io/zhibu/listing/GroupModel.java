package io.zhibu.listing;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Group;
import java.util.LinkedHashMap;
import java.util.Map;

/** A tag, unit or year as templates see it. */
final class GroupModel {
    private GroupModel() {}

    static Map<String, Object> of(Group group, Address address, int weight, int depth) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("key", group.key());
        model.put("label", group.label());
        model.put("uri", address.link());
        model.put("count", group.count());
        model.put("samples", group.samples());
        model.put("weight", weight);
        model.put("depth", depth);
        return model;
    }
}
