package io.zhibu.tally;

import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How often there was study in one year, in the three forms that are to get better.
 *
 * @param group study of a committee's centre group
 * @param meetings monthly days of the Party
 * @param lectures lectures, short ones too
 * @param bySecretaries those of the lectures that a branch's secretary gave
 */
public record Studies(int year, List<Page> group, List<Page> meetings, List<Page> lectures, List<Page> bySecretaries) {
    private static final Set<String> LECTURES = Set.of("dangke", "weidangke");
    private static final String GROUP = "zhongxinzu";
    private static final String SECRETARY = "支部书记";

    public Studies {
        group = List.copyOf(group);
        meetings = List.copyOf(meetings);
        lectures = List.copyOf(lectures);
        bySecretaries = List.copyOf(bySecretaries);
    }

    /** Of those of these pages that say when, the latest year first; years with none of them are left out. */
    public static List<Studies> years(List<Page> pages) {
        Map<Integer, List<Page>> byYear = new TreeMap<>(Comparator.reverseOrder());
        for (Page page : pages) {
            page.fields()
                    .date("date")
                    .map(PartialDate::year)
                    .filter(year -> isCounted(page))
                    .ifPresent(year -> byYear.computeIfAbsent(year, any -> new ArrayList<>())
                            .add(page));
        }
        return byYear.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static boolean isCounted(Page page) {
        return Meetings.isOne(page)
                || isLecture(page)
                || form(page).filter(GROUP::equals).isPresent();
    }

    private static Studies of(int year, List<Page> pages) {
        return new Studies(
                year,
                pages.stream()
                        .filter(page -> form(page).filter(GROUP::equals).isPresent())
                        .toList(),
                pages.stream().filter(Meetings::isOne).toList(),
                pages.stream().filter(Studies::isLecture).toList(),
                pages.stream().filter(Studies::isBySecretary).toList());
    }

    /** Whether the page is a lecture that a branch's secretary gave. */
    public static boolean isBySecretary(Page page) {
        return isLecture(page)
                && page.fields().text("speaker_role").filter(SECRETARY::equals).isPresent();
    }

    private static boolean isLecture(Page page) {
        return form(page).filter(LECTURES::contains).isPresent();
    }

    private static Optional<String> form(Page page) {
        return page.fields().first("form", Value.Term.class).map(Value.Term::key);
    }
}
