package io.zhibu.diagnostic;

import java.util.Comparator;
import java.util.Optional;

/**
 * One thing an editor should know. Collected, sorted and printed; never thrown.
 *
 * @param rule stable identifier in lower-case ASCII words joined by hyphens, such as {@code field-unknown}
 * @param message one Chinese sentence without a full stop
 * @param hint what to do about it, in Chinese
 */
public record Diagnostic(Where where, Severity severity, String rule, String message, Optional<String> hint)
        implements Comparable<Diagnostic> {
    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::where)
            .thenComparing(Diagnostic::severity)
            .thenComparing(Diagnostic::rule)
            .thenComparing(Diagnostic::message);

    public static Diagnostic error(Where where, String rule, String message, String hint) {
        return new Diagnostic(where, Severity.ERROR, rule, message, Optional.of(hint));
    }

    public static Diagnostic warning(Where where, String rule, String message, String hint) {
        return new Diagnostic(where, Severity.WARNING, rule, message, Optional.of(hint));
    }

    public static Diagnostic notice(Where where, String rule, String message, String hint) {
        return new Diagnostic(where, Severity.NOTICE, rule, message, Optional.of(hint));
    }

    public Diagnostic as(Severity other) {
        return new Diagnostic(where, other, rule, message, hint);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /**
     * Whether a site with this may not replace the last one.
     *
     * @param strict a warning is enough
     */
    public boolean fails(boolean strict) {
        return isError() || strict && severity == Severity.WARNING;
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }

    /** As printed: {@code file:line:column: 错误[rule] message}, and the hint on a line of its own. */
    @Override
    public String toString() {
        return where + ": " + severity.label() + "[" + rule + "] " + message
                + hint.map(text -> "\n    建议：" + text).orElse("");
    }
}
