package io.zhibu.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Where a stage drops what it notices while it works. Handed on as a sorted, immutable list; safe from many threads. */
public final class Diagnostics {
    private final List<Diagnostic> noticed = new ArrayList<>();

    public synchronized void add(Diagnostic diagnostic) {
        noticed.add(diagnostic);
    }

    public synchronized void addAll(Collection<Diagnostic> diagnostics) {
        noticed.addAll(diagnostics);
    }

    public void error(Where where, String rule, String message, String hint) {
        add(Diagnostic.error(where, rule, message, hint));
    }

    public void warning(Where where, String rule, String message, String hint) {
        add(Diagnostic.warning(where, rule, message, hint));
    }

    public void notice(Where where, String rule, String message, String hint) {
        add(Diagnostic.notice(where, rule, message, hint));
    }

    /** Whether an error is among them. */
    public boolean hasErrors() {
        return fails(false);
    }

    /** Whether one among them {@linkplain Diagnostic#fails fails}. */
    public synchronized boolean fails(boolean strict) {
        return noticed.stream().anyMatch(one -> one.fails(strict));
    }

    /** All so far, sorted by place, each once. */
    public synchronized List<Diagnostic> list() {
        return noticed.isEmpty()
                ? List.of()
                : noticed.stream().sorted().distinct().toList();
    }
}
