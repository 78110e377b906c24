package io.zhibu.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.page.Page;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under an entry stand those that editors name, then those that were found, and none that an editor won't have. */
class AlikeTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = new SmallSite(folder);
        List.of("a", "b", "c", "d", "e", "f", "g").forEach(id -> site.entry("method/" + id, "", ""));
    }

    @Test
    void theFiveLikestAreOffered() {
        assertThat(under("a", "g", "f", "e", "d", "c", "b")).containsExactly("g", "f", "e", "d", "c");
    }

    @Test
    void theNamedStandFirstInTheEditorsOrderThenThoseThatNameItNewestFirst() {
        site.entry("method/a", "related: [d, a, b, d]", "");
        site.entry("method/e", "related: [a]", "");
        site.entry("method/f", "related: [a]\npublished: 2026-07-02", "");

        assertThat(under("a", "g", "b", "c")).containsExactly("d", "b", "f", "e", "g");
    }

    @Test
    void allThatAnEditorNamesAreShown() {
        site.entry("method/a", "related: [b, c, d, e, f, g]", "");

        assertThat(under("a", "b", "c")).containsExactly("b", "c", "d", "e", "f", "g");
    }

    @Test
    void whatEitherEditorWontHaveIsLeftOut() {
        site.entry("method/a", "not_related: [b]\nrelated: [b, d]", "");
        site.entry("method/c", "not_related: [a]", "");
        site.entry("method/d", "not_related: [a]", "");

        assertThat(under("a", "b", "c", "d", "e")).containsExactly("e");
        assertThat(under("b", "a", "c")).containsExactly("c");
        assertThat(under("c", "a", "b")).containsExactly("b");
    }

    @Test
    void whatStandsAmongItsRelationsIsNotFoundAgain() {
        site.entry("branch/z", "", "");
        site.entry("method/a", "branch: z\nlearnt_from: [b]", "");

        assertThat(under("a", "z", "b", "c")).containsExactly("c");
        assertThat(under("z", "a", "c")).containsExactly("c");
    }

    @Test
    void aTrueEntryIsOfferedNoMadeUpOneAndAMadeUpOneTrueOnesFirst() {
        site.entry("method/b", "sample: true\nrelated: [a]", "");
        site.entry("method/c", "sample: true", "");

        assertThat(under("a", "b", "d")).containsExactly("d");
        assertThat(under("c", "b", "d", "e")).containsExactly("d", "e", "b");
        site.entry("method/a", "related: [b]", "");
        assertThat(under("a", "b", "d")).containsExactly("b", "d");
    }

    @Test
    void whatReadersDontSeeIsNotShown() {
        site.entry("method/b", "status: draft", "");
        site.entry("method/a", "related: [b]", "");

        assertThat(under("a", "b", "c")).containsExactly("c");
    }

    /** The ids that are shown under an entry when its words find these, the likest first. */
    private List<String> under(String id, String... found) {
        Catalogue catalogue = site.catalogue();
        List<Likeness.Match> matches = Arrays.stream(found)
                .map(other -> new Likeness.Match(catalogue.page(other).orElseThrow(), 1, 0))
                .toList();
        return new Alike(catalogue, new Likeness(Map.of(id, matches)))
                .to(catalogue.page(id).orElseThrow()).stream().map(Page::id).toList();
    }
}
