package io.zhibu.schema;

import java.util.List;

/**
 * One field of a type, as the schema file describes it.
 *
 * @param key lower-case ASCII words joined by underscores
 * @param label what a reader sees before the value
 * @param many a list of such values
 * @param facts shown in the box of facts
 * @param help what to write, for editors; may be empty
 * @param unrecorded whether 未载 may stand here when the field is required
 * @param constraints in the order of {@link Constraint}
 */
public record Field(
        String key,
        String label,
        Kind kind,
        boolean many,
        Need need,
        boolean facts,
        String help,
        boolean unrecorded,
        Limits limits,
        List<Constraint> constraints) {
    public Field {
        constraints = List.copyOf(constraints);
    }

    /** When an entry must have the field. */
    public sealed interface Need {}

    public record Never() implements Need {}

    public record Always() implements Need {}

    /** When another field of the same entry or record says one of these words; with no words, when it says anything. */
    public record When(String field, List<String> is) implements Need {
        public When {
            is = List.copyOf(is);
        }
    }

    /**
     * @param shortest fewest characters of a text or items of a list, or the least number; 0 for no bound
     * @param longest most characters of a text or items of a list, or the greatest number
     * @param pattern regular expression that the whole text must match; empty for none
     */
    public record Limits(int shortest, int longest, String pattern) {
        public static final Limits NONE = new Limits(0, Integer.MAX_VALUE, "");
    }

    /** What kind of value a field takes. */
    public sealed interface Kind {}

    public record Text() implements Kind {}

    /** @param whole no decimals */
    public record Number(boolean whole) implements Kind {}

    public record Flag() implements Kind {}

    /** @param exact to the day; otherwise a year or a month is enough */
    public record Date(boolean exact) implements Kind {}

    /** One of these words. */
    public record Choice(List<String> words) implements Kind {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /** A word of a vocabulary, by key, label or alias. */
    public record Term(String vocabulary) implements Kind {}

    /**
     * Another entry, by its id.
     *
     * @param type key of its type; empty for any
     * @param inverse heading under which the other entry's page lists this one; empty for none
     * @param free what is no id is the name of something that has no entry here
     */
    public record Reference(String type, String inverse, boolean free) implements Kind {}

    /** A file beside the entry. */
    public record Asset() implements Kind {}

    /** An address on the web, with its scheme. */
    public record WebAddress() implements Kind {}

    public record Record(List<Field> fields) implements Kind {
        public Record {
            fields = List.copyOf(fields);
        }
    }
}
