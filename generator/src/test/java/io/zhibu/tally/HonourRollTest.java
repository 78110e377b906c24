package io.zhibu.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.page.Page;
import io.zhibu.schema.Vocabulary;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Years by honours. */
class HonourRollTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurTypes(folder);
    }

    @Test
    void branchesMethodsAndPeopleStandInTheCellOfTheirYearAndHonour() {
        site.entry("branch/one", "unit: 长江委\nhonours: [{honour: 红旗党支部, year: 2017}, {honour: “四强”党支部, year: 未载}]", "");
        site.entry("role-model/two", "unit: 长江委\ntitles: [{text: 最美, honour: 最美水利人, year: 2018, src: [A1]}]", "");
        site.entry("work-method/three", "unit: 长江委\nhonours: [{honour: 红旗党支部, year: 2017}]", "");
        site.entry("branch/four", "unit: 长江委\nhonours: 未载", "");

        assertThat(said()).isEqualTo("""
                红旗党支部 “四强”党支部 最美水利人
                2018: [] [] [two]
                2017: [one, three] [] []
                未载: [] [one] []
                without 10""");
    }

    @Test
    void tenHonoursInFifteenYearsAreAHundredAndFiftyCells() {
        StringBuilder words = new StringBuilder("label: 荣誉\npages: true\nwords:\n");
        IntStream.range(0, 10).forEach(n -> words.append("  h" + n + ": {label: 荣誉" + n + "}\n"));
        site.file("site-config/vocabularies/honour.yml", words.toString());
        for (int year = 2010; year < 2025; year++) {
            site.entry(
                    "branch/in-" + year, "unit: 长江委\nhonours: [{honour: h" + year % 10 + ", year: " + year + "}]", "");
        }

        HonourRoll roll = roll();

        assertThat(roll.honours()).hasSize(10);
        assertThat(roll.rows())
                .hasSize(15)
                .allSatisfy(row -> assertThat(row.cells())
                        .hasSize(10)
                        .filteredOn(cell -> !cell.isEmpty())
                        .hasSize(1));
        assertThat(roll.rows().get(0).year()).contains(2024);
        assertThat(roll.rows().get(0).cells().get(4)).extracting(Page::id).containsExactly("in-2024");
    }

    private HonourRoll roll() {
        Catalogue catalogue = site.catalogue();
        return HonourRoll.of(
                catalogue.pages(), catalogue.schemas().vocabulary("honour").orElseThrow());
    }

    private String said() {
        HonourRoll roll = roll();
        StringBuilder said = new StringBuilder(String.join(
                " ", roll.honours().stream().map(Vocabulary.Word::label).toList()));
        roll.rows().forEach(row -> {
            said.append('\n')
                    .append(row.year().map(String::valueOf).orElse("未载"))
                    .append(':');
            row.cells()
                    .forEach(cell ->
                            said.append(' ').append(cell.stream().map(Page::id).toList()));
        });
        return said.append("\nwithout ").append(roll.without().size()).toString();
    }
}
