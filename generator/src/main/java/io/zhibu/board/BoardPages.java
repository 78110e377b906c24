package io.zhibu.board;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.config.Baseline;
import io.zhibu.config.UnitTotal;
import io.zhibu.jbake.PageModel;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Vocabulary;
import io.zhibu.site.Board;
import io.zhibu.site.Linked;
import io.zhibu.site.SiteModel;
import io.zhibu.tally.Contacts;
import io.zhibu.tally.Coverage;
import io.zhibu.tally.FullCoverage;
import io.zhibu.tally.Review;
import io.zhibu.tally.UnitCount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the boards of one page each show. */
public final class BoardPages {
    private final Catalogue catalogue;
    private final SiteModel site;
    private final LocalDate today;

    public BoardPages(Catalogue catalogue, SiteModel site, LocalDate today) {
        this.today = today;
        this.catalogue = catalogue;
        this.site = site;
    }

    public PageModel fullCoverage(Board board) {
        return parts(board, catalogue.ofType("branch"), part -> {
            FullCoverage coverage = FullCoverage.of(part);
            return Map.of(
                    "total", coverage.branches().size(),
                    "others", Linked.all(coverage.others()),
                    "measures",
                            coverage.measures().stream()
                                    .map(BoardPages::measure)
                                    .toList());
        });
    }

    private static Map<String, Object> measure(FullCoverage.Measure measure) {
        return Map.of(
                "key",
                measure.key(),
                "label",
                measure.label(),
                "met",
                measure.met().size(),
                "exempt",
                measure.exempt().size(),
                "missed",
                measure.missed().stream()
                        .map(missed -> Linked.with(missed.page(), "why", missed.why()))
                        .toList(),
                "unrecorded",
                Linked.all(measure.unrecorded()));
    }

    /** What is made up is held against no source. */
    public PageModel coverage(Board board, List<Baseline> baseline, List<UnitTotal> totals) {
        PageModel model = site.board(board, board.address());
        model.put(
                "parts",
                Part.both(
                        catalogue.ofType("branch"),
                        part -> part.stream().anyMatch(Page::sample) ? Map.of() : covered(part, baseline)));
        model.put("totals", totals.stream().map(this::total).toList());
        return model;
    }

    private Map<String, Object> covered(List<Page> branches, List<Baseline> baseline) {
        Set<Page> found = baseline.stream()
                .flatMap(line -> Coverage.of(line, catalogue).found().stream())
                .collect(Collectors.toSet());
        return Map.of(
                "total", found.size(),
                "others",
                        Linked.all(branches.stream()
                                .filter(page -> !found.contains(page))
                                .toList()),
                "lines", lines(baseline));
    }

    List<Map<String, Object>> lines(List<Baseline> baseline) {
        return baseline.stream().map(line -> line(Coverage.of(line, catalogue))).toList();
    }

    private Map<String, Object> line(Coverage coverage) {
        Baseline baseline = coverage.baseline();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("label", baseline.label());
        model.put("found", coverage.found().size());
        model.put("number", baseline.number());
        model.put("said", baseline.said());
        boolean exact = baseline.approx().isEmpty() || coverage.found().isEmpty();
        model.put("share", (exact ? "" : "约 ") + percent(coverage.perMille()));
        model.put("as_of", baseline.asOf());
        model.putAll(source(baseline.source()));
        model.put("items", Linked.all(coverage.found()));
        return model;
    }

    private Map<String, String> source(String source) {
        return catalogue
                .page(source)
                .filter(catalogue::isShown)
                .map(page ->
                        Map.of("source", page.title(), "uri", page.address().link()))
                .orElseGet(() -> Map.of("source", catalogue.nameOf(source)));
    }

    private Map<String, Object> total(UnitTotal total) {
        UnitCount count = UnitCount.of(total, catalogue.schemas());
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("label", total.label());
        model.put("number", total.number());
        model.put("as_of", total.asOf());
        model.putAll(source(total.source()));
        model.put(
                "kinds",
                count.kinds().stream()
                        .map(kind -> Map.of(
                                "label", kind.label(),
                                "stated", kind.stated(),
                                "registered", labels(kind.registered())))
                        .toList());
        model.put("unsorted", labels(count.unsorted()));
        return model;
    }

    private static List<String> labels(List<Vocabulary.Word> words) {
        return words.stream().map(Vocabulary.Word::label).toList();
    }

    private static String percent(long perMille) {
        return perMille / 10 + (perMille % 10 == 0 ? "" : "." + perMille % 10) + "%";
    }

    public PageModel contacts(Board board) {
        return parts(board, catalogue.ofType("branch"), part -> {
            Contacts contacts = Contacts.of(part, catalogue);
            return Map.of(
                    "pairs",
                    contacts.pairs().stream().map(BoardPages::pair).toList(),
                    "without",
                    Linked.all(contacts.without()));
        });
    }

    private static Map<String, Object> pair(Contacts.Contact contact) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("department", contact.department());
        contact.page().ifPresent(page -> model.put("uri", page.address().link()));
        model.put("branches", Linked.all(contact.branches()));
        return model;
    }

    /** A list for each cycle, and one more for days that an entry gives without a cycle, if there are any. */
    public PageModel reviews(Board board) {
        PageModel model = site.board(board, board.address());
        List<Review> reviews = Review.all(catalogue);
        model.put(
                "parts",
                Part.both(
                        reviews,
                        review -> review.page().sample(),
                        sample -> lists(reviews.stream()
                                .filter(review -> review.page().sample() == sample)
                                .toList())));
        return model;
    }

    private Map<String, Object> lists(List<Review> reviews) {
        List<Map<String, Object>> lists = new ArrayList<>();
        for (Review.Cycle cycle : Review.Cycle.values()) {
            lists.add(list(cycle.key(), cycle.word(), of(reviews, Optional.of(cycle))));
        }
        List<Review> once = of(reviews, Optional.empty());
        if (!once.isEmpty()) {
            lists.add(list("once", "未注明周期", once));
        }
        return Map.of("lists", lists);
    }

    private static List<Review> of(List<Review> reviews, Optional<Review.Cycle> cycle) {
        return reviews.stream().filter(review -> review.cycle().equals(cycle)).toList();
    }

    private Map<String, Object> list(String key, String label, List<Review> reviews) {
        return Map.of(
                "key",
                key,
                "label",
                label,
                "over",
                reviews.stream().filter(review -> review.isOver(today)).count(),
                "items",
                reviews.stream().map(this::due).toList());
    }

    private Map<String, Object> due(Review review) {
        Map<String, Object> model = new LinkedHashMap<>(Linked.to(review.page()));
        model.put("due", review.due().toString());
        model.put("derived", review.derived());
        model.put("over", review.isOver(today));
        model.put("unit", review.page().fields().get("unit").map(Value::text).orElse(""));
        return model;
    }

    private PageModel parts(Board board, List<Page> pages, Function<List<Page>, Map<String, Object>> more) {
        PageModel model = site.board(board, board.address());
        model.put("parts", Part.both(pages, more));
        return model;
    }
}
