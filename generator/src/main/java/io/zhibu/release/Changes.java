package io.zhibu.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What readers have today that they hadn't before, without the samples.
 *
 * @param added entries that are new
 * @param updated those whose source, or what lies beside it, is another
 * @param withdrawn those that are gone
 * @param held those that show an earlier version, since the newest one has errors
 */
public record Changes(List<Entry> added, List<Entry> updated, List<Entry> withdrawn, List<Entry> held) {
    public Changes {
        added = List.copyOf(added);
        updated = List.copyOf(updated);
        withdrawn = List.copyOf(withdrawn);
        held = List.copyOf(held);
    }

    /** @param before empty if there was nothing before: then all is new */
    public static Changes between(Optional<Manifest> before, Manifest now) {
        Map<String, Entry> old = byId(before.map(Manifest::entries).orElse(List.of()));
        Map<String, Entry> fresh = byId(now.entries());
        List<Entry> all = now.entries().stream().filter(one -> !one.sample()).toList();
        return new Changes(
                all.stream().filter(one -> !old.containsKey(one.id())).toList(),
                all.stream()
                        .filter(one -> old.containsKey(one.id())
                                && !old.get(one.id()).digest().equals(one.digest()))
                        .toList(),
                before.map(Manifest::entries).orElse(List.of()).stream()
                        .filter(one -> !one.sample() && !fresh.containsKey(one.id()))
                        .toList(),
                all.stream().filter(one -> !one.since().isEmpty()).toList());
    }

    private static Map<String, Entry> byId(List<Entry> entries) {
        return entries.stream()
                .filter(one -> !one.sample())
                .collect(Collectors.toMap(Entry::id, Function.identity(), (one, same) -> one));
    }

    public boolean isNothing() {
        return added.isEmpty() && updated.isEmpty() && withdrawn.isEmpty();
    }
}
