package io.zhibu.rulebook;

import io.zhibu.proofread.Scruples;
import java.util.List;
import java.util.Map;

/**
 * What a site's owner decides about the checks.
 *
 * @param levels of rules that aren't as grave here as the book says, by their ids
 * @param debts what was wrong before and is let pass
 */
public record HouseRules(Map<String, Level> levels, Scruples scruples, List<Debt> debts) {
    public static final HouseRules NONE = new HouseRules(Map.of(), Scruples.NONE, List.of());

    public HouseRules {
        levels = Map.copyOf(levels);
        debts = List.copyOf(debts);
    }
}
