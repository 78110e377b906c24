package io.zhibu.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import io.zhibu.page.Page;
import io.zhibu.page.Status;
import io.zhibu.parallel.Parallel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pages stand in every order in which readers meet them, whatever order they came in. */
class CataloguingTest extends WithSmallSite {
    @Test
    void theNewestComesFirstAndThenTheAddress() {
        site.entry("branch/b", "published: 2026-07-01", "");
        site.entry("branch/a", "published: 2026-07-01", "");
        site.entry("branch/c", "published: 2026-07-02", "");
        site.entry("branch/d", "status: draft\npublished: 2026-07-03", "");
        Catalogue catalogue = site.catalogue();

        assertThat(ids(catalogue.pages())).containsExactly("c", "a", "b");
        assertThat(ids(catalogue.withheld())).containsExactly("d");
        assertThat(catalogue.page("d")).isPresent();
        assertThat(catalogue.fromFile("content/branch/d.md")).isEqualTo(catalogue.page("d"));
        Page middle = catalogue.page("a").orElseThrow();
        assertThat(catalogue.newer(middle)).map(Page::id).contains("c");
        assertThat(catalogue.older(middle)).map(Page::id).contains("b");
        assertThat(catalogue.newer(catalogue.page("c").orElseThrow())).isEmpty();
    }

    @Test
    void shuffledPagesMakeTheSameCatalogue() {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            site.entry("branch/" + name, "tags: [党建, 水文]", "");
        }
        List<Page> pages = new ArrayList<>(site.read().value().pages());
        Cataloguing cataloguing =
                new Cataloguing(site.catalogue().schemas(), Status.PUBLISHED::equals, new Parallel(2));
        List<String> expected = ids(cataloguing.catalogue(pages).pages());
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(pages, random);

            assertThat(ids(cataloguing.catalogue(pages).pages())).isEqualTo(expected);
        }
    }

    @Test
    void aRelationShowsAtBothEndsUnderItsTwoNames() {
        site.entry("branch/b", "", "");
        site.entry("method/m", "branch: b", "");
        site.entry("method/n", "branch: b\nrelated: [m]\nstatus: draft", "");
        Catalogue catalogue = site.catalogue();

        assertThat(relations(catalogue, "m")).containsExactly("所属党支部 [b]");
        assertThat(relations(catalogue, "b")).containsExactly("工作法 [m]");
    }

    @Test
    void anEntryIsNotRelatedToItselfNorTwiceToAnother() {
        site.entry("method/m", "learnt_from: [m, n, n]", "");
        site.entry("method/n", "", "");

        assertThat(relations(site.catalogue(), "m")).containsExactly("学自 [n]");
        assertThat(relations(site.catalogue(), "n")).isEmpty();
    }

    @Test
    void unitsCountWhatIsBelowThem() {
        site.entry("branch/a", "unit: 水文局", "");
        site.entry("branch/b", "unit: 长江委", "");

        assertThat(site.catalogue().units())
                .extracting(unit -> unit.key() + unit.parent().orElse("") + ids(unit.pages()))
                .containsExactly("cjw[a, b]", "shuiwencjw[a]");
    }

    @Test
    void tagsWithMostEntriesComeFirstAndYearsLatest() {
        site.entry("branch/a", "tags: [防汛, 党建]\npublished: 2025-07-01", "");
        site.entry("branch/b", "tags: [水文, 党建]", "");
        Catalogue catalogue = site.catalogue();

        assertThat(catalogue.tags()).extracting(Group::label).containsExactly("党建", "水文", "防汛", "安全");
        assertThat(catalogue.years()).extracting(Group::label).containsExactly("2026 年", "2025 年");
    }

    @Test
    void whatCouldNotBeReadIsKnownByFileAndId() {
        site.file("content/branch/broken.md", "---\nid: brok\ntitle: \"三\n---\n");
        Catalogue catalogue = site.catalogue();

        assertThat(catalogue.isUnread("brok")).isTrue();
        assertThat(catalogue.isUnread("content/branch/broken.md")).isTrue();
        assertThat(catalogue.isUnread("other")).isFalse();
    }

    private static List<String> ids(List<Page> pages) {
        return pages.stream().map(Page::id).toList();
    }

    private static List<String> relations(Catalogue catalogue, String id) {
        return catalogue.relations(catalogue.page(id).orElseThrow()).stream()
                .map(relation -> relation.label() + " " + ids(relation.pages()))
                .toList();
    }
}
