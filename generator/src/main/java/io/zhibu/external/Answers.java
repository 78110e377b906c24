package io.zhibu.external;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What other hosts answered, by address: as it goes on from one time to the next, and may be read where there is no network.
 *
 * @param all by address
 */
public record Answers(SortedMap<String, Answer> all) {
    /** Every file of the kind begins so. */
    public static final String BEGIN = "# zhibu-external 1\n";

    /** For so many days nobody needs to ask again for what was there. */
    static final int FRESH = 7;

    private static final int PARTS = 5;

    public Answers {
        all = Collections.unmodifiableSortedMap(new TreeMap<>(all));
    }

    public static Answers none() {
        return new Answers(Collections.emptySortedMap());
    }

    public Optional<Answer> of(String address) {
        return Optional.ofNullable(all.get(address));
    }

    /** Whether it isn't worth asking again on that day. */
    boolean isFresh(String address, LocalDate today) {
        Answer answer = all.get(address);
        return answer != null
                && answer.kind() == Answer.Kind.THERE
                && !answer.asked().isAfter(today)
                && answer.asked().plusDays(FRESH).isAfter(today);
    }

    /**
     * With what was answered now.
     *
     * @param wanted addresses that are still written somewhere: others are forgotten
     */
    Answers with(Map<String, Answer> now, Collection<String> wanted) {
        SortedMap<String, Answer> next = new TreeMap<>(all);
        now.forEach((address, answer) -> next.put(address, answer.after(all.get(address))));
        next.keySet().retainAll(wanted);
        return new Answers(next);
    }

    public String text() {
        StringBuilder text = new StringBuilder(BEGIN);
        all.forEach((address, answer) -> text.append(String.join(
                        "\t",
                        address,
                        answer.kind().name(),
                        answer.word().replaceAll("\\s", " "),
                        answer.asked().toString(),
                        answer.since().toString()))
                .append('\n'));
        return text.toString();
    }

    /** None of what is damaged. */
    public static Answers read(String text) {
        SortedMap<String, Answer> all = new TreeMap<>();
        if (text.startsWith(BEGIN)) {
            for (String line : text.substring(BEGIN.length()).split("\n")) {
                String[] parts = line.split("\t", -1);
                if (parts.length == PARTS) {
                    try {
                        all.put(
                                parts[0],
                                new Answer(
                                        Answer.Kind.valueOf(parts[1]),
                                        parts[2],
                                        LocalDate.parse(parts[3]),
                                        LocalDate.parse(parts[4])));
                    } catch (DateTimeException | IllegalArgumentException damaged) {
                        // It is asked for anew.
                        continue;
                    }
                }
            }
        }
        return new Answers(all);
    }
}
