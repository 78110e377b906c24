package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
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

    public Outcome<Catalogue> check(Catalogue catalogue) {
        Diagnostics diagnostics = new Diagnostics();
        ALL.forEach(rule -> rule.check(catalogue, diagnostics));
        return Outcome.of(catalogue, diagnostics);
    }
}
