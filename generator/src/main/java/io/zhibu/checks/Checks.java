package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Ordering;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.parallel.Parallel;
import java.util.ArrayList;
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
    private final Ordering ordering;

    /** @param ordering of the catalogue that is checked */
    public Checks(Parallel parallel, Ordering ordering) {
        this.parallel = parallel;
        this.ordering = ordering;
    }

    public Outcome<Catalogue> check(Catalogue catalogue) {
        Diagnostics diagnostics = new Diagnostics();
        List<Check> rules = new ArrayList<>(ALL);
        rules.add(new UnknownStrokes(ordering));
        parallel.map(rules, () -> rule -> {
            rule.check(catalogue, diagnostics);
            return rule;
        });
        return Outcome.of(catalogue, diagnostics);
    }
}
