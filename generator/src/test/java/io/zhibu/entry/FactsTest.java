package io.zhibu.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.page.Value;
import io.zhibu.site.Sites;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The box beside an entry. */
class FactsTest extends WithSmallSite {
    @BeforeEach
    void withFacts() {
        site.file("site-config/schemas/method.yml", """
                key: method
                label: 工作法
                plural: 工作法
                fields:
                  unit: {label: 责任单位, kind: term, of: unit, facts: true}
                  branch: {label: 所属党支部, kind: entry, to: branch, facts: true}
                  related: {label: 相关条目, kind: entry, many: true, facts: true}
                  form: {label: 形式, kind: text}
                  scale:
                    label: 规模
                    kind: record
                    facts: true
                    fields:
                      total: {label: 共, kind: integer}
                      asof: {label: 截至, kind: date}
                      note: {label: 说明, kind: text}
                """);
        site.entry("branch/one", "title: 一支部", "");
        site.entry("branch/hidden", "status: draft", "");
    }

    @Test
    void onlyWhatTheSchemaCallsAFactIsShownInItsOrder() {
        site.entry("method/two", "form: 单位\nbranch: one", "");

        assertThat(facts("two", true)).extracting(fact -> fact.get("label")).containsExactly("责任单位", "所属党支部");
    }

    @Test
    void anEntryIsItsTitleAndItsPageAndAHiddenOneItsIdAlone() {
        site.entry("method/two", "related: [one, hidden]\nbranch: one", "");

        assertThat(values("two", "related", true))
                .containsExactly(
                        "{text=一支部, uri=branch/one/index.html, unrecorded=false}", "{text=hidden, unrecorded=false}");
    }

    @Test
    void aUnitLeadsToItsPageIfThereAreSuchPages() {
        site.entry("method/two", "branch: one", "");

        assertThat(values("two", "unit", true))
                .containsExactly("{text=水文局, uri=unit/shuiwen/index.html, unrecorded=false}");
        assertThat(values("two", "unit", false)).containsExactly("{text=水文局, unrecorded=false}");
    }

    @Test
    void whatNoSourceGivesIsMarked() {
        site.entry("method/two", "branch: 未载", "");

        assertThat(values("two", "branch", true)).containsExactly("{text=未载, unrecorded=true}");
    }

    @Test
    void aRecordIsOneLineWithTheLabelsOfNumbersAndDates() {
        site.entry("method/two", "branch: one\nscale: {total: 17, asof: 2024-12, note: 含预备党员}", "");

        assertThat(values("two", "scale", true)).containsExactly("{text=共 17，截至 2024-12，含预备党员, unrecorded=false}");
    }

    @Test
    void whatNoSourceGivesOfARecordSaysWhatItIs() {
        site.entry("method/two", "branch: one\nscale: {total: 17, asof: 未载}", "");

        assertThat(values("two", "scale", true)).containsExactly("{text=共 17，截至 未载, unrecorded=false}");
    }

    private List<Map<String, Object>> facts(String id, boolean unitPages) {
        Catalogue catalogue = site.catalogue();
        Function<Value.Term, Optional<Address>> words = term ->
                unitPages && term.vocabulary().equals("unit") ? Optional.of(Sites.unit(term.key())) : Optional.empty();
        return new Facts(catalogue, words).of(catalogue.page(id).orElseThrow());
    }

    private List<String> values(String id, String key, boolean unitPages) {
        return facts(id, unitPages).stream()
                .filter(fact -> fact.get("key").equals(key))
                .flatMap(fact -> ((List<?>) fact.get("values")).stream())
                .map(Object::toString)
                .toList();
    }
}
