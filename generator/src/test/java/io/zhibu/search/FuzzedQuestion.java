package io.zhibu.search;

import io.zhibu.hanzi.Folding;
import java.util.List;

/** What somebody typed, read as the search reads it. */
public final class FuzzedQuestion {
    private static final Folding FOLDING = new Folding();

    private FuzzedQuestion() {}

    public static void read(String typed) {
        Synonyms synonyms = new Synonyms(List.of(List.of("三亮", "亮身份"), List.of("亮身份", "三亮")), FOLDING);
        Question question = new QueryReading(synonyms, FOLDING).read(typed);
        if (question.weights().size() > 10_000) {
            throw new IllegalStateException(
                    "a question of " + question.weights().size() + " terms");
        }
    }
}
