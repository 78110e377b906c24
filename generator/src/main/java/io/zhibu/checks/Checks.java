package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Likeness;
import io.zhibu.catalogue.Ordering;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.parallel.Parallel;
import java.util.List;

/** Stage 4: all rules over the catalogue, which passes through unchanged. */
public final class Checks {
    private final Parallel parallel;
    private final Ordering ordering;

    /** @param ordering of the catalogue that is checked */
    public Checks(Parallel parallel, Ordering ordering) {
        this.parallel = parallel;
        this.ordering = ordering;
    }

    public Outcome<Catalogue> check(Catalogue catalogue, Likeness likeness) {
        Diagnostics diagnostics = new Diagnostics();
        parallel.map(all(likeness), () -> rule -> {
            rule.check(catalogue, diagnostics);
            return rule;
        });
        return Outcome.of(catalogue, diagnostics);
    }

    private List<Check> all(Likeness likeness) {
        return List.of(
                new DanglingReference(),
                new DeadLink(),
                new FictionalUnit(),
                new MissingSection(),
                new NearDuplicate(likeness),
                new UnknownCitation(),
                new UnknownStrokes(ordering),
                new Unrecorded(),
                new UpdatedDate());
    }
}
