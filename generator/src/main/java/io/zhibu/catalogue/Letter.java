package io.zhibu.catalogue;

import java.util.List;

/**
 * What an index lists under one letter, or under one number of strokes.
 *
 * @param letter A to Z, or a number of strokes; # for what begins with neither, ? for a character of unknown strokes
 * @param headings in their order; may be none
 */
public record Letter<T>(String letter, List<Heading<T>> headings) {
    public Letter {
        headings = List.copyOf(headings);
    }

    /**
     * A word under which readers look a thing up.
     *
     * @param see whether it is another name of the thing, which stands under its own as well
     */
    public record Heading<T>(String word, boolean see, T thing) {}
}
