package io.zhibu.external;

import java.time.LocalDate;

/**
 * What came of asking for an address.
 *
 * @param kind of answer
 * @param word what was said: a status, where it has moved to, or why nobody answered
 * @param asked on which day
 * @param since the first of the days, without one in between on which it was otherwise, that gave this kind of answer
 */
public record Answer(Kind kind, String word, LocalDate asked, LocalDate since) {
    /** What an answer means to somebody who follows the link. */
    public enum Kind {
        /** It is there. */
        THERE,
        /** Somewhere else for good. */
        MOVED,
        /** The host says that there is no such thing. */
        GONE,
        /** The host doesn't answer programs: that says nothing about readers. */
        CLOSED,
        /** Nobody answered, or the host is in trouble: it may be there tomorrow. */
        SILENT
    }

    /** The same answer as one in a row of them. */
    Answer after(Answer before) {
        return before != null && before.kind() == kind ? new Answer(kind, word, asked, before.since()) : this;
    }
}
