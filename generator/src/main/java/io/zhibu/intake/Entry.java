package io.zhibu.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An entry as it begins.
 *
 * @param text of its file
 * @param pictures bytes by file name, to lie in a folder beside it that has its id as its name
 * @param digest SHA-256 of the file that it was made from; empty if it was made from nothing
 */
public record Entry(
        String type, String id, String title, String text, Map<String, byte[]> pictures, String digest, Tally tally) {
    public Entry {
        pictures = Collections.unmodifiableMap(new LinkedHashMap<>(pictures));
    }

    /**
     * How much there is of each.
     *
     * @param guessed marks that ask whether a guess is right
     * @param unwritten marks that ask for something
     */
    public record Tally(
            int paragraphs, int headings, int tables, int notes, int pictures, int guessed, int unwritten) {}
}
