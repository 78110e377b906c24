package io.zhibu.board;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Group;
import io.zhibu.jbake.PageModel;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Vocabulary;
import io.zhibu.site.Board;
import io.zhibu.site.Linked;
import io.zhibu.site.SiteModel;
import io.zhibu.site.Sites;
import io.zhibu.site.WordLinks;
import io.zhibu.tally.ActivityRooms;
import io.zhibu.tally.Duty;
import io.zhibu.tally.Progress;
import io.zhibu.tally.Reviewing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the boards show of work in hand: how far entries are, what is to be done by when, and which rooms are up to the standard. */
public final class WorkPages {
    private static final List<Progress.Stage> UNDER =
            List.of(Progress.Stage.FIRST, Progress.Stage.SECOND, Progress.Stage.FINAL);

    private final Catalogue catalogue;
    private final SiteModel site;
    private final WordLinks links;
    private final LocalDate today;
    private final boolean samples;

    /** @param samples whether readers see what is made up: if not, what is withheld of it isn't counted either */
    public WorkPages(Catalogue catalogue, SiteModel site, WordLinks links, LocalDate today, boolean samples) {
        this.samples = samples;
        this.catalogue = catalogue;
        this.site = site;
        this.links = links;
        this.today = today;
    }

    public PageModel progress(Board board) {
        PageModel model = site.board(board, board.address());
        Map<Boolean, List<Progress>> parts = Map.of(
                false,
                Progress.all(catalogue, false, today),
                true,
                samples ? Progress.all(catalogue, true, today) : List.of());
        model.put(
                "parts",
                Part.both(
                        parts.get(false).size(),
                        parts.get(true).size(),
                        sample -> Map.of(
                                "units",
                                parts.get(sample).stream().map(this::unit).toList(),
                                "waiting",
                                Linked.all(parts.get(sample).stream()
                                        .flatMap(unit -> unit.waiting().stream())
                                        .toList()))));
        model.put(
                "stages",
                List.of(Progress.Stage.values()).stream()
                        .map(Progress.Stage::word)
                        .toList());
        return model;
    }

    private Map<String, Object> unit(Progress progress) {
        Map<String, Object> model = new LinkedHashMap<>(named(progress.unit()));
        model.put("waiting", progress.waiting().size());
        model.put(
                "counts",
                List.of(Progress.Stage.values()).stream().map(progress::count).toList());
        model.put("due", progress.due());
        return model;
    }

    private Map<String, Object> named(String unit) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put(
                "label",
                catalogue
                        .schemas()
                        .vocabulary("unit")
                        .flatMap(units -> units.word(unit))
                        .map(Vocabulary.Word::label)
                        .orElse(unit));
        links.to("unit", unit).map(Address::link).ifPresent(uri -> model.put("uri", uri));
        return model;
    }

    public PageModel reviewing(Board board) {
        PageModel model = site.board(board, board.address());
        Map<Boolean, List<Reviewing>> parts = Map.of(
                false, Reviewing.all(catalogue, false), true, samples ? Reviewing.all(catalogue, true) : List.of());
        model.put(
                "parts",
                Part.both(
                        parts.get(false).size(),
                        parts.get(true).size(),
                        sample -> Map.of(
                                "types",
                                parts.get(sample).stream().map(WorkPages::type).toList())));
        return model;
    }

    private static Map<String, Object> type(Reviewing reviewing) {
        return Map.of(
                "label", reviewing.type().plural(),
                "uri", Sites.list(reviewing.type()).link(),
                "under", UNDER.stream().map(reviewing::under).toList(),
                "complete", reviewing.complete().size(),
                "part", Linked.all(reviewing.part()),
                "none", reviewing.none().size());
    }

    public PageModel duties(Board board) {
        PageModel model = site.board(board, board.address());
        List<Page> pages = Duty.all(catalogue.pages()).stream().map(Duty::page).toList();
        model.put("parts", Part.both(pages, part -> duties(Duty.all(part))));
        return model;
    }

    private Map<String, Object> duties(List<Duty> duties) {
        return Map.of(
                "over", of(duties, duty -> duty.isOver(today)),
                "open", of(duties, duty -> duty.done().isEmpty() && !duty.isOver(today)),
                "done", of(duties, duty -> duty.done().isPresent()),
                "months", Duty.months(duties).stream().map(WorkPages::month).toList());
    }

    private static List<Map<String, String>> of(List<Duty> duties, Predicate<Duty> which) {
        return duties.stream()
                .filter(which)
                .map(duty -> Linked.with(
                        duty.page(),
                        "unit",
                        duty.page().fields().get("unit").map(Value::text).orElse(""),
                        "owner",
                        duty.owner(),
                        "due",
                        duty.due().toString(),
                        "done",
                        duty.done().map(LocalDate::toString).orElse(""),
                        "late",
                        duty.done().filter(day -> day.isAfter(duty.due())).isPresent() ? "yes" : "",
                        "handling",
                        duty.page().fields().get("handling").map(Value::text).orElse(""),
                        "rechecked",
                        duty.page().fields().get("rechecked").map(Value::text).orElse("")))
                .toList();
    }

    private static Map<String, Object> month(Duty.Month month) {
        return Map.of(
                "month", month.month().toString(),
                "added", month.added(),
                "closed", month.closed(),
                "left", month.left());
    }

    public PageModel rooms(Board board) {
        PageModel model = site.board(board, board.address());
        List<Page> branches = catalogue.ofType("branch").stream()
                .filter(page -> !page.fields().flag("dissolved"))
                .toList();
        model.put("parts", Part.both(branches, part -> Map.of("units", rooms(part))));
        return model;
    }

    /** Each unit with those of the branches that stand at or below it. */
    private List<Map<String, Object>> rooms(List<Page> part) {
        boolean sample = part.stream().anyMatch(Page::sample);
        List<Map<String, Object>> models = new ArrayList<>();
        for (Group unit : catalogue.units()) {
            ActivityRooms rooms = ActivityRooms.of(unit.pages().stream()
                    .filter(page -> page.sample() == sample)
                    .toList());
            if (!rooms.isEmpty()) {
                Map<String, Object> model = new LinkedHashMap<>(named(unit.key()));
                model.putAll(rooms(rooms));
                models.add(model);
            }
        }
        return models;
    }

    /** What a board and a unit's page show of rooms. */
    public static Map<String, Object> rooms(ActivityRooms rooms) {
        return Map.of(
                "met",
                rooms.met().size(),
                "missed",
                Linked.all(rooms.missed()),
                "unrecorded",
                rooms.unrecorded().size());
    }
}
