package io.zhibu.entry;

import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The life of a person, or the years of a group, as a line of a thousand parts. What only a year is known of stands in the middle of the
 * year; what has no known end isn't drawn as lasting.
 */
final class LifeLine {
    private static final int LENGTH = 1000;
    private static final int LETTER = 15;
    private static final int GAP = 12;
    private static final int LANES = 3;

    private final int from;
    private final int to;

    private LifeLine(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** As {@code templates/README.md} says; empty if the entry tells of less than two years. */
    static Optional<Map<String, Object>> of(Page page) {
        TreeSet<PartialDate> dates = new TreeSet<>();
        Stream.of("birth", "death").forEach(key -> page.fields().date(key).ifPresent(dates::add));
        records(page, "timeline").forEach(one -> one.date("date").ifPresent(dates::add));
        if (dates.isEmpty() || dates.first().year() == dates.last().year()) {
            return Optional.empty();
        }
        LifeLine line = new LifeLine(dates.first().year(), dates.last().year());
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("from", line.from);
        model.put("to", line.to);
        model.put("ticks", dates.stream().map(line::at).distinct().toList());
        model.put("years", line.years(dates));
        model.put(
                "starts",
                records(page, "posts")
                        .flatMap(post -> post.date("from").stream())
                        .filter(line::holds)
                        .map(line::at)
                        .distinct()
                        .sorted()
                        .toList());
        model.put("spans", line.spans(page));
        model.put("honours", line.honours(page));
        return Optional.of(model);
    }

    private static Stream<Fields> records(Page page, String field) {
        return page.fields().each(field, Value.Record.class).map(Value.Record::fields);
    }

    private boolean holds(PartialDate date) {
        return date.year() >= from && date.year() <= to;
    }

    private int at(PartialDate date) {
        double month = date.month() == 0 ? 6 : date.month() - 1 + (date.day() == 0 ? 0.5 : date.day() / 31.0);
        return (int) Math.round(LENGTH * (date.year() - from + month / 12) / (to - from + 1));
    }

    /** The first and the last, and of those between them as many as have room. */
    private List<Map<String, Object>> years(TreeSet<PartialDate> dates) {
        List<Label> labels = new ArrayList<>();
        Label last = label(dates.last(), "");
        for (PartialDate date : dates) {
            Label label = label(date, "");
            boolean free = labels.stream().noneMatch(label::covers);
            if (free && (date.equals(dates.first()) || !label.covers(last))) {
                labels.add(label);
            }
        }
        labels.add(last);
        return labels.stream().map(label -> label.model(0)).toList();
    }

    /** Posts that began and ended. */
    private List<Map<String, Integer>> spans(Page page) {
        List<Map<String, Integer>> spans = new ArrayList<>();
        records(page, "posts").forEach(post -> {
            Optional<PartialDate> begun = post.date("from").filter(this::holds);
            Optional<PartialDate> ended = post.date("to").filter(this::holds);
            if (begun.isPresent() && ended.isPresent()) {
                int start = at(begun.get());
                spans.add(Map.of("at", start, "width", Math.max(2, at(ended.get()) - start)));
            }
        });
        return spans;
    }

    /** Each below the others that it would cover; from the fourth on there is room for the mark alone. */
    private List<Map<String, Object>> honours(Page page) {
        List<List<Label>> lanes = new ArrayList<>();
        List<Map<String, Object>> models = new ArrayList<>();
        records(page, "titles")
                .flatMap(title -> title
                        .first("year", Value.Number.class)
                        .map(year -> label(
                                new PartialDate(year.number().intValue(), 0, 0),
                                title.text("text").orElse("")))
                        .filter(label -> label.at() >= 0 && label.at() <= LENGTH)
                        .stream())
                .sorted(Comparator.comparingInt(Label::at))
                .forEach(label -> {
                    int lane = 0;
                    while (lane < lanes.size() && lanes.get(lane).stream().anyMatch(label::overlaps)) {
                        lane++;
                    }
                    if (lane == lanes.size()) {
                        lanes.add(new ArrayList<>());
                    }
                    lanes.get(lane).add(label);
                    models.add((lane < LANES ? label : label.unsaid()).model(lane));
                });
        return models;
    }

    private Label label(PartialDate date, String text) {
        String year = Integer.toString(date.year());
        int width = year.length() * LETTER * 6 / 10 + (text.isEmpty() ? 0 : LETTER / 2 + text.length() * LETTER);
        int at = at(date);
        boolean before = at + width > LENGTH;
        return new Label(at, before ? at - width : at, width, before, year, text);
    }

    /** @param before whether the words end at their place instead of beginning there */
    private record Label(int at, int start, int width, boolean before, String year, String text) {
        boolean overlaps(Label other) {
            return start < other.start + other.width + GAP && other.start < start + width + GAP;
        }

        /** Whether the two can't both be said: for want of room, or since they say the same. */
        boolean covers(Label other) {
            return overlaps(other) || year.equals(other.year);
        }

        Label unsaid() {
            return new Label(at, start, 0, before, "", "");
        }

        Map<String, Object> model(int lane) {
            return Map.of("at", at, "before", before, "year", year, "text", text, "lane", lane);
        }
    }
}
