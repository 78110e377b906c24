package io.zhibu.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many units there are and how many of each kind, as a source says. The kinds sum up to the number.
 *
 * @param asOf day, month or year of the numbers, as the file says
 * @param source id of the entry that has the numbers, or the name of what has them
 * @param unit key of the unit that they are below
 * @param kinds the number of each kind, by the kind's key, in the order of the file
 */
public record UnitTotal(
        String label, int number, String asOf, String source, Optional<String> unit, Map<String, Integer> kinds) {
    public UnitTotal {
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
    }
}
