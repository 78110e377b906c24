package io.zhibu.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.catalogue.Capabilities;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.page.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was taken over, what branches are known by, what they have and what they can. */
class PromotionTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurTypes(folder);
    }

    @Test
    void theMethodWithTheMostAdoptersComesFirst() {
        site.entry("work-method/few", "unit: 长江委\npromotion: {level: 全委, adopted_by: [a-branch]}", "");
        site.entry(
                "work-method/many",
                "unit: 长江委\npromotion: {level: 系统, adopted_by: [a-branch, b-branch, a-branch]}",
                "");
        site.entry(
                "work-method/told",
                "unit: 长江委\npromotion: {level: 未载, adopted_by: [a-branch], events: [{date: 2020, text: 事}]}",
                "");
        site.entry("work-method/silent", "unit: 长江委", "");

        assertThat(Promotion.all(site.catalogue().pages()).stream()
                        .map(one -> one.page().id() + " " + one.level().orElse("?") + " " + one.adopters() + " "
                                + one.events()))
                .containsExactly("many 系统 [a-branch, b-branch] 0", "told ? [a-branch] 1", "few 全委 [a-branch] 0");
    }

    @Test
    void aBrandSaysWhatItLacksAndARoomIsMetMissedOrUnknown() {
        site.entry(
                "branch/known",
                "unit: 长江委\nbrand: {name: 一盏灯, meaning: 值班, influence: 三个支部}\nactivity_room: {standard: true}",
                "");
        site.entry("branch/plain", "unit: 长江委\nactivity_room: {standard: false}", "");
        site.entry("branch/silent", "unit: 长江委", "");
        site.entry("branch/gone", "unit: 长江委\ndissolved: true\nactivity_room: {standard: true}", "");
        Catalogue catalogue = site.catalogue();

        assertThat(Brand.all(catalogue.pages(), catalogue.schemas()))
                .singleElement()
                .satisfies(brand -> assertThat(brand.missing()).containsExactly("标识", "载体"));
        ActivityRooms rooms = ActivityRooms.of(catalogue.pages());
        assertThat(ids(rooms.met())).containsExactly("known");
        assertThat(ids(rooms.missed())).containsExactly("plain");
        assertThat(ids(rooms.unrecorded())).containsExactly("silent");
    }

    @Test
    void whatHasToDoWithABranchSupportsItsCapabilities() {
        site.entry("branch/home", "unit: 长江委", "");
        site.entry("work-method/own", "unit: 长江委\nbranch: home\ncapability: [学习力, 组织力]", "");
        site.entry("study/lesson", "unit: 长江委\nbranch: home\ncapability: [学习力]\npublished: 2026-08-01", "");
        site.entry("study/other", "unit: 长江委\ncapability: [发展力]", "");
        Catalogue catalogue = site.catalogue();

        assertThat(Capabilities.of(catalogue.page("home").orElseThrow(), catalogue).stream()
                        .map(one -> one.word().label() + ids(one.pages())))
                .containsExactly("学习力[lesson, own]", "组织力[own]", "创新力[]", "发展力[]");
    }

    @Test
    void branchesStandUnderTheirProjectsAndRegions() {
        site.entry("branch/both", "unit: 长江委\nproject: 某库\nregion: 某县", "");
        site.entry("branch/there", "unit: 长江委\nregion: 某县", "");
        List<Page> branches = site.catalogue().ofType("branch");

        assertThat(Places.byProject(branches).stream().map(group -> group.label() + ids(group.pages())))
                .containsExactly("某库[both]");
        assertThat(Places.byRegion(branches).stream().map(group -> group.label() + ids(group.pages())))
                .containsExactly("某县[both, there]");
    }

    private static List<String> ids(List<Page> pages) {
        return pages.stream().map(Page::id).toList();
    }
}
