package io.zhibu.schema;

import java.util.List;

/** What the value of a field must be besides of its kind, as the schema file says it. Other fields are those of the same entry or record. */
public sealed interface Constraint {
    /** The date is that of the other field or later. */
    record NotBefore(String field) implements Constraint {}

    /** The date is that of the other field or earlier. */
    record NotAfter(String field) implements Constraint {}

    /** The number is the sum of the other fields, where all of them are given. */
    record Sum(List<String> fields) implements Constraint {
        public Sum {
            fields = List.copyOf(fields);
        }
    }

    /** No record of the list has an earlier date in this field of its own than the one before it. */
    record Ascending(String field) implements Constraint {}

    /** No two records of the list say the same in this field of their own. */
    record Distinct(String field) implements Constraint {}

    /** The name of the file ends in one of these, lower-case and without the dot, and can be typed into an address. */
    record Endings(List<String> endings) implements Constraint {
        public Endings {
            endings = List.copyOf(endings);
        }
    }

    /** Following the field from entry to entry never leads back. The checks see to it: one entry alone can't tell. */
    record Acyclic() implements Constraint {}
}
