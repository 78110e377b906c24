package io.zhibu.cli;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.release.Releasing;
import java.util.Collection;

/** What the caller of the program learns from its exit code. */
final class Exit {
    static final int GOOD = 0;
    /** The content, the settings or the templates have errors. */
    static final int ERRORS = 1;
    /** The command line is wrong. */
    static final int USAGE = 2;
    /** The disk or the program itself failed. */
    static final int FAULT = 3;
    /** Published, but of some entries the last good version, or nothing. */
    static final int QUARANTINED = 4;
    /** Somebody else is at work there: as sysexits.h has it, to be tried again later. */
    static final int BUSY = 75;

    private Exit() {}

    /** Of a command that didn't do what it should, for these reasons. */
    static int failed(Collection<Diagnostic> reasons) {
        boolean busy = reasons.stream()
                .anyMatch(one -> one.rule().equals("publish-busy") || one.rule().equals("target-busy"));
        boolean faulty = reasons.stream().anyMatch(one -> one.rule().equals(Releasing.NO_ROOM));
        return busy ? BUSY : faulty ? FAULT : ERRORS;
    }
}
