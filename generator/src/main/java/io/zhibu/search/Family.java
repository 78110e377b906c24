package io.zhibu.search;

/**
 * Words that are looked up together, in two fields.
 *
 * @param letter that its files begin with
 * @param first field that counts twice
 * @param second field that counts once
 */
public enum Family {
    /** What titles and texts say. */
    WORDS('w', "title", "body"),
    /** How names sound, and their single characters. */
    NAMES('n', "name", "label");

    private final char letter;
    private final String first;
    private final String second;

    Family(char letter, String first, String second) {
        this.letter = letter;
        this.first = first;
        this.second = second;
    }

    char letter() {
        return letter;
    }

    public String first() {
        return first;
    }

    public String second() {
        return second;
    }
}
