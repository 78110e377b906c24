package io.zhibu.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What readers narrow a list down by: groups of values, and which pages have each. */
final class Facets {
    private static final Map<String, String> GROUPS = groups();

    private final List<Entry> entries;

    Facets(List<Entry> entries) {
        this.entries = entries;
    }

    private static Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("type", "类型");
        groups.put("unit", "单位");
        groups.put("unit-kind", "单位类别");
        groups.put("year", "年份");
        groups.put("honour", "荣誉");
        groups.put("mechanism", "机制");
        groups.put("tag", "标签");
        return groups;
    }

    private record Value(String key, String label, List<Integer> pages) {}

    byte[] packed() {
        Bytes bytes = new Bytes().number(GROUPS.size());
        GROUPS.forEach((key, label) -> {
            List<Value> values = values(key);
            bytes.text(key).text(label).number(values.size());
            for (Value value : values) {
                bytes.text(value.key()).text(value.label()).number(value.pages().size());
                int before = 0;
                for (int page : value.pages()) {
                    bytes.number(page - before);
                    before = page;
                }
            }
        });
        newestFirst().forEach(bytes::number);
        return bytes.all();
    }

    private List<Value> values(String group) {
        Map<String, Value> values = new TreeMap<>();
        for (int page = 0; page < entries.size(); page++) {
            for (Entry.Choice choice : entries.get(page).choices()) {
                if (choice.group().equals(group)) {
                    values.computeIfAbsent(choice.key(), key -> new Value(key, choice.label(), new ArrayList<>()))
                            .pages()
                            .add(page);
                }
            }
        }
        Comparator<Value> order = group.equals("year")
                ? Comparator.comparing(Value::key).reversed()
                : Comparator.<Value>comparingInt(value -> -value.pages().size()).thenComparing(Value::key);
        return values.values().stream().sorted(order).toList();
    }

    private List<Integer> newestFirst() {
        return IntStream.range(0, entries.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(
                                page -> -entries.get(page).day())
                        .thenComparing(page -> page))
                .toList();
    }
}
