package io.zhibu.intake;

import io.zhibu.schema.Field;
import io.zhibu.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Front matter to be gone on with: every field that must be there, and what is known or guessed. */
final class HeaderWriting {
    static final String UNWRITTEN = "待写";
    static final String TO_CHECK = "待核";

    private final Schema schema;
    private final Map<String, Guess> guesses;
    private final String missing;

    /** @param missing why a field is left open, in Chinese */
    HeaderWriting(Schema schema, Map<String, Guess> guesses, String missing) {
        this.schema = schema;
        this.guesses = guesses;
        this.missing = missing;
    }

    /** With the lines that begin and end it. */
    String text() {
        List<String> lines = new ArrayList<>(List.of("---"));
        for (Field field : schema.fields()) {
            Guess guess = guesses.get(field.key());
            if (guess != null) {
                write(field, guess, lines);
            } else if (isNeeded(field)) {
                // 未载 says that no source gives it; who hasn't looked yet can't say so.
                lines.add(field.key() + ": " + (field.unrecorded() ? "未载" : UNWRITTEN) + " # "
                        + (field.unrecorded() ? TO_CHECK : UNWRITTEN) + "：" + asked(field));
            }
        }
        lines.add("---");
        return String.join("\n", lines) + "\n";
    }

    private static void write(Field field, Guess guess, List<String> lines) {
        String mark = guess.why().isEmpty() ? "" : " # " + TO_CHECK + "：" + guess.why();
        String first = guess.lines().get(0);
        lines.add(field.key() + ":" + (first.isEmpty() ? "" : " " + first) + mark);
        guess.lines().stream().skip(1).forEach(line -> lines.add("  " + line));
    }

    private boolean isNeeded(Field field) {
        if (field.need() instanceof Field.When when) {
            Guess other = guesses.get(when.field());
            return other != null
                    && (when.is().isEmpty() || other.keys().stream().anyMatch(when.is()::contains));
        }
        return field.need() instanceof Field.Always;
    }

    private String asked(Field field) {
        String help = field.help().isEmpty() ? "" : "；" + field.help().replace('\n', ' ');
        return field.label() + "，" + missing + help;
    }
}
