package io.zhibu.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One type of entries.
 *
 * @param key lower-case ASCII words joined by hyphens: first folder of the entries' addresses
 * @param label what readers call one entry of the type
 * @param plural what readers call the list of them
 * @param listed whether there is a list of them and they count in statistics
 * @param shown whether readers see them at all: the site's settings may switch a type off
 * @param fields in the order in which they are shown
 * @param sections second-level headings that an entry should have
 * @param longest how many characters the text should have at the most under {@link #WHOLE}, and a section under its first name
 */
public record Schema(
        String key,
        String label,
        String plural,
        boolean listed,
        boolean shown,
        List<Field> fields,
        List<Section> sections,
        Map<String, Integer> longest) {
    public static final String WHOLE = "全文";

    public Schema {
        longest = Collections.unmodifiableMap(new LinkedHashMap<>(longest));
        fields = List.copyOf(fields);
        sections = List.copyOf(sections);
    }

    Schema off() {
        return new Schema(key, label, plural, false, false, fields, sections, longest);
    }

    public Optional<Field> field(String fieldKey) {
        return fields.stream().filter(field -> field.key().equals(fieldKey)).findFirst();
    }

    /**
     * A heading that an entry should have, under any of its names.
     *
     * @param names the first is the one to suggest
     */
    public record Section(List<String> names) {
        public Section {
            names = List.copyOf(names);
        }
    }
}
