package io.zhibu.rulebook;

/**
 * Something that was wrong when the list of debts was written. Known by what is said and in which file, not by its line: lines move.
 *
 * @param count how many times it is said of that file
 */
public record Debt(String rule, String file, String message, int count) {
    /** The same whatever the count. */
    String key() {
        return rule + "\t" + file + "\t" + message;
    }
}
