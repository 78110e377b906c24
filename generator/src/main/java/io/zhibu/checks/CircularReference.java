package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Value;
import io.zhibu.schema.Constraint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Entries of which each replaces the next lead back to the first, in a field that must not. Each circle is told once. */
final class CircularReference implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Map<String, Map<String, List<Value.Reference>>> byField = new TreeMap<>();
        Map<String, String> labels = new TreeMap<>();
        Everything.pages(catalogue)
                .forEach(page -> Everything.values(catalogue, page, (field, value) -> {
                    if (value instanceof Value.Reference reference
                            && field.constraints().stream().anyMatch(Constraint.Acyclic.class::isInstance)) {
                        labels.put(field.key(), field.label());
                        byField.computeIfAbsent(field.key(), any -> new TreeMap<>())
                                .computeIfAbsent(page.id(), any -> new ArrayList<>())
                                .add(reference);
                    }
                }));
        byField.forEach((key, graph) -> new Search(labels.get(key), graph, diagnostics).all());
    }

    /** From every entry along the references, none of them twice. Without recursion: a chain may be ten thousand long. */
    private static final class Search {
        private final String label;
        private final Map<String, List<Value.Reference>> graph;
        private final Diagnostics diagnostics;
        private final Set<String> done = new HashSet<>();
        private final Set<String> path = new LinkedHashSet<>();

        Search(String label, Map<String, List<Value.Reference>> graph, Diagnostics diagnostics) {
            this.label = label;
            this.graph = graph;
            this.diagnostics = diagnostics;
        }

        void all() {
            graph.keySet().forEach(this::from);
        }

        private void from(String start) {
            Deque<Iterator<Value.Reference>> open = new ArrayDeque<>();
            Deque<String> ids = new ArrayDeque<>();
            enter(start, open, ids);
            while (!open.isEmpty()) {
                if (!open.peek().hasNext()) {
                    open.pop();
                    path.remove(ids.peek());
                    done.add(ids.pop());
                    continue;
                }
                Value.Reference next = open.peek().next();
                if (path.contains(next.id())) {
                    circle(next);
                } else {
                    enter(next.id(), open, ids);
                }
            }
        }

        private void enter(String id, Deque<Iterator<Value.Reference>> open, Deque<String> ids) {
            if (!done.contains(id)) {
                open.push(graph.getOrDefault(id, List.of()).iterator());
                ids.push(id);
                path.add(id);
            }
        }

        private void circle(Value.Reference back) {
            List<String> circle = new ArrayList<>(path);
            circle = circle.subList(circle.indexOf(back.id()), circle.size());
            diagnostics.error(
                    back.where(),
                    "reference-circle",
                    "“" + label + "”引成了圈：" + String.join(" → ", circle) + " → " + back.id(),
                    "只写新的代替旧的，反过来的一条删去");
        }
    }
}
