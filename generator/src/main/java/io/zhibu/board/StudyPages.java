package io.zhibu.board;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.jbake.PageModel;
import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Value;
import io.zhibu.site.Board;
import io.zhibu.site.Linked;
import io.zhibu.site.SiteModel;
import io.zhibu.site.Tasks;
import io.zhibu.tally.Meetings;
import io.zhibu.tally.Studies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the boards show of study: the monthly days branch by branch, a page for each year, and the three forms year by year. */
public final class StudyPages {
    private final Catalogue catalogue;
    private final SiteModel site;
    private final Tasks tasks;

    public StudyPages(Catalogue catalogue, SiteModel site, Tasks tasks) {
        this.catalogue = catalogue;
        this.site = site;
        this.tasks = tasks;
    }

    /** The latest year stands at the board's own address, the others below it. */
    public void calendar() {
        List<Page> pages = all();
        List<Integer> years = Meetings.all(pages).stream().map(Meetings::year).toList();
        Map<Boolean, List<Meetings>> parts = Map.of(
                false, Meetings.all(only(pages, false)),
                true, Meetings.all(only(pages, true)));
        Board board = Board.CALENDAR;
        if (years.isEmpty()) {
            tasks.add(board.address(), board.key(), () -> calendar(years, Optional.empty(), parts));
        }
        years.forEach(
                year -> tasks.add(address(years, year), board.key(), () -> calendar(years, Optional.of(year), parts)));
    }

    private static Address address(List<Integer> years, int year) {
        return years.get(0) == year
                ? Board.CALENDAR.address()
                : Address.page(Board.CALENDAR.key(), String.valueOf(year));
    }

    private PageModel calendar(List<Integer> years, Optional<Integer> year, Map<Boolean, List<Meetings>> parts) {
        PageModel model =
                site.board(Board.CALENDAR, year.map(one -> address(years, one)).orElse(Board.CALENDAR.address()));
        model.put(
                "years",
                years.stream()
                        .map(one -> Map.of(
                                "year",
                                one,
                                "uri",
                                address(years, one).link(),
                                "current",
                                year.filter(one::equals).isPresent()))
                        .toList());
        year.ifPresent(one -> model.put("year", one));
        model.put(
                "parts",
                Part.both(
                        lines(parts.get(false), year).size(),
                        lines(parts.get(true), year).size(),
                        sample -> Map.of(
                                "lines",
                                lines(parts.get(sample), year).stream()
                                        .map(this::line)
                                        .toList())));
        return model;
    }

    private static List<Meetings.Line> lines(List<Meetings> years, Optional<Integer> year) {
        return years.stream()
                .filter(one -> year.filter(asked -> asked == one.year()).isPresent())
                .flatMap(one -> one.lines().stream())
                .toList();
    }

    private Map<String, Object> line(Meetings.Line line) {
        Map<String, Object> model = new LinkedHashMap<>(branch(line.branch()));
        model.put("held", line.held());
        model.put("months", line.months().stream().map(StudyPages::month).toList());
        model.put("undated", Linked.all(line.undated()));
        return model;
    }

    private static List<Map<String, String>> month(List<Page> held) {
        return held.stream()
                .map(page -> Linked.with(
                        page,
                        "day",
                        page.fields().date("date").map(StudyPages::day).orElse("")))
                .toList();
    }

    /** The day, or 有 where only the month is known. */
    private static String day(PartialDate date) {
        return date.exact().map(day -> day.getDayOfMonth() + " 日").orElse("有");
    }

    private Map<String, String> branch(String id) {
        return catalogue
                .page(id)
                .filter(catalogue::isShown)
                .map(Linked::to)
                .orElseGet(() -> Map.of("id", id, "title", catalogue.nameOf(id)));
    }

    public PageModel studies(Board board) {
        PageModel model = site.board(board, board.address());
        List<Page> counted = all().stream()
                .filter(page -> !Studies.years(List.of(page)).isEmpty())
                .toList();
        model.put(
                "parts",
                Part.both(
                        counted,
                        part -> Map.of(
                                "years",
                                Studies.years(part).stream()
                                        .map(StudyPages::year)
                                        .toList(),
                                "secretaries",
                                secretaries(part))));
        return model;
    }

    private static Map<String, Object> year(Studies studies) {
        return Map.of(
                "year", studies.year(),
                "group", studies.group().size(),
                "meetings", studies.meetings().size(),
                "lectures", studies.lectures().size(),
                "secretaries", studies.bySecretaries().size());
    }

    /** Who gave lectures: a line for each branch that holds one. */
    private List<Map<String, Object>> secretaries(List<Page> pages) {
        Map<String, List<Page>> byBranch = new TreeMap<>();
        pages.stream()
                .filter(Studies::isBySecretary)
                .forEach(page -> byBranch.computeIfAbsent(
                                page.fields().text("branch").orElse(""), any -> new ArrayList<>())
                        .add(page));
        return byBranch.entrySet().stream()
                .map(entry -> {
                    Map<String, Object> model = new LinkedHashMap<>(
                            entry.getKey().isEmpty() ? Map.of("title", Value.Unrecorded.WORD) : branch(entry.getKey()));
                    model.put("items", Linked.all(entry.getValue()));
                    return model;
                })
                .toList();
    }

    private List<Page> all() {
        return Stream.of("activity", "study")
                .flatMap(type -> catalogue.ofType(type).stream())
                .toList();
    }

    private static List<Page> only(List<Page> pages, boolean sample) {
        return pages.stream().filter(page -> page.sample() == sample).toList();
    }
}
