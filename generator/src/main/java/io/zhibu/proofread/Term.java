package io.zhibu.proofread;

import io.zhibu.diagnostic.Severity;
import java.util.List;

/**
 * A line of a site's word list.
 *
 * @param right what to write instead; empty if there is no other word for it
 * @param note why; empty if the list doesn't say
 * @param scope where it is looked for
 * @param exceptions longer words that hold the wrong one and are right
 */
public record Term(String wrong, String right, Severity severity, String note, Scope scope, List<String> exceptions) {
    public Term {
        exceptions = List.copyOf(exceptions);
    }

    /** Which of a file's words. */
    public enum Scope {
        EVERYWHERE,
        TEXT,
        FIELDS
    }
}
