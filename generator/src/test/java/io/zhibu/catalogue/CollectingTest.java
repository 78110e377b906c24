package io.zhibu.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.page.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collection gathers by conditions. */
class CollectingTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurTypes(folder);
        site.entry("work-method/old", "unit: 长江委防御局\ntags: [三亮]\nmechanism: [执行落实]\nyears: [2021]", "");
        site.entry("work-method/new", "unit: 长江委\ntags: [三亮, 党课]\nmechanism: [执行落实]\npublished: 2026-07-02", "");
        site.entry("work-method/made", "unit: 长江委\ntags: [三亮]\nmechanism: [执行落实]\nsample: true", "");
        site.entry("term/word", "unit: 武汉大学\ntags: [三亮]", "");
    }

    @Test
    void everyConditionMustBeKeptAndAUnitHoldsThoseBelowIt() {
        assertThat(found("{tag: 三亮}")).containsExactly("new", "word", "old");
        assertThat(found("{type: work-method, tag: 三亮}")).containsExactly("new", "old");
        assertThat(found("{unit: 长江委, mechanism: 执行落实}")).containsExactly("new", "old");
        assertThat(found("{unit: 长江委防御局}")).containsExactly("old");
        assertThat(found("{year: 2026, tag: 党课}")).containsExactly("new");
        assertThat(found("{year: 2021, tag: 党课}")).isEmpty();
    }

    @Test
    void aMadeUpCollectionGathersWhatIsMadeUp() {
        collection("{tag: 三亮}", "sample: true\n");

        assertThat(collected()).containsExactly("made");
    }

    @Test
    void whatIsFoundStandsBehindWhatIsListedAndSeesTheCollectionToo() {
        collection("{tag: 三亮, type: work-method}", "items: [word, old]\n");

        assertThat(collected()).containsExactly("word", "old", "new");
        Catalogue catalogue = site.catalogue();
        assertThat(catalogue.relations(catalogue.page("new").orElseThrow()))
                .extracting(relation -> relation.label() + " " + ids(relation.pages()))
                .containsExactly("所在专题 [all]");
    }

    @Test
    void aCollectionIsInTheOrderThatItSays() {
        site.entry("collection/all", "unit: 长江委\norder_mode: 笔画\nquery: {tag: 三亮, type: work-method}", "");
        Catalogue catalogue = site.catalogue();
        Page all = catalogue.page("all").orElseThrow();
        Ordering ordering = new Ordering(catalogue, Map.of(), Map.of(), Map.of());
        List<Page> old = catalogue.ofType("work-method");

        assertThat(ids(ordering.collected(all, old))).isEqualTo(ids(ordering.pages(Order.STROKES, old)));
        site.entry("collection/all", "unit: 长江委\norder_mode: 手工", "");
        assertThat(ordering.collected(site.catalogue().page("all").orElseThrow(), old))
                .isSameAs(old);
    }

    private List<String> found(String query) {
        collection(query, "");
        return collected();
    }

    private void collection(String query, String more) {
        site.entry("collection/all", "unit: 长江委\norder_mode: 手工\n" + more + "query: " + query, "");
    }

    private List<String> collected() {
        Catalogue catalogue = site.catalogue();
        return catalogue.relations(catalogue.page("all").orElseThrow()).stream()
                .filter(relation -> relation.label().equals("收录"))
                .flatMap(relation -> ids(relation.pages()).stream())
                .toList();
    }

    private static List<String> ids(List<Page> pages) {
        return pages.stream().map(Page::id).toList();
    }
}
