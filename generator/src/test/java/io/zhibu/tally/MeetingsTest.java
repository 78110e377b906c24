package io.zhibu.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.page.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Study by month and by year. */
class MeetingsTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurTypes(folder);
        site.entry("activity/march", "unit: 长江委\ndate: 2026-03-12\nform: 支部主题党日\nbranches: [one, two]", "");
        site.entry("activity/again", "unit: 长江委\ndate: 2026-03-02\nform: 主题党日\nbranches: [one]", "");
        site.entry("activity/other", "unit: 长江委\ndate: 2026-03-12\nform: 先锋队\nbranches: [one]", "");
        site.entry("study/paper", "unit: 长江委\ndate: 2025\nform: 支部主题党日\nbranch: two", "");
        site.entry("study/group", "unit: 长江委\ndate: 2026-05-01\nform: 中心组", "");
        site.entry("study/lecture", "unit: 长江委\ndate: 2026-06-01\nform: 党课\nspeaker_role: 支部书记", "");
        site.entry("study/short", "unit: 长江委\ndate: 2026-06-02\nform: 微党课\nspeaker_role: 外请", "");
        site.entry("study/undated", "unit: 长江委\nform: 党课\nspeaker_role: 支部书记", "");
    }

    @Test
    void eachBranchHasTwelveMonthsInEachYearThatTellsOfIt() {
        assertThat(Meetings.all(pages()).stream()
                        .flatMap(year -> year.lines().stream().map(line -> year.year() + " " + said(line))))
                .containsExactly(
                        "2026 one 3[again, march] held 1", "2026 two 3[march] held 1", "2025 two ?[paper] held 0");
    }

    @Test
    void theThreeFormsAreCountedYearByYearAndASecretarysLecturesAmongThem() {
        assertThat(Studies.years(pages()).stream()
                        .map(year -> year.year() + " " + year.group().size() + " "
                                + year.meetings().size() + " " + ids(year.lectures()) + " "
                                + ids(year.bySecretaries())))
                .containsExactly("2026 1 2 [lecture, short] [lecture]", "2025 0 1 [] []");
    }

    private static String said(Meetings.Line line) {
        StringBuilder said = new StringBuilder(line.branch() + " ");
        IntStream.range(0, 12)
                .filter(month -> !line.months().get(month).isEmpty())
                .forEach(
                        month -> said.append(month + 1).append(ids(line.months().get(month))));
        if (!line.undated().isEmpty()) {
            said.append('?').append(ids(line.undated()));
        }
        return said + " held " + line.held();
    }

    private static List<String> ids(List<Page> pages) {
        return pages.stream().map(Page::id).toList();
    }

    private List<Page> pages() {
        return site.catalogue().pages();
    }
}
