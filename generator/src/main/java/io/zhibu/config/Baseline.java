package io.zhibu.config;

import java.util.List;
import java.util.Optional;

/**
 * How many branches of one kind there are, as a source says: what the branches of the site are held against.
 *
 * @param approx 近, 余, 多 or 约, where the source doesn't give the number exactly; empty where it does
 * @param asOf day, month or year of the number, as the file says
 * @param source id of the entry that has the number, or the name of what has it
 * @param levels keys of levels that are counted; all if there are none
 * @param kinds keys of kinds of units that are counted; all if there are none
 * @param unit key of the unit that they are below
 */
public record Baseline(
        String label,
        int number,
        String approx,
        String asOf,
        String source,
        List<String> levels,
        List<String> kinds,
        Optional<String> unit) {
    public Baseline {
        levels = List.copyOf(levels);
        kinds = List.copyOf(kinds);
    }

    /** The number as the source writes it, such as “近 280” or “500 多”. */
    public String said() {
        boolean before = approx.equals("近") || approx.equals("约");
        return approx.isEmpty() ? "" + number : before ? approx + " " + number : number + " " + approx;
    }
}
