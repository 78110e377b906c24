package io.zhibu.board;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Gone;
import io.zhibu.entry.Holdings;
import io.zhibu.jbake.PageModel;
import io.zhibu.page.Page;
import io.zhibu.schema.Schema;
import io.zhibu.site.Board;
import io.zhibu.site.Linked;
import io.zhibu.site.SiteModel;
import io.zhibu.tally.Week;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What readers find that they hadn't before, and what they no longer find, week by week. */
public final class UpdatesPage {
    private final Catalogue catalogue;
    private final LocalDate today;
    private final List<Week> weeks;

    public UpdatesPage(Holdings holdings) {
        this.catalogue = holdings.listed();
        this.today = holdings.today();
        this.weeks = Week.all(catalogue, holdings::lastChange, holdings.gone(), today);
    }

    /** Entries that came or changed in any of the weeks, the latest first. */
    public List<Page> pages() {
        List<Week.News> news = new ArrayList<>();
        weeks.forEach(week -> {
            news.addAll(week.added());
            news.addAll(week.changed());
        });
        return news.stream()
                .sorted(Comparator.comparing(Week.News::day).reversed())
                .map(Week.News::page)
                .distinct()
                .toList();
    }

    public PageModel model(SiteModel site) {
        PageModel model = site.board(Board.UPDATES, Board.UPDATES.address());
        model.put("weeks", weeks.stream().map(this::week).toList());
        return model;
    }

    /** The last week in which something happened, in numbers: {@code week} of {@code templates/README.md}. */
    public Optional<Map<String, Object>> latest() {
        return weeks.stream().findFirst().map(week -> {
            Map<String, Object> model = named(week);
            model.put("added", week.added().size());
            model.put("changed", week.changed().size());
            model.put("gone", week.gone().size());
            model.put("uri", Board.UPDATES.address().link());
            return model;
        });
    }

    private Map<String, Object> named(Week week) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("from", day(week.monday()));
        model.put("to", day(week.sunday()));
        model.put("current", !today.isAfter(week.sunday()));
        return model;
    }

    private static String day(LocalDate day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private Map<String, Object> week(Week week) {
        Map<String, Object> model = named(week);
        model.put("key", week.monday().toString());
        model.put("added", week.added().stream().map(this::news).toList());
        model.put("changed", week.changed().stream().map(this::news).toList());
        model.put("gone", week.gone().stream().map(this::gone).toList());
        return model;
    }

    private Map<String, String> news(Week.News news) {
        return Linked.with(
                news.page(),
                "day",
                news.day().toString(),
                "type",
                label(news.page().type()));
    }

    private Map<String, String> gone(Gone gone) {
        return Map.of("title", gone.title(), "day", gone.day().toString(), "type", label(gone.type()));
    }

    private String label(String type) {
        return catalogue.schemas().type(type).map(Schema::label).orElse("");
    }
}
