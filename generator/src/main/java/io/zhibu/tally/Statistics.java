package io.zhibu.tally;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Filing;
import io.zhibu.catalogue.Years;
import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Vocabulary;
import io.zhibu.tally.Crosstab.Head;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many listed entries there are of what, either of the true ones or of those that are made up: never of both. */
public final class Statistics {
    private static final int YEARS = 8;
    private static final int UNITS = 30;
    private static final String OTHERS = "others";

    private final Catalogue catalogue;
    private final List<Page> pages;
    private final Filing filing;
    private final int today;

    /** @param today the year of the build */
    public Statistics(Catalogue catalogue, boolean sample, int today) {
        this.catalogue = catalogue;
        this.filing = new Filing(catalogue.schemas());
        this.today = today;
        this.pages = catalogue.pages().stream()
                .filter(page -> page.sample() == sample && catalogue.isListed(page))
                .toList();
    }

    /** Methods by the unit that answers for them, those with most first, and by the years that they are about. */
    public Crosstab methods() {
        List<Page> methods =
                pages.stream().filter(page -> page.type().equals("work-method")).toList();
        Map<String, Integer> units = new HashMap<>();
        methods.forEach(page -> terms(page, "unit").forEach(unit -> units.merge(unit, 1, Integer::sum)));
        List<Head> heads = words("unit").stream()
                .filter(head -> units.containsKey(head.key()))
                .sorted(Comparator.comparingInt(head -> -units.get(head.key())))
                .toList();
        List<Head> rows = new ArrayList<>(heads.subList(0, Math.min(UNITS, heads.size())));
        Set<String> named = rows.stream().map(Head::key).collect(Collectors.toSet());
        if (heads.size() > UNITS) {
            rows.add(new Head(OTHERS, "其余 " + (heads.size() - UNITS) + " 个单位"));
        }
        RecentYears years = recent(methods.stream().flatMap(page -> Years.of(page).stream()));
        Crosstab.Counting counting = new Crosstab.Counting(rows, columns(methods, years));
        methods.forEach(page -> counting.count(
                terms(page, "unit").stream()
                        .map(unit -> named.contains(unit) ? unit : OTHERS)
                        .toList(),
                columns(page, years)));
        return counting.crosstab();
    }

    /** Entries by mechanism and by the years that they are about. */
    public Crosstab mechanisms() {
        List<Page> filed = withMechanism();
        RecentYears years = recent(filed.stream().flatMap(page -> Years.of(page).stream()));
        Crosstab.Counting counting = new Crosstab.Counting(words("mechanism"), columns(filed, years));
        filed.forEach(page -> counting.count(filing.of(page, "mechanism"), columns(page, years)));
        return counting.crosstab();
    }

    /** Those that {@link #mechanisms()} counts. */
    public List<Page> withMechanism() {
        return pages.stream()
                .filter(page -> !filing.of(page, "mechanism").isEmpty())
                .toList();
    }

    /** Entries by mechanism and platform; those that name but one of the two stand in a row or column of its own, if there are any. */
    public Crosstab matrix() {
        Crosstab.Counting counting = new Crosstab.Counting(
                withNone("mechanism", "未注明机制", "platform"), withNone("platform", "未注明平台", "mechanism"));
        pages.stream()
                .filter(page -> says(page, "mechanism") || says(page, "platform"))
                .forEach(page -> counting.count(orNone(page, "mechanism"), orNone(page, "platform")));
        return counting.crosstab();
    }

    private List<Head> withNone(String vocabulary, String none, String other) {
        List<Head> heads = new ArrayList<>(words(vocabulary));
        if (pages.stream().anyMatch(page -> !says(page, vocabulary) && says(page, other))) {
            heads.add(new Head("", none));
        }
        return heads;
    }

    private Set<String> orNone(Page page, String vocabulary) {
        return says(page, vocabulary) ? filing.of(page, vocabulary) : Set.of("");
    }

    private boolean says(Page page, String vocabulary) {
        return !filing.of(page, vocabulary).isEmpty();
    }

    private record Award(String honour, List<Integer> years) {}

    /** Honours as often as entries were given them, by year; those of no known year in a column of their own. */
    public Crosstab honours() {
        List<Award> awards = awards();
        Set<String> given = awards.stream().map(Award::honour).collect(Collectors.toSet());
        RecentYears years = recent(awards.stream().flatMap(award -> award.years().stream()));
        List<Head> columns = new ArrayList<>(years.columns());
        if (awards.stream().anyMatch(award -> award.years().isEmpty())) {
            columns.add(new Head("", Years.NONE));
        }
        List<Head> rows = words("honour").stream()
                .filter(head -> given.contains(head.key()))
                .toList();
        Crosstab.Counting counting = new Crosstab.Counting(rows, columns);
        awards.forEach(award -> counting.count(
                List.of(award.honour()),
                award.years().isEmpty()
                        ? List.of("")
                        : award.years().stream().map(years::column).toList()));
        return counting.crosstab();
    }

    /** In whatever record of whatever field an entry names an honour, with the year beside it. */
    private List<Award> awards() {
        List<Award> awards = new ArrayList<>();
        pages.forEach(page -> page.fields()
                .all()
                .keySet()
                .forEach(field -> page.fields()
                        .each(field, Value.Record.class)
                        .map(Value.Record::fields)
                        .forEach(given -> given.all().values().stream()
                                .filter(Value.Term.class::isInstance)
                                .map(Value.Term.class::cast)
                                .filter(term -> term.vocabulary().equals("honour"))
                                .forEach(term -> awards.add(new Award(term.key(), year(given)))))));
        return awards;
    }

    /** Entries that tell numbers, newest first. */
    public List<Page> told() {
        return pages.stream()
                .filter(page ->
                        page.fields().first("figures", Value.Record.class).isPresent())
                .toList();
    }

    /** How many entries are counted. */
    public int all() {
        return pages.size();
    }

    private static List<Integer> year(Fields given) {
        return given.each("year", Value.Number.class)
                .map(number -> number.number().intValue())
                .toList();
    }

    private RecentYears recent(Stream<Integer> years) {
        return RecentYears.of(years.collect(Collectors.toCollection(HashSet::new)), today, YEARS);
    }

    /** Those of no known year in a column of their own, if there are any. */
    private static List<Head> columns(List<Page> pages, RecentYears years) {
        List<Head> columns = new ArrayList<>(years.columns());
        if (pages.stream().anyMatch(page -> Years.of(page).isEmpty())) {
            columns.add(new Head("", Years.NONE));
        }
        return columns;
    }

    private static List<String> columns(Page page, RecentYears years) {
        Set<Integer> own = Years.of(page);
        return own.isEmpty() ? List.of("") : own.stream().map(years::column).toList();
    }

    private static Set<String> terms(Page page, String field) {
        return page.fields().each(field, Value.Term.class).map(Value.Term::key).collect(Collectors.toSet());
    }

    private List<Head> words(String vocabulary) {
        return catalogue.schemas().vocabulary(vocabulary).map(Vocabulary::words).orElse(List.of()).stream()
                .map(word -> new Head(word.key(), word.label()))
                .toList();
    }
}
