package io.zhibu.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.config.ConfigReading;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.page.Page;
import io.zhibu.tally.DutyLists;
import io.zhibu.tally.UnitCount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Organs, institutions and enterprises. */
class UnitKindsTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void aSite() {
        site = SmallSite.ofOurTypes(folder);
    }

    @Test
    void anEntrySaysItsKindOrItsUnitDoes() {
        site.entry("branch/said", "unit: 武汉大学\nunit_kind: 企业", "");
        site.entry("term/known", "unit: 长江委", "");
        site.entry("term/unknown", "unit: 武汉大学", "");
        Catalogue catalogue = site.catalogue();

        assertThat(new UnitKinds(catalogue.schemas())
                        .split(catalogue.pages()).stream()
                                .map(group -> group.label()
                                        + group.pages().stream().map(Page::id).toList()))
                .containsExactly("机关[known]", "事业单位[]", "企业[said]", "未注明类别[unknown]");
    }

    @Test
    void aListOfDutiesAppliesToTheUnitsOfItsKindAndAMadeUpOneToMadeUpUnits() {
        site.entry("institution/real", "unit: 长江委\nkind: 清单\napplies_to: [机关, 企业]", "");
        site.entry("institution/notice", "unit: 长江委\nkind: 通知\napplies_to: [机关]", "");
        site.entry("institution/made", "unit: 示例单位甲（机关）\nkind: 清单\napplies_to: [机关]\nsample: true", "");
        DutyLists lists = new DutyLists(site.catalogue());

        assertThat(lists.of("cjw-fangyuju")).extracting(Page::id).containsExactly("real");
        assertThat(lists.of("cjw-shuiwen")).isEmpty();
        assertThat(lists.of("sample-jia")).extracting(Page::id).containsExactly("made");
        assertThat(lists.of("whu")).isEmpty();
    }

    @Test
    void registeredUnitsStandBesideWhatASourceCounts() {
        site.file("site-config/vocabularies/unit.yml", """
                words:
                  root: {label: 总}
                  one: {label: 甲局, parent: root, kind: institution}
                  part: {label: 甲局分局, parent: one, kind: institution}
                  two: {label: 乙院, parent: root, kind: enterprise}
                  lost: {label: 丙站, parent: root}
                """);
        site.file("site-config/baseline.yml", """
                units:
                  - {label: 下属, number: 5, source: 某报告, unit: 总, kinds: {事业单位: 3, 企业: 2}}
                """);

        UnitCount count =
                UnitCount.of(site.config().unitTotals().get(0), site.catalogue().schemas());

        assertThat(count.kinds().stream()
                        .map(kind -> kind.label() + " " + kind.stated() + " "
                                + kind.registered().stream()
                                        .map(word -> word.label())
                                        .toList()))
                .containsExactly("事业单位 3 [甲局]", "企业 2 [乙院]");
        assertThat(count.unsorted()).extracting(word -> word.label()).isEqualTo(List.of("丙站"));
    }

    @Test
    void kindsThatDontSumUpAreTold() throws IOException {
        site.file("site-config/baseline.yml", """
                units:
                  - {label: 委属单位, number: 18, source: 某报告, kinds: {事业单位: 13, 企业: 4}}
                  - {label: 机关, number: 19, source: 某报告}
                  - {label: 机关, number: 19, source: 某报告, kinds: {机官: 19}}
                """);

        assertThat(new ConfigReading(folder)
                        .read().diagnostics().stream()
                                .map(Diagnostic::toString)
                                .filter(said -> said.contains("baseline.yml"))
                                .map(said -> said.lines().findFirst().orElseThrow())
                                .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        site-config/baseline.yml:2:27: 错误[baseline-sum] “委属单位”写的是 18，各类之和是 17
                        site-config/baseline.yml:3:5: 错误[baseline-form] 单位数缺 label、source、kinds，或 number 不是大于 0 的整数
                        site-config/baseline.yml:4:5: 错误[baseline-form] 单位数缺 label、source、kinds，或 number 不是大于 0 的整数
                        site-config/baseline.yml:4:50: 错误[value-term] 词表“unit-kind”里没有“机官”""");
    }
}
