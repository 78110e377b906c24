package io.zhibu.cli;

import io.zhibu.build.Building;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.page.Page;
import io.zhibu.tally.Review;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * On which day something begins to be wrong or otherwise, if nothing changes but the day. Each day that the content names is looked at,
 * and between two of them, if they differ, as many as it takes to find the day.
 */
final class Forecast {
    private final Checking checking;
    private final SortedMap<LocalDate, Map<String, String>> seen = new TreeMap<>();

    /** A check of the site as if it were another day. */
    @FunctionalInterface
    interface Checking {
        Outcome<Building.Built> on(LocalDate day) throws IOException;
    }

    Forecast(Checking checking) {
        this.checking = checking;
    }

    /**
     * What is new on each day, in words.
     *
     * @param from today, whose faults are told already
     * @param to the last day that is looked at
     * @param named days on which something may change
     */
    SortedMap<LocalDate, List<String>> until(LocalDate from, LocalDate to, SortedSet<LocalDate> named)
            throws IOException {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (LocalDate day : named) {
            // What ends with a day is over on the next.
            for (LocalDate one : List.of(day, day.plusDays(1))) {
                if (one.isAfter(from) && one.isBefore(to)) {
                    days.add(one);
                }
            }
        }
        days.add(to);
        SortedMap<LocalDate, List<String>> news = new TreeMap<>();
        LocalDate before = from;
        for (LocalDate day : days) {
            search(before, day, news);
            before = day;
        }
        return news;
    }

    private void search(LocalDate before, LocalDate day, SortedMap<LocalDate, List<String>> news) throws IOException {
        Map<String, String> fresh = new LinkedHashMap<>(on(day));
        fresh.keySet().removeAll(on(before).keySet());
        if (fresh.isEmpty()) {
            return;
        }
        if (before.plusDays(1).equals(day)) {
            news.put(day, List.copyOf(fresh.values()));
            return;
        }
        LocalDate middle = LocalDate.ofEpochDay((before.toEpochDay() + day.toEpochDay()) / 2);
        search(before, middle, news);
        search(middle, day, news);
    }

    /** By what stays the same from day to day; a message may count days. */
    private Map<String, String> on(LocalDate day) throws IOException {
        Map<String, String> told = seen.get(day);
        if (told == null) {
            told = told(checking.on(day), day);
            seen.put(day, told);
        }
        return told;
    }

    private static Map<String, String> told(Outcome<Building.Built> checked, LocalDate day) {
        Map<String, String> told = new LinkedHashMap<>();
        for (Diagnostic one : checked.diagnostics()) {
            told.put(one.severity() + one.rule() + one.where(), one.toString());
        }
        for (Page page : checked.value().catalogue().pages()) {
            told.put("shown " + page.id(), page.where() + ": 这一篇开始给读者看");
        }
        // Without it nobody would be told of an entry that is over: what is not there makes no key.
        for (Page page : checked.value().catalogue().withheld()) {
            told.put("withheld " + page.id(), page.where() + ": 这一篇不再给读者看");
        }
        for (Review review : Review.all(checked.value().catalogue())) {
            if (review.isOver(day)) {
                told.put(
                        "review " + review.page().id(),
                        review.page().where() + ": 复核到期（" + review.due() + "），过了这一天还没有复核");
            }
        }
        return told;
    }
}
