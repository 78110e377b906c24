package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.parallel.Parallel;
import java.util.List;

/** Stage 4: all rules over the catalogue, which passes through unchanged. */
public final class Checks {
    private static final List<Check> ALL = List.of(
            new DanglingReference(),
            new DeadLink(),
            new FictionalUnit(),
            new MissingSection(),
            new UnknownCitation(),
            new Unrecorded(),
            new UpdatedDate());

    private final Parallel parallel;

    public Checks(Parallel parallel) {
        this.parallel = parallel;
    }

    public Outcome<Catalogue> check(Catalogue catalogue) {
        Diagnostics diagnostics = new Diagnostics();
        parallel.map(ALL, () -> rule -> {
            rule.check(catalogue, diagnostics);
            return rule;
        });
        return Outcome.of(catalogue, diagnostics);
    }
}
