package io.zhibu.hanzi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How characters are written: each stroke of a character by its class, in the order of writing. 横 is 1, 竖 2, 撇 3, 点 4, 折 5, so that
 * 李 is {@code 1234521}.
 */
public final class Strokes {
    private final Map<Integer, String> classes = new HashMap<>();

    /** @param own rows of the site by character, before those of the table that comes with the program */
    public Strokes(Map<String, String> own) {
        for (List<String> row : Table.named("strokes.txt").rows()) {
            classes.put(row.get(0).codePointAt(0), row.get(2));
        }
        own.forEach((character, strokes) -> classes.put(character.codePointAt(0), strokes));
    }

    /** Empty if no table has the character. */
    public Optional<String> of(int character) {
        return Optional.ofNullable(classes.get(character));
    }
}
