package io.zhibu.yaml;

import io.zhibu.diagnostic.Where;
import java.util.List;
import java.util.Optional;

/** A value as written, with its place. Words stay text: that {@code 2020} is a year and {@code no} a no is for the schema to say. */
public sealed interface Node {
    Where where();

    /**
     * @param text the words, quotes and escapes resolved
     * @param plain written without quotes
     */
    record Scalar(String text, boolean plain, Where where) implements Node {
        /** Nothing was written, or YAML's words for nothing. */
        public boolean isNothing() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    record Sequence(List<Node> items, Where where) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys in the order written; a key stands once. */
    record Mapping(List<Entry> entries, Where where) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        public List<String> keys() {
            return entries.stream().map(Entry::key).toList();
        }

        public Optional<Node> get(String key) {
            for (Entry entry : entries) {
                if (entry.key().equals(key)) {
                    return Optional.of(entry.value());
                }
            }
            return Optional.empty();
        }
    }

    /** @param where of the key */
    record Entry(String key, Where where, Node value) {}
}
