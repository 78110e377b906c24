package io.zhibu.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.page.Page;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many entries there are by unit, year, honour, mechanism and platform. */
class StatisticsTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurTypes(folder);
    }

    @Test
    void aMethodOfTwoYearsStandsInBothAndOnceInTheTotals() {
        method("one", "unit: 武汉大学\nyears: [2025, 2026]");
        method("two", "unit: 长江委防御局\npublished: 2026-01-01");
        method("three", "unit: 长江委防御局\nyears: [2013, 2014]");
        method("made", "unit: 长江委防御局\nsample: true");

        assertThat(said(statistics(false).methods())).isEqualTo("""
                         更早 2019 2020 2021 2022 2023 2024 2025 2026
                长江委防御局 1 0 0 0 0 0 0 0 1 = 2
                武汉大学 0 0 0 0 0 0 0 1 1 = 1
                合计 1 0 0 0 0 0 0 1 2 = 3""".stripLeading());
        assertThat(said(statistics(true).methods())).endsWith("合计 1 = 1");
    }

    @Test
    void anHonourIsCountedForEachEntryThatWasGivenItAndForEachYear() {
        site.entry("branch/jia", "honours: [{honour: 红旗党支部, year: 2024}, {honour: 红旗党支部, year: 2026}]", "");
        site.entry("branch/yi", "honours: [{honour: 红旗党支部, year: 未载}]", "");
        site.entry("role-model/bing", "titles: [{text: 最美奋斗者, honour: 最美奋斗者, year: 2026, src: [A1]}]", "");
        site.entry("role-model/ding", "titles: [{text: 别的, year: 2026, src: [A1]}]", "");

        assertThat(said(statistics(false).honours())).isEqualTo("""
                2024 2025 2026 年份未载
                红旗党支部 1 0 1 1 = 3
                最美奋斗者 0 0 1 0 = 1
                合计 1 0 2 1 = 4""");
    }

    @Test
    void mechanismsCrossPlatformsAndWhatNamesOneAloneStandsApart() {
        method("one", "mechanism: [政治引领, 执行落实]\nplatform: [建功]");
        method("two", "mechanism: [执行落实]");
        site.entry("role-model/three", "platform: [榜样]", "");
        site.entry("term/neither", "", "");

        assertThat(said(statistics(false).matrix())).isEqualTo("""
                建功 服务 榜样 未注明平台
                政治引领 1 0 0 0 = 1
                学用结合 0 0 0 0 = 0
                组织保障 0 0 0 0 = 0
                执行落实 1 0 0 1 = 2
                未注明机制 0 0 1 0 = 1
                合计 1 0 1 1 = 3""");
        assertThat(said(statistics(false).mechanisms())).endsWith("合计 2 = 2");
    }

    @Test
    void moreUnitsThanARowEachCanHoldShareTheLast() {
        StringBuilder units = new StringBuilder("label: 单位\nwords:\n");
        for (int i = 10; i < 45; i++) {
            units.append("  u" + i + ": {label: 单位 " + i + "}\n");
            method("m" + i, "unit: u" + i);
        }
        method("again", "unit: u44");
        site.file("site-config/vocabularies/unit.yml", units.toString());
        Crosstab methods = statistics(false).methods();

        assertThat(methods.lines().get(0))
                .isEqualTo(new Crosstab.Line(new Crosstab.Head("u44", "单位 44"), java.util.List.of(2), 2));
        assertThat(methods.lines().get(30).head().label()).isEqualTo("其余 5 个单位");
        assertThat(methods.lines().get(30).total()).isEqualTo(5);
        assertThat(methods.below().total()).isEqualTo(36);
    }

    @Test
    void entriesThatTellNumbersAreNamed() {
        site.entry("report/told", "figures: [{name: 党员, number: 280, unit: 人, approx: 近, as_of: 2021, src: [A1]}]", "");
        site.entry("report/silent", "", "");

        assertThat(statistics(false).told()).map(Page::id).containsExactly("told");
    }

    private void method(String id, String fields) {
        site.entry("work-method/" + id, fields, "");
    }

    private Statistics statistics(boolean sample) {
        return new Statistics(site.catalogue(), sample, 2026);
    }

    private static String said(Crosstab table) {
        String heads = table.columns().stream().map(Crosstab.Head::label).collect(Collectors.joining(" "));
        return heads + "\n" + table.lines().stream().map(StatisticsTest::said).collect(Collectors.joining("\n")) + "\n"
                + said(table.below());
    }

    private static String said(Crosstab.Line line) {
        return line.head().label() + " "
                + line.cells().stream().map(Object::toString).collect(Collectors.joining(" ")) + " = " + line.total();
    }
}
