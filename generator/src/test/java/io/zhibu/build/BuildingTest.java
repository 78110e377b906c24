package io.zhibu.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.WithSmallSite;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.memo.Memory;
import io.zhibu.output.Shelf;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stages run in their order, and go no further than what they were handed is worth. */
class BuildingTest extends WithSmallSite {
    private final List<String> begun = new ArrayList<>();

    @BeforeEach
    void withOneEntry() {
        site.entry("branch/one", "", "正文");
    }

    /** All that is made of the sources, and then these. */
    private static List<String> sourcesThen(String... stages) {
        List<String> all = new ArrayList<>(List.of(
                "config",
                "content",
                "proofs",
                "catalogue",
                "history",
                "alike",
                "checks",
                "assets",
                "pictures",
                "attachments",
                "enclosures"));
        all.addAll(List.of(stages));
        return all;
    }

    @Test
    void aCheckOfTheSearchMakesNoFilesOfIt() throws IOException {
        Outcome<Building.Built> checked = building(false).check(true);

        assertThat(checked.hasErrors()).isFalse();
        assertThat(begun).containsExactlyElementsOf(sourcesThen("search", "acceptance"));
        // On a busy machine some rule takes a millisecond, and is told of as a part of its stage.
        assertThat(checked.value().times().keySet())
                .filteredOn(stage -> !stage.contains("/"))
                .containsExactlyElementsOf(begun);
        assertThat(checked.value().output().files()).isEmpty();
    }

    @Test
    void aBuildEndsWithThePlanOfThePages() throws IOException {
        site.file("site-config/jbake.properties", "site.title=小站\n");
        building(false).build();

        assertThat(begun)
                .containsExactlyElementsOf(sourcesThen("search", "acceptance", "shards", "departures", "plan"));
    }

    @Test
    void aSiteWithoutASearchMakesNone() throws IOException {
        building(false).build();

        assertThat(begun).containsExactlyElementsOf(sourcesThen("plan"));
    }

    @Test
    void contentIsNotHeldAgainstBrokenRules() throws IOException {
        site.file("site-config/jbake.properties", "site.timezone=Asia/Wuhan\n").entry("branch/two", "unit: 没有的", "");
        Outcome<Building.Built> built = building(false).build();

        assertThat(built.diagnostics())
                .map(SmallSite::brief)
                .containsExactly("site-config/jbake.properties:1:1 setting-value");
        assertThat(begun).startsWith("config").doesNotContain("content", "plan");
    }

    @Test
    void wrongContentIsCheckedAndNothingIsMadeOfIt() throws IOException {
        site.entry("branch/two", "unit: 没有的", "").entry("method/three", "branch: nobody", "## 做法");
        Outcome<Building.Built> built = building(false).build();

        assertThat(built.diagnostics())
                .map(SmallSite::brief)
                .containsExactly(
                        "content/branch/two.md:7:7 word-unknown", "content/method/three.md:8:9 reference-missing");
        assertThat(begun).doesNotContain("plan");
        assertThat(built.value().output().files()).isEmpty();
    }

    @Test
    void samplesAreCountedApartAndDraftsOnlyWhenTheyAreShown() throws IOException {
        site.entry("branch/two", "sample: true\nunit: 示例单位", "").entry("branch/three", "status: draft", "");

        assertThat(building(false).build().value().facts().counts())
                .containsExactly(new Building.Count("method", "工作法", 0, 0), new Building.Count("branch", "党支部", 1, 1));
        assertThat(building(true).build().value().facts().counts())
                .containsExactly(new Building.Count("method", "工作法", 0, 0), new Building.Count("branch", "党支部", 2, 1));
    }

    private Building building(boolean drafts) {
        return new Building(
                folder,
                new Building.Wishes(
                        drafts,
                        false,
                        "",
                        zone -> LocalDate.of(2026, 11, 23),
                        new Parallel(2),
                        Shelf.NONE,
                        Memory.NONE,
                        address -> Optional.empty(),
                        begun::add));
    }
}
