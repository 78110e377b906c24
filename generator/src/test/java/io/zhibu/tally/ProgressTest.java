package io.zhibu.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.page.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far entries are, and what is to be done by when. */
class ProgressTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurTypes(folder);
    }

    @Test
    void aUnitCountsItsEntriesAtEachStageAndTheBranchesWhoseMethodNobodyWrites() {
        site.entry("branch/one", "unit: 长江委", "");
        site.entry("branch/two", "unit: 长江委", "");
        site.entry("work-method/of-one", "unit: 长江委\nbranch: one\nstatus: first-review", "");
        site.entry("term/old", "unit: 长江委\nreview_due: 2026-11-22", "");
        site.entry("term/draft", "unit: 长江委防御局\nstatus: draft", "");
        site.entry("term/away", "unit: 长江委防御局\nstatus: archived", "");
        site.entry("term/made", "unit: 示例单位甲（机关）\nsample: true", "");
        Catalogue catalogue = site.catalogue();

        assertThat(Progress.all(catalogue, false, TODAY).stream().map(ProgressTest::said))
                .containsExactly("cjw waiting [two] 0 1 0 0 0 3 due 1", "cjw-fangyuju waiting [] 1 0 0 0 0 0 due 0");
        assertThat(Progress.all(catalogue, true, TODAY).stream().map(ProgressTest::said))
                .containsExactly("sample-jia waiting [] 0 0 0 0 0 1 due 0");
    }

    @Test
    void aTypeCountsItsReviews() {
        String two = "{stage: 初审, name: 甲, date: 2026-01-01}, {stage: 复审, name: 乙, date: 2026-01-02}";
        site.entry("term/all", "unit: 长江委\nreviews: [" + two + ", {stage: 终审, name: 丙, date: 2026-01-03}]", "");
        site.entry("term/two", "unit: 长江委\nreviews: [" + two + "]", "");
        site.entry("term/none", "unit: 长江委", "");
        site.entry("term/last", "unit: 长江委\nstatus: final-review", "");

        assertThat(Reviewing.all(site.catalogue(), false)).singleElement().satisfies(type -> {
            assertThat(type.type().key()).isEqualTo("term");
            assertThat(type.under(Progress.Stage.FINAL)).isEqualTo(1);
            assertThat(ids(type.complete())).containsExactly("all");
            assertThat(ids(type.part())).containsExactly("two");
            assertThat(ids(type.none())).containsExactly("none");
        });
    }

    @Test
    void whatIsDueIsOverUntilItIsDoneAndMonthsAddAndTakeAway() {
        site.entry("term/late", "unit: 长江委\npublished: 2026-08-01\nowner: 某处\ndue: 2026-11-22", "");
        site.entry("term/today", "unit: 长江委\npublished: 2026-10-01\ndue: 2026-11-23", "");
        site.entry("term/done", "unit: 长江委\npublished: 2026-08-02\ndue: 2026-09-01\ndone: 2026-10-05", "");
        site.entry("term/never", "unit: 长江委", "");

        List<Duty> duties = Duty.all(site.catalogue().pages());

        assertThat(duties.stream()
                        .map(duty ->
                                duty.page().id() + " " + duty.owner() + " " + duty.due() + " " + duty.isOver(TODAY)))
                .containsExactly("done  2026-09-01 false", "late 某处 2026-11-22 true", "today  2026-11-23 false");
        assertThat(Duty.months(duties).stream()
                        .map(month ->
                                month.month() + " +" + month.added() + " -" + month.closed() + " " + month.left()))
                .containsExactly("2026-08 +2 -0 2", "2026-09 +0 -0 2", "2026-10 +1 -1 2");
    }

    private static String said(Progress unit) {
        return unit.unit() + " waiting " + ids(unit.waiting()) + " "
                + String.join(
                        " ",
                        Stream.of(Progress.Stage.values())
                                .map(stage -> String.valueOf(unit.count(stage)))
                                .toList())
                + " due " + unit.due();
    }

    private static List<String> ids(List<Page> pages) {
        return pages.stream().map(Page::id).toList();
    }
}
