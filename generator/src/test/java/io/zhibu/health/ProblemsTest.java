package io.zhibu.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import io.zhibu.health.Problems.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static final Diagnostic ONE = error("content/a.md", 3, "缺标题");
    private static final Diagnostic TWO = error("content/b.md", 5, "已过 3 天");

    private static Diagnostic error(String file, int line, String message) {
        return Diagnostic.error(Where.inFile(file).at(line, 1), "some-rule", message, "改");
    }

    private static Problems next(Problems before, LocalDate day, Diagnostic... now) {
        // Through its file, as from one night to the next.
        return Problems.next(Optional.of(Problems.read(before.text()).orElseThrow()), List.of(now), Set.of(), day);
    }

    private static Problems first(Diagnostic... now) {
        return Problems.next(Optional.empty(), List.of(now), Set.of(), MONDAY);
    }

    private static List<String> told(List<Problem> problems) {
        return problems.stream()
                .map(one -> one.told().message() + " " + one.since())
                .toList();
    }

    @Test
    void whatComesIsNewWhatStaysIsStillThereAndWhatGoesIsMended() {
        Problems first = first(ONE);
        assertThat(first.first()).isTrue();
        assertThat(first.open()).allMatch(first::isNew);

        Problems tuesday = next(first, MONDAY.plusDays(1), ONE, TWO);
        assertThat(tuesday.first()).isFalse();
        assertThat(told(tuesday.open())).containsExactly("缺标题 2026-11-23", "已过 3 天 2026-11-24");
        assertThat(tuesday.open().stream().filter(tuesday::isNew).map(Problem::told))
                .containsExactly(TWO);
        assertThat(tuesday.mended()).isEmpty();

        Problems wednesday = next(tuesday, MONDAY.plusDays(2), TWO);
        assertThat(told(wednesday.open())).containsExactly("已过 3 天 2026-11-24");
        assertThat(told(wednesday.mended())).containsExactly("缺标题 2026-11-23");
        assertThat(wednesday.open()).noneMatch(wednesday::isNew);
    }

    @Test
    void aDayOnWhichNothingComesOrGoesIsNotAnotherList() {
        Problems tuesday = next(first(ONE), MONDAY.plusDays(1), TWO);
        // A line further down, and a day more, are the same problem.
        Problems wednesday = next(tuesday, MONDAY.plusDays(2), error("content/b.md", 9, "已过 4 天"));
        assertThat(wednesday.day()).isEqualTo(MONDAY.plusDays(1));
        assertThat(told(wednesday.mended())).containsExactly("缺标题 2026-11-23");
        assertThat(wednesday.open()).singleElement().satisfies(one -> {
            assertThat(one.told().where().line()).isEqualTo(9);
            assertThat(wednesday.isNew(one)).isTrue();
        });
    }

    @Test
    void withinADayAllIsHeldAgainstTheDayBefore() {
        Problems tuesday = next(first(ONE), MONDAY.plusDays(1), TWO);
        Problems later = next(tuesday, MONDAY.plusDays(1));
        // Found and mended within the day: nobody's news; but what was there on Monday is.
        assertThat(told(later.mended())).containsExactly("缺标题 2026-11-23");
        Problems back = next(later, MONDAY.plusDays(1), ONE);
        assertThat(told(back.open())).containsExactly("缺标题 2026-11-23");
        assertThat(back.mended()).isEmpty();
    }

    @Test
    void ofTwoThatAreAlikeOneMayBeMended() {
        Diagnostic other = error("content/a.md", 8, "缺标题");
        Problems tuesday = next(first(ONE, other), MONDAY.plusDays(1), other);
        assertThat(tuesday.open()).hasSize(1);
        assertThat(tuesday.mended()).hasSize(1);
    }

    @Test
    void whatIsNotReadAnyMoreIsNotMended() {
        Diagnostic broken = error("content/a.md", 1, "头信息读不出来");
        Problems next =
                Problems.next(Optional.of(first(ONE)), List.of(broken), Set.of("content/a.md"), MONDAY.plusDays(1));
        assertThat(told(next.open())).containsExactly("头信息读不出来 2026-11-24", "缺标题 2026-11-23");
        assertThat(next.mended()).isEmpty();
    }

    @Test
    void whatIsDamagedIsNoList() {
        String good = first(ONE).text();
        assertThat(Problems.read(good)).isPresent();
        for (String bad : List.of(
                "",
                "别的",
                good.replace("open", "shut"),
                good.replace("\t3:1\t", "\t3\t"),
                good.replace("ERROR", "FAULT"),
                good.replaceFirst("2026-11-23", "昨天"),
                good.substring(0, good.length() - 5).replaceAll("\t[^\t]*$", ""))) {
            assertThat(Problems.read(bad)).as(bad).isEmpty();
        }
    }
}
