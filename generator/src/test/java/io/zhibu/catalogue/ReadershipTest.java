package io.zhibu.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.WithSmallSite;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.page.Page;
import io.zhibu.page.Status;
import io.zhibu.parallel.Parallel;
import io.zhibu.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadershipTest extends WithSmallSite {
    @BeforeEach
    void threeCircles() throws IOException {
        site.file(
                "site-config/vocabularies/access.yml",
                "label: 公开范围\nwords:\n  all: {label: 谁都能看}\n  unit: {label: 本单位}\n  branch: {label: 本支部}\n");
        Files.writeString(
                folder.resolve("site-config/schemas/common.yml"),
                "  access: {label: 公开范围, kind: term, of: access}\n",
                StandardOpenOption.APPEND);
        site.entry("branch/none", "", "")
                .entry("branch/open", "access: all", "")
                .entry("branch/unit", "access: 本单位", "")
                .entry("branch/closed", "access: branch", "")
                .entry("branch/draft", "access: unit\nstatus: draft", "")
                .entry("method/open-method", "branch: unit", "")
                .entry("method/unit-method", "branch: open\naccess: unit", "");
    }

    @Test
    void eachCircleReadsWhatIsForItAndForWiderOnes() {
        assertThat(ids(catalogue("").pages())).containsExactlyInAnyOrder("none", "open", "open-method");
        assertThat(ids(catalogue("all").pages())).isEqualTo(ids(catalogue("").pages()));
        assertThat(ids(catalogue("unit").pages()))
                .containsExactlyInAnyOrder("none", "open", "open-method", "unit", "unit-method");
        assertThat(ids(catalogue("本支部").pages()))
                .containsExactlyInAnyOrder("none", "open", "open-method", "unit", "unit-method", "closed");
    }

    @Test
    void whatIsClosedIsKnownByIdAndFileAndInNoList() {
        Catalogue catalogue = catalogue("");
        Page closed = catalogue.page("unit").orElseThrow();

        assertThat(ids(catalogue.restricted())).containsExactlyInAnyOrder("unit", "closed", "draft", "unit-method");
        assertThat(catalogue.withheld()).isEmpty();
        assertThat(catalogue.fromFile("content/branch/unit.md")).contains(closed);
        assertThat(catalogue.isRestricted(closed)).isTrue();
        assertThat(catalogue.isShown(closed)).isFalse();
        assertThat(ids(catalogue.ofType("branch"))).containsExactlyInAnyOrder("none", "open");
        assertThat(ids(catalogue("unit").withheld())).containsExactly("draft");
    }

    @Test
    void whoNamesWhatIsClosedShowsItsNameAndWhatIsClosedNamesNobody() {
        Catalogue catalogue = catalogue("");

        assertThat(catalogue.relations(catalogue.page("open-method").orElseThrow()))
                .containsExactly(new Relation("所属党支部", List.of(), List.of("条目 unit")));
        assertThat(catalogue.relations(catalogue.page("open").orElseThrow())).isEmpty();
        assertThat(catalogue("unit").relations(catalogue.page("open").orElseThrow()))
                .singleElement()
                .satisfies(relation -> assertThat(ids(relation.pages())).containsExactly("unit-method"));
    }

    @Test
    void aPageSaysForWhomItIs() {
        Catalogue catalogue = catalogue("");

        assertThat(catalogue.page("none").orElseThrow().restriction()).isEmpty();
        assertThat(catalogue.page("open").orElseThrow().marked()).isEqualTo("条目 open");
        assertThat(catalogue.page("unit").orElseThrow().marked()).isEqualTo("条目 unit（本单位）");
    }

    @Test
    void aWordThatThereIsNotIsTold() {
        assertThat(Readership.of(site.config().schemas(), "部门").diagnostics())
                .extracting(SmallSite::brief)
                .containsExactly("--access access-unknown");
        assertThat(Readership.of(new Schemas(List.of(), Map.of()), "unit").diagnostics())
                .singleElement()
                .satisfies(one -> assertThat(one.message()).isEqualTo("这个站点没有“公开范围”的词表，分不出给谁看"));
    }

    private Catalogue catalogue(String access) {
        Schemas schemas = site.config().schemas();
        Outcome<Readership> readership = Readership.of(schemas, access);
        assertThat(readership.diagnostics()).isEmpty();
        return new Cataloguing(schemas, Status.PUBLISHED::equals, readership.value(), new Parallel(2))
                .catalogue(site.read().value().pages());
    }

    private static List<String> ids(List<Page> pages) {
        return pages.stream().map(Page::id).toList();
    }
}
