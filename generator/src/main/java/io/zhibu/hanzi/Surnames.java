package io.zhibu.hanzi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Family names: those that are read otherwise than the same characters elsewhere, and those of two characters. */
final class Surnames {
    private final Map<String, List<String>> readings = new HashMap<>();

    Surnames() {
        Table.named("surnames.txt").rows().forEach(row -> readings.put(row.get(0), row.subList(1, row.size())));
    }

    /** The reading of the family name that this name begins with, if the table has it. */
    Optional<List<String>> of(String name) {
        return Optional.ofNullable(name.isEmpty() ? null : readings.get(name.substring(0, length(name))));
    }

    /** How many characters of the name are the family's: 2 if something follows a family name of two, else 1. */
    int length(String name) {
        return name.length() > 2 && readings.containsKey(name.substring(0, 2)) ? 2 : 1;
    }
}
