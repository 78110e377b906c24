package io.zhibu.proofread;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the rules found in one text. */
final class Findings {
    private final Script script;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<Mend> mends = new ArrayList<>();

    Findings(Script script) {
        this.script = script;
    }

    Script script() {
        return script;
    }

    void add(Severity severity, String rule, int at, String message, String hint) {
        diagnostics.add(new Diagnostic(script.where(at), severity, rule, script.holder() + message, Optional.of(hint)));
    }

    void error(String rule, int at, String message, String hint) {
        add(Severity.ERROR, rule, at, message, hint);
    }

    void notice(String rule, int at, String message, String hint) {
        add(Severity.NOTICE, rule, at, message, hint);
    }

    /** A notice whose remedy is a change that the program can make; it makes it in the writer's own prose alone. */
    void mendable(String rule, Mend mend, String message, String hint) {
        notice(rule, mend.from(), message, hint);
        boolean own = true;
        for (int at = mend.from(); at < mend.to(); at++) {
            own &= script.isOwn(at);
        }
        if (own) {
            mends.add(mend);
        }
    }

    /** The other half of a change that was told of. */
    void also(Mend mend) {
        mends.add(mend);
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    List<Mend> mends() {
        return mends;
    }
}
