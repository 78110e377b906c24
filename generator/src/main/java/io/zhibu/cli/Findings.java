package io.zhibu.cli;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What a command found, for a report.
 *
 * @param summary empty if it came to an end before it had read the site
 * @param exit the code that it ends with
 */
record Findings(Optional<Summary> summary, List<Diagnostic> diagnostics, int exit) {
    static Findings of(Summary summary, int exit) {
        return new Findings(Optional.of(summary), summary.diagnostics(), exit);
    }

    /** Whether a site was put in place. */
    boolean published() {
        return summary.flatMap(Summary::written).isPresent();
    }

    long count(Severity severity) {
        return diagnostics.stream().filter(one -> one.severity() == severity).count();
    }
}
