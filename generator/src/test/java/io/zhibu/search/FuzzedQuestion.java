package io.zhibu.search;

import io.zhibu.search.Answer.Hit;
import java.util.List;

/** What somebody typed, read as the search reads it and asked of Lucene. */
public final class FuzzedQuestion {
    private static final Search SEARCH = SearchFilesTest.search(SearchFilesTest.entries());

    private FuzzedQuestion() {}

    /** What is said of it besides what is found. */
    public static List<String> read(String typed) {
        Index index = SEARCH.index();
        Question question = new QueryReading(index.synonyms(), index.folding()).read(typed);
        if (question.weights().size() > 10_000) {
            throw new IllegalStateException(
                    "a question of " + question.weights().size() + " terms");
        }
        Answer literal = SEARCH.literally(typed);
        keepsItsPromises(literal);
        Answer answer = SEARCH.answer(typed);
        keepsItsPromises(answer);
        if (literal.strict() > 0 && !literal.equals(answer)) {
            throw new IllegalStateException("found as it was typed, and yet taken otherwise: " + answer);
        }
        return answer.messages().stream().map(Message::code).toList();
    }

    private static void keepsItsPromises(Answer answer) {
        boolean kept = answer.hits().stream().map(Hit::doc).distinct().count()
                        == answer.hits().size()
                && answer.hits().stream().allMatch(hit -> Float.isFinite(hit.score()))
                && answer.hits().size() <= answer.total()
                && answer.strict() <= answer.total()
                && answer.samples() <= answer.total();
        if (!kept) {
            throw new IllegalStateException("no answer: " + answer);
        }
    }
}
