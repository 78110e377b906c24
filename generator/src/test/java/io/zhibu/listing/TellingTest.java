package io.zhibu.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.page.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TellingTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final String FULL =
            "mechanism: [政治引领]\ngloss: [{term: 甲, meaning: 一}]\nindicators: [{name: 次数, after: 3, unit: 次, basis: 台账}]\n";
    private static final String EVERY =
            "unit: 长江委\nauthors: [本站编写]\naccess: public-intranet\nyears: [2020]\n" + "summary: 说一句。\nproblem: [制度落实]\n";

    @TempDir
    Path folder;

    @Test
    void theFullestTakeTurnsFromMondayToSunday() {
        SmallSite site = SmallSite.ofOurTypes(folder);
        site.entry("work-method/one", EVERY + "method_name: 甲法\n" + FULL, "## 背景\n\n短。");
        site.entry("work-method/two", EVERY + "method_name: 乙法\n" + FULL, "## 背景\n\n短。");
        site.entry("work-method/thin", EVERY + "method_name: 丙法\n", "## 背景\n\n短。");
        site.entry(
                "work-method/made-up",
                EVERY.replace("长江委", "示例单位甲（机关）") + "sample: true\nmethod_name: 丁法\n" + FULL,
                "## 背景\n\n短。\n\n## 做法\n\n短。\n\n## 成效\n\n短。");
        Catalogue catalogue = site.catalogue();

        List<String> days = IntStream.range(0, 21)
                .mapToObj(MONDAY::plusDays)
                .map(day -> Telling.of(catalogue, day).map(Page::id).orElseThrow())
                .toList();

        assertThat(days.subList(0, 7)).containsOnly(days.get(0));
        assertThat(days.subList(7, 14)).containsOnly(days.get(7));
        assertThat(List.of(days.get(0), days.get(7))).containsExactlyInAnyOrder("one", "two");
        assertThat(days.get(14)).isEqualTo(days.get(0));
    }

    @Test
    void aSiteWithoutTrueMethodsTellsNone() {
        SmallSite site = SmallSite.ofOurTypes(folder);
        site.entry("work-method/made-up", EVERY.replace("长江委", "示例单位甲（机关）") + "sample: true\nmethod_name: 丁法\n", "短。");
        assertThat(Telling.of(site.catalogue(), MONDAY)).isEmpty();
    }
}
