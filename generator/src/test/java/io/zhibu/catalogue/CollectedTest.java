package io.zhibu.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.page.Page;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What collections collect, and where a page stands in them. */
class CollectedTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurTypes(folder);
        site.entry("term/one", "unit: 长江委\ntitle: 丙\ntags: [三亮]\npublished: 2026-01-01", "");
        site.entry("term/two", "unit: 长江委防御局\ntitle: 甲\ntags: [三亮, 党课]\npublished: 2026-02-01", "");
        site.entry("report/three", "unit: 长江委\ntitle: 乙\ntags: [三亮]\nyears: [2020]\nmechanism: [执行落实]", "");
        site.entry("term/made", "unit: 示例单位甲（机关）\ntitle: 丁\ntags: [三亮]\nsample: true", "");
    }

    @Test
    void namedOnesComeFirstInTheirOrderThenWhatTheQueryFinds() {
        site.entry("collection/all", "unit: 长江委\norder_mode: 手工\nitems: [three, nobody]\nquery: {tag: 三亮}", "");
        site.entry("collection/spoken", "unit: 长江委\norder_mode: 拼音\nquery: {tag: 三亮}", "");
        site.entry("collection/both", "unit: 长江委\norder_mode: 手工\nquery: {type: term, unit: 长江委防御局}", "");
        site.entry("collection/year", "unit: 长江委\norder_mode: 手工\nquery: {year: 2020, mechanism: 执行落实}", "");
        site.entry("collection/made-up", "unit: 示例单位甲（机关）\norder_mode: 手工\nquery: {tag: 三亮}\nsample: true", "");

        assertThat(ids("all")).isEqualTo("[three, two, one]");
        assertThat(ids("spoken")).isEqualTo("[one, two, three]");
        assertThat(ids("both")).isEqualTo("[two]");
        assertThat(ids("year")).isEqualTo("[three]");
        assertThat(ids("made-up")).isEqualTo("[made]");
    }

    @Test
    void aPageKnowsTheOneBeforeAndTheOneAfterItInEachCollection() {
        site.entry("collection/first", "unit: 长江委\norder_mode: 手工\nitems: [one, two, three]", "");
        site.entry("collection/second", "unit: 长江委\norder_mode: 手工\nitems: [two]\npublished: 2026-08-01", "");
        Catalogue catalogue = site.catalogue();

        assertThat(collected(catalogue).places(catalogue.page("two").orElseThrow()).stream()
                        .map(place -> place.collection().id() + " " + place.number() + "/" + place.total() + " "
                                + place.previous().map(Page::id) + " "
                                + place.next().map(Page::id)))
                .containsExactly("second 1/1 Optional.empty Optional.empty", "first 2/3 Optional[one] Optional[three]");
    }

    private String ids(String collection) {
        Catalogue catalogue = site.catalogue();
        return collected(catalogue).of(catalogue.page(collection).orElseThrow()).stream()
                .map(Page::id)
                .toList()
                .toString();
    }

    private static Collected collected(Catalogue catalogue) {
        return new Collected(catalogue, new Ordering(catalogue, Map.of(), Map.of(), Map.of()));
    }
}
