package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Likeness;
import io.zhibu.catalogue.Ordering;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.history.History;
import io.zhibu.parallel.Parallel;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Stage 4: all rules over the catalogue, which passes through unchanged. */
public final class Checks {
    private final Parallel parallel;
    private final LocalDate today;
    private final Ordering ordering;
    private final History history;
    private final boolean names;

    /**
     * @param today what is over and what is still to come is told by it
     * @param ordering of the catalogue that is checked
     * @param history that dates are held against
     * @param names whether names of files and folders are looked at
     */
    public Checks(Parallel parallel, LocalDate today, Ordering ordering, History history, boolean names) {
        this.parallel = parallel;
        this.today = today;
        this.ordering = ordering;
        this.history = history;
        this.names = names;
    }

    public Outcome<Catalogue> check(Catalogue catalogue, Likeness likeness) {
        Diagnostics diagnostics = new Diagnostics();
        Stream<Check> naming = names ? Stream.of(new FileNaming(), new PlainNames()) : Stream.of();
        parallel.map(Stream.concat(all(likeness).stream(), naming).toList(), () -> rule -> {
            rule.check(catalogue, diagnostics);
            return rule;
        });
        return Outcome.of(catalogue, diagnostics);
    }

    private List<Check> all(Likeness likeness) {
        return List.of(
                new BranchUnit(),
                new CircularReference(),
                new CollectionQuery(),
                new CommitteeSize(),
                new DanglingReference(),
                new DateAhead(history),
                new DeadLink(),
                new DutyHandling(today),
                new DutyOver(today),
                new EmptyCollection(),
                new EmptyList(),
                new Expired(today),
                new FewMembers(),
                new FictionalUnit(),
                new HeadingLevel(),
                new JointCoverage(),
                new LivingPerson(),
                new ManyMembers(),
                new MissingAlt(),
                new MissingSection(),
                new NearDuplicate(likeness),
                new NoDisciplineMember(),
                new NoFigure(),
                new NumeralMismatch(),
                new OrphanPage(),
                new RawRecord(),
                new Reprint(),
                new SameName(),
                new SameTitle(),
                new SecretaryTraining(),
                new SelfAdoption(),
                new SharedContact(),
                new StudyParts(),
                new TemporaryOver(today),
                new TermOver(today),
                new ThinEntry(),
                new ThreeReviews(),
                new TooLong(),
                new TypeOff(),
                new UncitedSource(),
                new UnitKind(),
                new UnitOutOfDate(),
                new UnknownCitation(),
                new UnknownStrokes(ordering),
                new UnregisteredTitle(),
                new Unrecorded(),
                new Unwritten(),
                new UpdatedBehind(history));
    }
}
