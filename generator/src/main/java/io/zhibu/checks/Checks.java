package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Likeness;
import io.zhibu.catalogue.Ordering;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.history.History;
import io.zhibu.parallel.Parallel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Stage 4: all rules over the catalogue, which passes through unchanged. */
public final class Checks {
    private final Parallel parallel;
    private final LocalDate today;
    private final Ordering ordering;
    private final History history;
    private final boolean names;
    private final BiConsumer<String, Long> took;
    private final Remembered remembered;

    /**
     * @param today what is over and what is still to come is told by it
     * @param ordering of the catalogue that is checked
     * @param history that dates are held against
     * @param names whether names of files and folders are looked at
     * @param took told of each rule, when all are done, how many nanoseconds it took
     * @param remembered of pages of the same types
     */
    public Checks(
            Parallel parallel,
            LocalDate today,
            Ordering ordering,
            History history,
            boolean names,
            BiConsumer<String, Long> took,
            Remembered remembered) {
        this.remembered = remembered;
        this.parallel = parallel;
        this.today = today;
        this.ordering = ordering;
        this.history = history;
        this.names = names;
        this.took = took;
    }

    public Outcome<Catalogue> check(Catalogue catalogue, Likeness likeness) {
        Diagnostics diagnostics = new Diagnostics();
        OnePass words = new OnePass(ofWords(), remembered);
        Optional<List<Diagnostic>> kept = remembered.ofAll();
        List<Check> others = kept.isPresent() ? List.of() : withoutWords(likeness);
        Diagnostics said = new Diagnostics();
        // The longest first, so that the other threads aren't done when it begins.
        List<Check> rules = new ArrayList<>(List.of(words));
        rules.addAll(others);
        List<Long> nanos = parallel.map(rules, () -> rule -> {
            long begun = System.nanoTime();
            rule.check(catalogue, rule == words ? diagnostics : said);
            return System.nanoTime() - begun;
        });
        kept.ifPresentOrElse(diagnostics::addAll, () -> {
            remembered.keepOfAll(said.list());
            diagnostics.addAll(said.list());
        });
        for (int i = 1; i < rules.size(); i++) {
            took.accept(name(rules.get(i)), nanos.get(i));
        }
        for (int i = 0; i < words.rules().size(); i++) {
            took.accept(name(words.rules().get(i)), words.nanos(i));
        }
        return Outcome.of(catalogue, diagnostics);
    }

    /** Rules that look at no words between headings, of any page. */
    List<Check> withoutWords(Likeness likeness) {
        List<Check> rules = new ArrayList<>(all(likeness));
        if (names) {
            rules.addAll(List.of(new FileNaming(), new PlainNames()));
        }
        return rules;
    }

    private static String name(Object rule) {
        return rule.getClass().getSimpleName();
    }

    private static List<TextCheck> ofWords() {
        return List.of(
                new NoFigure(),
                new ThinEntry(),
                new TooLong(),
                new UncitedSource(),
                new UnknownCitation(),
                new UnregisteredTitle(),
                new Unwritten());
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
                new ThreeReviews(),
                new TypeOff(),
                new UnitKind(),
                new UnitOutOfDate(),
                new UnknownStrokes(ordering),
                new Unrecorded(),
                new UpdatedBehind(history));
    }
}
