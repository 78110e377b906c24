package io.zhibu.intake;

import java.util.List;
import java.util.Set;

/**
 * What a field probably says.
 *
 * @param lines of YAML, the first behind the field's key, the others below it
 * @param keys of the words that it names
 * @param why in Chinese, for somebody who has to say whether it is right; empty if it was not guessed
 */
public record Guess(List<String> lines, Set<String> keys, String why) {
    public static Guess of(String yaml, String why) {
        return new Guess(List.of(yaml), Set.of(), why);
    }
}
