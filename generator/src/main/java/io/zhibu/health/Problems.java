package io.zhibu.health;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Severity;
import io.zhibu.diagnostic.Where;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The list of what is wrong as it goes on from one time to the next. It is another one only when something comes or goes, so that a page
 * that is made of it doesn't change with the calendar.
 *
 * @param day when something came or went last
 * @param open what is wrong, in the order of the files
 * @param mended what went that day
 * @param first whether there was none before
 */
public record Problems(LocalDate day, List<Problem> open, List<Problem> mended, boolean first) {
    /** Every file of the kind begins so. */
    public static final String BEGIN = "# zhibu-problems 1\t";

    private static final int PARTS = 7;

    public Problems {
        open = List.copyOf(open);
        mended = List.copyOf(mended);
    }

    /**
     * Something that is wrong, or was.
     *
     * @param since the day when it was found first
     */
    public record Problem(Diagnostic told, LocalDate since) {
        /** What stays the same from day to day: lines are moved by others, and a message may count days. */
        private String key() {
            return told.rule() + "\t" + flat(told.where().file()) + "\t"
                    + flat(told.message()).replaceAll("\\d+", "#");
        }
    }

    /** Whether it was found first when the list changed last. */
    public boolean isNew(Problem one) {
        return one.since().equals(day);
    }

    /**
     * What is found now, as news to what was found before.
     *
     * @param unread files that were not looked into: what was wrong with them isn't mended
     */
    public static Problems next(Optional<Problems> before, List<Diagnostic> now, Set<String> unread, LocalDate today) {
        Map<String, Problem> old = new LinkedHashMap<>();
        Map<String, Problem> away = new LinkedHashMap<>();
        before.ifPresent(list -> {
            old.putAll(keyed(list.open()));
            if (list.day().equals(today)) {
                away.putAll(keyed(list.mended()));
            }
        });
        Map<String, Problem> found =
                keyed(now.stream().sorted().map(one -> new Problem(one, today)).toList());
        old.forEach((key, one) -> {
            if (unread.contains(one.told().where().file())) {
                found.putIfAbsent(key, one);
            }
        });
        Map<String, LocalDate> known = new HashMap<>();
        away.forEach((key, one) -> known.put(key, one.since()));
        old.forEach((key, one) -> known.put(key, one.since()));
        List<Problem> open = new ArrayList<>();
        found.forEach((key, one) -> open.add(new Problem(one.told(), known.getOrDefault(key, today))));
        open.sort(Comparator.comparing(Problem::told));
        if (before.isPresent() && old.keySet().equals(found.keySet())) {
            return new Problems(
                    before.get().day(),
                    open,
                    before.get().mended(),
                    before.get().first());
        }
        away.putAll(old);
        List<Problem> mended = new ArrayList<>();
        away.forEach((key, one) -> {
            // What came and went within a day was nobody's news.
            if (!found.containsKey(key) && one.since().isBefore(today)) {
                mended.add(one);
            }
        });
        boolean first =
                before.map(list -> list.first() && list.day().equals(today)).orElse(true);
        return new Problems(today, open, mended, first);
    }

    /** Of several that are alike the second is told from the first. */
    private static Map<String, Problem> keyed(List<Problem> problems) {
        Map<String, Problem> keyed = new LinkedHashMap<>();
        Map<String, Integer> alike = new HashMap<>();
        problems.forEach(one -> keyed.put(one.key() + "\t" + alike.merge(one.key(), 1, Integer::sum), one));
        return keyed;
    }

    /** For a file, that {@link #read} reads. */
    public String text() {
        StringBuilder text = new StringBuilder(BEGIN)
                .append(day)
                .append('\t')
                .append(first ? "first" : "-")
                .append('\n');
        open.forEach(one -> text.append(line("open", one)));
        mended.forEach(one -> text.append(line("mended", one)));
        return text.toString();
    }

    private static String line(String state, Problem one) {
        return String.join(
                        "\t",
                        state,
                        one.since().toString(),
                        one.told().severity().name(),
                        one.told().rule(),
                        flat(one.told().where().file()),
                        one.told().where().line() + ":" + one.told().where().column(),
                        flat(one.told().message()))
                + "\n";
    }

    private static String flat(String text) {
        return text.replaceAll("\\s", " ");
    }

    /** Empty if it is something else, or damaged: then everything counts as found for the first time. */
    public static Optional<Problems> read(String text) {
        String[] lines = text.split("\n");
        String[] head = lines[0].split("\t");
        if (!lines[0].startsWith(BEGIN) || head.length != 3) {
            return Optional.empty();
        }
        try {
            List<Problem> open = new ArrayList<>();
            List<Problem> mended = new ArrayList<>();
            for (String line : List.of(lines).subList(1, lines.length)) {
                String[] parts = line.split("\t", -1);
                if (parts.length != PARTS
                        || !parts[5].matches("\\d{1,9}:\\d{1,9}")
                        || !Set.of("open", "mended").contains(parts[0])) {
                    return Optional.empty();
                }
                (parts[0].equals("open") ? open : mended).add(problem(parts));
            }
            return Optional.of(new Problems(LocalDate.parse(head[1]), open, mended, head[2].equals("first")));
        } catch (DateTimeException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static Problem problem(String[] parts) {
        String[] place = parts[5].split(":");
        Where where = new Where(parts[4], Integer.parseInt(place[0]), Integer.parseInt(place[1]));
        Diagnostic told = new Diagnostic(where, Severity.valueOf(parts[2]), parts[3], parts[6], Optional.empty());
        return new Problem(told, LocalDate.parse(parts[1]));
    }
}
