package io.zhibu.docx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a part refers to, inside the archive and outside. */
final class Relations {
    private final Map<String, Relation> byId = new HashMap<>();
    private final List<Relation> inOrder = new ArrayList<>();

    /**
     * @param type last word of the address that names the kind, such as {@code image}
     * @param target name of a part, or an address outside
     */
    record Relation(String type, String target, boolean outside) {}

    private Relations() {}

    /** @param part whose relations are asked for; empty for the package's own */
    static Relations of(String part, Container container, Xml xml) throws IOException {
        Relations relations = new Relations();
        int slash = part.lastIndexOf('/') + 1;
        String file = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
        Optional<InputStream> in = container.open(file);
        if (in.isPresent()) {
            xml.tree(in.get()).all("rel:Relationship").forEach(one -> relations.add(one, part.substring(0, slash)));
        }
        return relations;
    }

    private void add(Element one, String folder) {
        boolean outside = one.attribute("TargetMode").equals("External");
        String type = one.attribute("Type");
        String target = one.attribute("Target");
        Relation relation = new Relation(
                type.substring(type.lastIndexOf('/') + 1), outside ? target : resolved(folder, target), outside);
        byId.put(one.attribute("Id"), relation);
        inOrder.add(relation);
    }

    /** From the part's folder, or from the root; steps up never lead out of the archive. */
    private static String resolved(String folder, String target) {
        List<String> path = new ArrayList<>();
        String whole = target.startsWith("/") ? target : folder + target;
        for (String step : whole.split("/")) {
            if (step.equals("..") && !path.isEmpty()) {
                path.remove(path.size() - 1);
            } else if (!step.isEmpty() && !step.equals(".") && !step.equals("..")) {
                path.add(step);
            }
        }
        return String.join("/", path);
    }

    Optional<Relation> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The first of a kind. */
    Optional<Relation> ofType(String type) {
        return inOrder.stream().filter(one -> one.type().equals(type)).findFirst();
    }

    List<Relation> all() {
        return inOrder;
    }
}
