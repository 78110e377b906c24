package io.zhibu.config;

import io.zhibu.schema.Schemas;
import java.util.List;

/**
 * All that a site's owner decides: read once, handed to every stage, never changed.
 *
 * @param expectations what the search must find
 * @param baseline what the number of branches is held against
 * @param unitTotals what the number of units is held against
 */
public record Config(
        Layout layout,
        Settings settings,
        Dialect dialect,
        Schemas schemas,
        Wording wording,
        List<Expectation> expectations,
        List<Baseline> baseline,
        List<UnitTotal> unitTotals) {
    public Config {
        expectations = List.copyOf(expectations);
        baseline = List.copyOf(baseline);
        unitTotals = List.copyOf(unitTotals);
    }

    /** The same, with one setting switched on whatever the file says. */
    public Config with(String key) {
        return new Config(layout, settings.with(key), dialect, schemas, wording, expectations, baseline, unitTotals);
    }
}
